import Escaping
import ExternalPrograms
import FileSystem

/// What a PDF tells: its pages as readers see them, every string in it, its properties, and the files in it.
struct PDFTexts {
  private(set) var texts: [Bytes] = []
  /// Whether all of it could be read.
  private(set) var isReadable = true
  private let file: Bytes
  private let folder: PrivateFolder

  private static let poppler = "poppler-utils"
  /// The most that is read of one file, in bytes.
  private static let limit = 512 << 20
  /// How long a program may look at one file.
  private static let patience = Duration.seconds(60)

  /// Reads the file; an error where the programs are not there.
  ///
  /// - Parameter folder: Where files are put that are in it. They, and it, have names there that tell nothing: what a
  ///   program is called with can be seen by every user of the machine.
  init(of file: Bytes, in folder: String) async throws {
    self.file = file
    self.folder = try PrivateFolder(in: folder)
    try FileSystem.create(path("file.pdf"), [file])
    if let pages = try await run("pdftotext", Self.poppler, ["-q", "-enc", "UTF-8", path("file.pdf"), "-"]) {
      texts += [pages, pages.joiningHyphenatedLines]
    }
    // Errors of the file that qpdf mends are no reason to look away.
    if let unpacked = try await run(
      "qpdf", "qpdf", ["--warning-exit-0", "--qdf", "--object-streams=disable", path("file.pdf"), "-"])
    {
      // As it is for the properties, which are XML.
      texts += [unpacked.stringsOfPDF, unpacked, unpacked.textAndTags.text]
    }
    if let properties = try await run("pdfinfo", Self.poppler, ["-enc", "UTF-8", path("file.pdf")]) {
      texts.append(properties)
    }
    try await readFiles()
  }

  /// Reads the names of the files in it, and the files.
  private mutating func readFiles() async throws {
    guard let names = try await run("pdfdetach", Self.poppler, ["-list", path("file.pdf")]) else { return }
    texts.append(names)
    guard !names.starts(with: "0 ".utf8) else { return }
    let files = path("files")
    try FileSystem.makeFolder(files, mode: 0o700)
    _ = try await run("pdfdetach", Self.poppler, ["-saveall", "-o", files, path("file.pdf")])
    for name in try FileSystem.files(below: files) {
      guard let bytes = try FileSystem.read(files + "/" + name, limit: Self.limit) else {
        isReadable = false
        continue
      }
      var found: [Bytes] = []
      if !FileTexts.each(in: bytes, named: name, { found.append($0) }) { isReadable = false }
      texts += found
    }
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  /// What a program writes; nil where it fails.
  private mutating func run(_ name: String, _ package: String, _ arguments: [String]) async throws -> Bytes? {
    do {
      return try await ExternalProgram(name, package: package).succeed(
        arguments, limit: Self.limit, within: Self.patience)
    } catch ExternalProgramError.failed {
      isReadable = false
      return nil
    }
  }
}
