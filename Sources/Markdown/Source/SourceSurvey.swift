import Escaping

/// What occurs in a source at all, so that nothing is looked for where it cannot be.
struct SourceSurvey: OptionSet {
  let rawValue: Int

  static let pipe = SourceSurvey(rawValue: 1 << 0)
  static let brace = SourceSurvey(rawValue: 1 << 1)
  static let bracket = SourceSurvey(rawValue: 1 << 2)
  static let angle = SourceSurvey(rawValue: 1 << 3)
  static let ampersand = SourceSurvey(rawValue: 1 << 4)
  /// `>`, as before a block quote.
  static let quote = SourceSurvey(rawValue: 1 << 5)
  /// `[^`, as in a footnote.
  static let footnote = SourceSurvey(rawValue: 1 << 6)
  /// `]:`, as in a link definition.
  static let definition = SourceSurvey(rawValue: 1 << 7)
  /// `![`, as before an image.
  static let image = SourceSurvey(rawValue: 1 << 8)
  static let carriageReturn = SourceSurvey(rawValue: 1 << 9)
  static let backslash = SourceSurvey(rawValue: 1 << 10)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  init(_ bytes: Bytes) {
    self = []
    let single: [(SourceSurvey, UInt8)] = [
      (.pipe, UInt8(ascii: "|")), (.brace, UInt8(ascii: "{")), (.bracket, UInt8(ascii: "[")),
      (.angle, UInt8(ascii: "<")), (.ampersand, UInt8(ascii: "&")), (.quote, UInt8(ascii: ">")),
      (.carriageReturn, UInt8(ascii: "\r")), (.backslash, UInt8(ascii: "\\")),
    ]
    for (trait, byte) in single where bytes.firstIndex(of: byte, from: 0) != nil { insert(trait) }
    guard contains(.bracket) else { return }
    if bytes.contains(UInt8(ascii: "["), then: UInt8(ascii: "^")) { insert(.footnote) }
    if bytes.contains(UInt8(ascii: "]"), then: UInt8(ascii: ":")) { insert(.definition) }
    if bytes.contains(UInt8(ascii: "!"), then: UInt8(ascii: "[")) { insert(.image) }
  }
}
