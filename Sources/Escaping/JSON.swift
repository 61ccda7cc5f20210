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
      while let index = unsafe bytes.firstLineSeparator(from: copied) {
        unsafe append(UnsafeBufferPointer(rebasing: bytes[copied..<index]), replacing: jsonEscape)
        append(unsafe bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        copied = index + 3
      }
      unsafe append(UnsafeBufferPointer(rebasing: bytes[copied...]), replacing: jsonEscape)
    }
    append(UInt8(ascii: "\""))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first U+2028 or U+2029 at or after an index of well-formed UTF-8.
  fileprivate func firstLineSeparator(from start: Int) -> Int? {
    var index = start
    while index + 2 < count {
      let isSeparator = unsafe self[index] == 0xE2 && self[index + 1] == 0x80 && self[index + 2] | 1 == 0xA9
      if isSeparator { return index }
      index += 1
    }
    return nil
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
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &bytes, indent: indent) { value, bytes, indent in
        value.write(to: &bytes, indent: indent)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &bytes, indent: indent) { member, bytes, indent in
        bytes.append(json: member.0)
        bytes.append(indent == nil ? ":" : ": ")
        member.1.write(to: &bytes, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (StaticString, StaticString), to bytes: inout Bytes,
    indent: Int?, element: (Element, inout Bytes, Int?) -> Void
  ) {
    bytes.append(brackets.0)
    let inner = indent.map { $0 + 1 }
    for (index, value) in elements.enumerated() {
      if index > 0 { bytes.append(",") }
      newline(to: &bytes, indent: inner)
      element(value, &bytes, inner)
    }
    if !elements.isEmpty { newline(to: &bytes, indent: indent) }
    bytes.append(brackets.1)
  }

  private static func newline(to bytes: inout Bytes, indent: Int?) {
    guard let indent else { return }
    bytes.append("\n")
    for _ in 0..<indent { bytes.append("  ") }
  }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}
