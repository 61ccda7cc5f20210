/// Writes JSON (RFC 8259) in UTF-8.
final class JSONWriter {
  /// What holds several values.
  enum Container {
    case object, array
  }

  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  // MARK: Containers

  /// Begins a container, which `end` ends.
  func begin(_ container: Container) {
    separate()
    bytes.append(container == .object ? 0x7B : 0x5B)
    needsComma = false
  }

  func end(_ container: Container) {
    bytes.append(container == .object ? 0x7D : 0x5D)
    needsComma = true
  }

  /// Begins the array that is a field of an object.
  func array(_ name: StaticString) {
    key(name)
    begin(.array)
  }

  // MARK: Fields

  func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(name)
    bytes.append("\":")
    needsComma = false
  }

  func field(_ name: StaticString, _ text: [UInt8]) {
    key(name)
    value(text)
  }

  func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  func field(_ name: StaticString, _ isTrue: Bool) {
    key(name)
    separate()
    bytes.append(isTrue ? "true" : "false")
  }

  /// Writes a number of thousandths as a number with three digits behind the point.
  func field(_ name: StaticString, thousandths: Int) {
    field(name, thousandths / 1000)
    // The number with a 1 before its three last digits, whose place the point takes.
    let point = bytes.count
    bytes.append(decimal: 1000 + thousandths % 1000)
    bytes[point] = 0x2E
  }

  // MARK: Values

  func value(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  @inline(never)
  func value(_ text: [UInt8]) {
    separate()
    bytes.append(0x22)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        write(ascii: byte)
        index += 1
      } else {
        let length = text.span.scalar(at: index).length
        // What is not UTF-8 becomes U+FFFD; queries can hold anything.
        if length > 1 { bytes += text.part(index, index + length) } else { bytes.append("\u{FFFD}") }
        index += length
      }
    }
    bytes.append(0x22)
  }

  private func write(ascii byte: UInt8) {
    switch byte {
    case 0x0A: bytes.append("\\n")
    case 0x00..<0x20, 0x7F:
      bytes.append("\\u00")
      bytes.append(hexadecimal: byte)
    default:
      if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
  }

  private func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }
}
