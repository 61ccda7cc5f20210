/// Writes the parts of a piece of the index that stand on whole bytes.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  package mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a number, seven bits a byte, the lowest first; every byte but the last has its highest bit set.
  package mutating func write(number: Int) {
    precondition(number >= 0, "the index holds no negative numbers")
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes bytes as they are.
  package mutating func write(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  /// Writes how many bytes there are, and the bytes.
  package mutating func write(text: [UInt8]) {
    write(number: text.count)
    bytes.append(contentsOf: text)
  }

  /// Writes four bytes, the lowest first.
  package mutating func write(fixed: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: fixed >> shift))
    }
  }
}
