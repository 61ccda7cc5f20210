/// Writes JSON (RFC 8259) in UTF-8.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ content: (inout JSONWriter) -> Void) { nested(0x7B, 0x7D, content) }
  mutating func array(_ content: (inout JSONWriter) -> Void) { nested(0x5B, 0x5D, content) }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(name)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func field(_ name: StaticString, _ text: [UInt8]) {
    key(name)
    value(text)
  }

  mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func field(_ name: StaticString, _ isTrue: Bool) {
    key(name)
    separate()
    bytes.append(isTrue ? "true" : "false")
  }

  mutating func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  /// Writes a number of thousandths as a number with three digits behind the point.
  mutating func field(_ name: StaticString, thousandths: Int) {
    key(name)
    separate()
    bytes.append(decimal: thousandths / 1000)
    bytes.append(0x2E)
    let rest = thousandths % 1000
    for digit in [rest / 100, rest / 10 % 10, rest % 10] { bytes.append(0x30 + UInt8(digit)) }
  }

  mutating func value(_ text: [UInt8]) {
    separate()
    bytes.append(0x22)
    for byte in text.validUTF8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes.append("\\n")
      case 0x00..<0x20, 0x7F:
        bytes.append("\\u00")
        for half in [byte >> 4, byte & 15] { bytes.append(half < 10 ? 0x30 + half : 0x57 + half) }
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private mutating func nested(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }
}

extension [UInt8] {
  /// The text with U+FFFD for what is not UTF-8; queries can hold anything.
  fileprivate var validUTF8: [UInt8] {
    var valid: [UInt8] = []
    valid.reserveCapacity(count)
    var index = 0
    while index < count {
      let scalar = span.scalar(at: index)
      let isValid = scalar.length > 1 || self[index] < 0x80
      if isValid { valid += self[index..<index + scalar.length] } else { valid += [0xEF, 0xBF, 0xBD] }
      index += scalar.length
    }
    return valid
  }
}
