/// Writes lists of small numbers, the lowest bit of each byte first.
package struct BitWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  package init() {}

  /// Writes the lowest bits of a number, at most 32 of them.
  package mutating func write(_ value: UInt32, bits: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += bits
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Writes a number in the code of Golomb and Rice: what is above its lowest bits in unary, ones and a
  /// zero, then its lowest bits.
  package mutating func write(rice value: UInt32, _ parameter: RiceParameter) {
    var high = value >> UInt32(parameter.bits)
    while high >= 16 {
      write(0xFFFF, bits: 16)
      high -= 16
    }
    write((1 << high) - 1, bits: Int(high) + 1)
    if parameter.bits > 0 { write(value & ((1 << UInt32(parameter.bits)) - 1), bits: parameter.bits) }
  }

  /// The bytes, the last filled up with zeros.
  package func finished() -> [UInt8] {
    pendingCount > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes
  }
}

/// How many of the lowest bits of a number the code of Golomb and Rice keeps as they are.
package struct RiceParameter: Sendable {
  package let bits: Int

  package init(bits: Int) {
    self.bits = bits
  }

  /// The one that suits some numbers.
  package init(for numbers: [UInt32], below limit: Int = 16) {
    self.init(count: numbers.count, sum: numbers.reduce(0) { $0 + Int($1) }, below: limit)
  }

  /// The one that suits numbers of that sum best or nearly so.
  package init(count: Int, sum: Int, below limit: Int = 16) {
    var bits = 0
    // The best is near the logarithm to base 2 of the mean times ln 2, which is about 7/10.
    while bits < limit - 1, (count << (bits + 1)) * 10 <= sum * 14 { bits += 1 }
    self.bits = bits
  }
}
