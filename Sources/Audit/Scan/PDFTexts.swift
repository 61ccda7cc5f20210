import Escaping
import ExternalPrograms

/// What a PDF tells: its pages, its properties in both forms, the names of files in it; read by poppler.
struct PDFTexts {
  private(set) var texts: [Bytes] = []
  /// Whether its pages and properties could be read.
  private(set) var isReadable = true

  private static let package = "poppler-utils"
  /// What poppler calls its standard input: the name of a file would be seen by every user of the machine.
  private static let input = "fd://0"
  /// The most that is read of one file, in bytes.
  private static let limit = 256 << 20
  /// How long a program may look at one file.
  private static let patience = Duration.seconds(60)

  /// Reads the file; an error where the programs are not there.
  init(of file: Bytes) async throws(ExternalProgramError) {
    for (program, arguments) in [
      ("pdftotext", ["-q", "-enc", "UTF-8", Self.input, "-"]), ("pdfinfo", ["-enc", "UTF-8", Self.input]),
      ("pdfinfo", ["-custom", "-enc", "UTF-8", Self.input]), ("pdfinfo", ["-meta", Self.input]),
      ("pdfdetach", ["-list", Self.input]),
    ] {
      do {
        let text = try await ExternalProgram(program, package: Self.package).succeed(
          arguments, input: file, limit: Self.limit, within: Self.patience)
        texts.append(text)
        // A word that a line's end parts is one word.
        if program == "pdftotext" { texts.append(text.joiningHyphenatedLines) }
        if arguments.first == "-meta" { texts.append(text.textAndTags.text) }
      } catch ExternalProgramError.failed {
        isReadable = false
      }
    }
  }
}

extension Bytes {
  /// The text with the words together that a hyphen at the end of a line parts.
  fileprivate var joiningHyphenatedLines: Bytes {
    var text = Bytes()
    text.reserveCapacity(count)
    var place = 0
    while place < count {
      if self[place] == UInt8(ascii: "-"), place + 1 < count, self[place + 1] == UInt8(ascii: "\n") {
        place += 2
      } else {
        text.append(self[place])
        place += 1
      }
    }
    return text
  }
}
