/// Reads lists of small numbers as `BitWriter` wrote them.
///
/// What would lie beyond the end reads as zeros and sets `isDamaged`.
package struct BitReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var pending: UInt64 = 0
  private var pendingCount = 0
  package private(set) var isDamaged = false

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next parameter, of four bits.
  mutating func parameter() -> RiceParameter { RiceParameter(bits: Int(bits(4))) }

  /// Has at least 32 bits ready.
  @inline(never)
  private mutating func fill() {
    while pendingCount <= 56 {
      guard position < end else { return }
      pending |= UInt64(bytes[position]) << UInt64(pendingCount)
      position += 1
      pendingCount += 8
    }
  }

  @inline(never)
  package mutating func bits(_ count: Int) -> UInt32 {
    if pendingCount < count { fill() }
    guard pendingCount >= count else {
      isDamaged = true
      return 0
    }
    let value = UInt32(truncatingIfNeeded: pending & ((1 << UInt64(count)) - 1))
    pending >>= UInt64(count)
    pendingCount -= count
    return value
  }

  @inline(never)
  package mutating func rice(_ parameter: RiceParameter) -> UInt32 {
    var high: UInt32 = 0
    while true {
      if pendingCount < 32 { fill() }
      guard pendingCount > 0 else {
        isDamaged = true
        return 0
      }
      let ones = min((~pending).trailingZeroBitCount, pendingCount)
      high &+= UInt32(ones)
      pending >>= UInt64(ones)
      pendingCount -= ones
      if pendingCount > 0 { break }
    }
    pending >>= 1
    pendingCount -= 1
    guard parameter.bits > 0 else { return high }
    return high << UInt32(parameter.bits) | bits(parameter.bits)
  }
}
