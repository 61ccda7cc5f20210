import Diagnostics
import Escaping
import StrictYAML

/// The YAML between the two lines `---` at the beginning of a document.
struct FrontMatter {
  let fields: Fields
  /// The keys with their values in the order of the file.
  let pairs: [YAMLValue.Pair]
  /// Where the YAML stands in the file, between the two lines.
  let yaml: Range<Int>
  /// The offset of the body in the file.
  let bodyStart: Int
  /// The line of the file on which the body begins.
  let bodyLine: Int

  /// The largest front matter, in bytes.
  private static let limit = 64 << 10

  /// Splits the front matter off a file and parses it; nil, with the reason reported, where there is none.
  init?(_ bytes: Bytes, report: Report) {
    var lines = Lines(bytes)
    guard let opening = lines.next(), opening.isFence else {
      report.error(
        "front-matter", line: 1, "there is no front matter", expected: "the first line to be ---")
      return nil
    }
    var end: Int?
    while let line = lines.next() {
      guard line.isFence else { continue }
      end = line.start
      break
    }
    guard let end else {
      report.error(
        "front-matter", line: 1, "the front matter does not end", expected: "a second line ---")
      return nil
    }
    guard end - opening.end <= Self.limit else {
      report.error("front-matter", line: 1, "the front matter is larger than 64 KiB")
      return nil
    }
    guard let text = String(validating: bytes[opening.end..<end], as: UTF8.self) else {
      let offset = opening.end + bytes[opening.end..<end].firstInvalidUTF8
      let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
      report.error(
        "invalid-utf8", line: line, "byte \(offset) of the file is not UTF-8", expected: "a file in UTF-8")
      return nil
    }
    guard let value = YAMLValue.parse(text, firstLine: 2, report: report) else { return nil }
    Self.reportInvisible(in: value, key: nil, report: report)
    let fields = Fields(value, report: report)
    guard case .mapping(let pairs, _) = value else { return nil }
    self.fields = fields
    self.pairs = pairs
    yaml = opening.end..<end
    bodyStart = lines.position
    bodyLine = lines.count + 1
  }

  /// Reports characters that show nothing: in a title they are errors, elsewhere somebody should look.
  private static func reportInvisible(in value: YAMLValue, key: String?, report: Report) {
    switch value {
    case .scalar(let text, let line):
      guard let scalar = text.unicodeScalars.first(where: { $0.isInvisible && $0 != "\n" && $0 != "\t" })
      else { return }
      let name = "U+" + String(scalar.value, radix: 16, uppercase: true)
      report.add(
        Diagnostic(
          key == "title" ? .error : .warning, "invisible-character",
          at: Place(file: report.file, line: line),
          "\(quoting: key ?? "") holds the invisible character \(name)", expected: "visible characters only"))
    case .sequence(let values, _):
      for value in values { reportInvisible(in: value, key: key, report: report) }
    case .mapping(let pairs, _):
      for pair in pairs { reportInvisible(in: pair.value, key: pair.key, report: report) }
    case .nothing: break
    }
  }
}

/// The lines of a file, ended by LF or CRLF, a byte order mark left out.
private struct Lines {
  struct Line {
    let start: Int
    /// The offset after the line's end.
    let end: Int
    let isFence: Bool
  }

  private let bytes: Bytes
  private(set) var position: Int
  private(set) var count = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    position = min(newline + 1, bytes.count)
    count += 1
    var text = bytes[start..<newline]
    while let last = text.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: " ") { text.removeLast() }
    return Line(start: start, end: position, isFence: text.elementsEqual("---".utf8))
  }
}
