import Escaping
import Model

/// The sum of the digests of some things, in whatever order: one can be added or taken away without the others.
struct DigestSum: Equatable, Sendable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  /// The sum of none.
  init() {}

  /// The sum of one.
  init(of bytes: Bytes) {
    let raw = Digest(of: bytes).raw
    for byte in raw[..<16] { low = low << 8 | UInt128(byte) }
    for byte in raw[16...] { high = high << 8 | UInt128(byte) }
  }

  static func += (sum: inout Self, other: Self) {
    sum.low &+= other.low
    sum.high &+= other.high
  }

  static func -= (sum: inout Self, other: Self) {
    sum.low &-= other.low
    sum.high &-= other.high
  }

  /// A digest of the sum.
  var digest: Digest {
    Digest(of: [low, high].flatMap { half in (0..<16).map { UInt8(truncatingIfNeeded: half >> (8 * $0)) } })
  }
}
