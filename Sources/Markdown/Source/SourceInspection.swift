import Diagnostics
import Escaping

/// What is known of a source before it is parsed: whether it may be parsed at all, and what is in it.
struct SourceInspection {
  /// The source as valid UTF-8 without NUL: what is neither has become U+FFFD.
  let source: Bytes
  let survey: SourceSurvey
  let invisible: [(offset: Int, scalar: Unicode.Scalar)]
  let isParseable: Bool
  private(set) var diagnostics: [Diagnostic] = []

  /// The largest source, in bytes.
  private static let largest = 2 << 20

  init(_ bytes: Bytes, file: String, firstLine: Int, firstByte: Int) {
    var reports: [Diagnostic] = []
    func report(_ rule: String, at offset: Int?, _ message: Message, expected: Message) {
      let line = offset.map { offset in bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + firstLine }
      reports.append(Diagnostic(.error, rule, at: Place(file: file, line: line), message, expected: expected))
    }
    var text = bytes
    var scan = CharacterScan(bytes)
    if let offset = scan.firstInvalid {
      text = Bytes(String(decoding: bytes, as: UTF8.self).utf8)
      report(
        "invalid-utf8", at: offset, "byte \(firstByte + offset) of the file is not UTF-8",
        expected: "a file in UTF-8")
    }
    if let offset = text.firstIndex(of: 0, from: 0) {
      text = text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
      let own = bytes.firstIndex(of: 0, from: 0) ?? offset
      report(
        "invisible-character", at: own, "the text holds the character U+0000", expected: "the text without it"
      )
    }
    if text != bytes { scan = CharacterScan(text) }
    let survey = SourceSurvey(text)
    var isWithinLimits = true
    if bytes.count > Self.largest {
      isWithinLimits = false
      report(
        "input-too-large", at: nil, "the text has \(bytes.count) bytes",
        expected: "at most \(Self.largest) bytes")
    } else if let excess = ParsingCost.excess(of: text, survey) {
      isWithinLimits = false
      let line = excess.line + firstLine - 1
      reports.append(
        Diagnostic(
          .error, excess.rule, at: Place(file: file, line: line), excess.message, expected: excess.expected))
    }
    source = text
    invisible = scan.invisible
    self.survey = survey
    isParseable = isWithinLimits && !text.isEmpty
    diagnostics = reports
  }
}
