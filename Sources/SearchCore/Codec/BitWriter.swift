/// Writes lists of small numbers, the lowest bit of each byte first.
package struct BitWriter: Sendable {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  package init() {}

  /// Writes the lowest bits of a number, at most 32 of them.
  package mutating func write(_ value: UInt32, bits: Int) {
    pending |= UInt64(value) << UInt64(pendingCount)
    pendingCount += bits
    // Four at a time: how many whole bytes there are after a number cannot be foretold.
    if pendingCount >= 32 { writeBytes(4) }
  }

  /// Writes the next bytes that are whole, or are to be filled up.
  private mutating func writeBytes(_ count: Int) {
    for _ in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
    }
    pendingCount -= count * 8
  }

  /// Writes a number in the code of Golomb and Rice: what is above its lowest bits in unary, ones and a
  /// zero, then its lowest bits.
  package mutating func write(rice value: UInt32, _ parameter: RiceParameter) {
    var high = value >> UInt32(parameter.bits)
    while high >= 16 {
      write(0xFFFF, bits: 16)
      high -= 16
    }
    let low = value & ((1 << UInt32(parameter.bits)) - 1)
    write(low << (high + 1) | ((1 << high) - 1), bits: Int(high) + 1 + parameter.bits)
  }

  /// The bytes, the last filled up with zeros.
  package consuming func finished() -> [UInt8] {
    writeBytes((pendingCount + 7) / 8)
    return bytes
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
