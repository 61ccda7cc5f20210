extension Bytes {
  /// Appends text for an HTML element or a double-quoted attribute, escaped as cmark escapes it.
  package mutating func append(html text: String) {
    append(text, replacing: htmlEscape)
  }

  /// Appends text for an HTML element or a double-quoted attribute, escaped as cmark escapes it.
  package mutating func append(html text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    while true {
      let index = unsafe text.firstHTMLEscape(from: copied)
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      guard index < text.count, let escape = unsafe htmlEscape(text[index]) else { return }
      append(escape)
      copied = index + 1
    }
  }

  /// Appends text for an HTML element or a double-quoted attribute, escaped as cmark escapes it.
  package mutating func append(html text: ArraySlice<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(html: $0) }
  }

  /// Appends text for an XML element or a double-quoted attribute.
  ///
  /// Characters that XML 1.0 forbids cannot be written in any way, so they become U+FFFD.
  package mutating func append(xml text: String) {
    append(text, replacing: xmlEscape)
  }
}

/// The escape of a byte in HTML; the set is that of cmark, so that both agree to the byte.
@inline(__always)
private func htmlEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}

/// The escape of a byte in XML 1.0.
private func xmlEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: "\u{FFFD}"
  default: htmlEscape(byte)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte, at or after an index, that needs an escape in HTML, or the end.
  fileprivate func firstHTMLEscape(from start: Int) -> Int {
    unsafe first(from: start, mayHold: \.mayHoldHTMLEscape) { htmlEscape($0) != nil }
  }
}

extension UInt64 {
  /// Whether one of the eight bytes may be `<`, `>`, `&` or `"`; never false where one is.
  fileprivate var mayHoldHTMLEscape: Bool {
    // `<` and `>` differ in one bit, and so do `"` and `&`: each pair is looked for at once.
    holdsZero(self & (ones &* 0xFD) ^ (ones &* 0x3C)) || holdsZero(self & (ones &* 0xFB) ^ (ones &* 0x22))
  }
}
