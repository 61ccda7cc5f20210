/// Reads attributes between braces: `{#id .class key="value value"}`.
struct AttributeScanner {
  private let bytes: [UInt8]
  private var position: Int

  /// The attributes that begin at an opening brace and end with the bytes, if they are well formed and say
  /// something.
  static func scan(_ bytes: [UInt8], from brace: Int) -> Attributes? {
    var scanner = AttributeScanner(bytes: bytes, position: brace + 1)
    guard let attributes = scanner.scanAttributes(), scanner.position == bytes.count else { return nil }
    return attributes.isEmpty ? nil : attributes
  }

  /// Whether an author who wrote these bytes probably meant attributes: a brace before `#`, `.`, a key with `=`,
  /// or one of our keys.
  static func looksLikeAttempt(_ bytes: [UInt8], from brace: Int) -> Bool {
    let words = bytes[(brace + 1)...].drop(while: \.isSpaceOrTab)
    switch words.first {
    case UInt8(ascii: "#"), UInt8(ascii: "."): return words.count > 2
    default:
      let rest = words.drop { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      guard rest.count < words.count else { return false }
      let isOurs = Attributes.knownKeys.contains(words[words.startIndex..<rest.startIndex].string)
      return rest.first == UInt8(ascii: "=") || isOurs
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func scanAttributes() -> Attributes? {
    var attributes = Attributes()
    skipSpace()
    while let byte = current, byte != UInt8(ascii: "}") {
      guard scanAttribute(into: &attributes) else { return nil }
      guard skipSpace() > 0 || current == UInt8(ascii: "}") else { return nil }
    }
    position += 1
    return attributes
  }

  private mutating func scanAttribute(into attributes: inout Attributes) -> Bool {
    switch current {
    case UInt8(ascii: "#"):
      position += 1
      guard attributes.id == nil, let id = scanName(with: [UInt8(ascii: "-")]) else { return false }
      attributes.id = id
    case UInt8(ascii: "."):
      position += 1
      guard let name = scanName(with: [UInt8(ascii: "-"), UInt8(ascii: "_")]) else { return false }
      if !attributes.classes.contains(name) { attributes.classes.append(name) }
    default:
      guard let key = scanName(with: [UInt8(ascii: "-")]), scan(UInt8(ascii: "=")), let value = scanValue(),
        !attributes.values.contains(where: { $0.key == key })
      else { return false }
      attributes.values.append(Attributes.Value(key: key, value: value))
    }
    return true
  }

  private mutating func scan(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  /// A letter, then letters, digits and the marks given.
  private mutating func scanName(with marks: [UInt8]) -> String? {
    guard let first = current, first.isASCIILetter else { return nil }
    let start = position
    while let byte = current, byte.isASCIILetterOrDigit || marks.contains(byte) { position += 1 }
    return bytes[start..<position].string
  }

  private mutating func scanValue() -> String? {
    let isQuoted = scan(UInt8(ascii: "\""))
    let start = position
    while let byte = current {
      if isQuoted ? byte == UInt8(ascii: "\"") : byte.isMarkdownSpace || byte == UInt8(ascii: "}") { break }
      if !isQuoted, byte == UInt8(ascii: "\"") { return nil }
      position += 1
    }
    let value = bytes[start..<position].string
    if isQuoted, !scan(UInt8(ascii: "\"")) { return nil }
    return isQuoted || !value.isEmpty ? value : nil
  }

  @discardableResult
  private mutating func skipSpace() -> Int {
    let start = position
    while let byte = current, byte.isMarkdownSpace { position += 1 }
    return position - start
  }
}
