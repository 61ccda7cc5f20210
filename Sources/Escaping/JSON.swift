extension Bytes {
  /// Appends the text as a JSON string with its quotation marks.
  ///
  /// Every `<` is written as an escape, so that the same bytes may stand in an HTML data block
  /// (`<script type="application/ld+json">`), and so are U+2028 and U+2029.
  package mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      while copied < bytes.count {
        let index = unsafe bytes.firstSpecialInJSON(from: copied)
        unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        guard index < bytes.count else { break }
        copied = unsafe append(specialInJSON: bytes, at: index)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends what may be special as it is or as its escape, and gives the place after it.
  private mutating func append(specialInJSON bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if let escape = unsafe jsonEscape(bytes[index]) {
      append(escape)
      return index + 1
    }
    guard unsafe bytes.isLineSeparator(at: index) else {
      unsafe append(bytes[index])
      return index + 1
    }
    append(unsafe bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    return index + 3
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte that needs an escape or begins a character that may need one, or the end.
  fileprivate func firstSpecialInJSON(from start: Int) -> Int {
    unsafe first(from: start) { word in
      word.mayHoldControl || word.mayHold(UInt8(ascii: "\"")) || word.mayHold(UInt8(ascii: "\\"))
        || word.mayHold(UInt8(ascii: "<")) || word.mayHold(0x7F) || word.mayHold(0xE2)
    } isSpecial: { byte in
      byte == 0xE2 || jsonEscape(byte) != nil
    }
  }

  /// Whether U+2028 or U+2029 is there in well-formed UTF-8.
  fileprivate func isLineSeparator(at index: Int) -> Bool {
    unsafe index + 2 < count && self[index] == 0xE2 && self[index + 1] == 0x80 && self[index + 2] | 1 == 0xA9
  }
}

private func jsonEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\""): "\\\""
  case UInt8(ascii: "\\"): "\\\\"
  case UInt8(ascii: "<"): "\\u003c"
  case UInt8(ascii: "\n"): "\\n"
  case UInt8(ascii: "\r"): "\\r"
  case UInt8(ascii: "\t"): "\\t"
  case 0x7F: "\\u007f"
  case 0..<0x20: controlEscapes[Int(byte)]
  default: nil
  }
}

private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\u0008", "\\u0009", "\\u000a", "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]

/// A value of a JSON document, written with its members in the order given.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// A value that is written already.
  case written(Bytes)

  /// An object without the members whose value is nil.
  package static func members(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// An array of strings.
  package static func strings(_ strings: some Sequence<String>) -> JSON {
    .array(strings.map { .string($0) })
  }

  /// The value of an optional text, or nil.
  package static func text(_ text: String?) -> JSON? {
    text.map { .string($0) }
  }

  /// The document on one line per member or element, indented by two spaces, with a final newline.
  package func document() -> Bytes {
    var bytes = Bytes()
    write(to: &bytes, indent: 0)
    bytes.append("\n")
    return bytes
  }

  /// The document without white space.
  package func line() -> Bytes {
    var bytes = Bytes()
    write(to: &bytes, indent: nil)
    return bytes
  }

  private func write(to bytes: inout Bytes, indent: Int?) {
    switch self {
    case .null: bytes.append("null")
    case .bool(let value): bytes.append(value ? "true" : "false")
    case .number(let value): bytes.append(decimal: value)
    case .decimal(let value): bytes.append(verbatim: value.description)
    case .string(let value): bytes.append(json: value)
    case .written(let value): bytes.append(contentsOf: value)
    case .array(let values):
      bytes.append("[")
      let inner = indent.map { $0 + 1 }
      for (index, value) in values.enumerated() {
        Self.begin(index, to: &bytes, indent: inner)
        value.write(to: &bytes, indent: inner)
      }
      if !values.isEmpty { Self.newline(to: &bytes, indent: indent) }
      bytes.append("]")
    case .object(let members):
      bytes.append("{")
      let inner = indent.map { $0 + 1 }
      for (index, member) in members.enumerated() {
        Self.begin(index, to: &bytes, indent: inner)
        bytes.append(json: member.0)
        bytes.append(indent == nil ? ":" : ": ")
        member.1.write(to: &bytes, indent: inner)
      }
      if !members.isEmpty { Self.newline(to: &bytes, indent: indent) }
      bytes.append("}")
    }
  }

  /// Begins an element or member.
  private static func begin(_ index: Int, to bytes: inout Bytes, indent: Int?) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    newline(to: &bytes, indent: indent)
  }

  private static func newline(to bytes: inout Bytes, indent: Int?) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}
