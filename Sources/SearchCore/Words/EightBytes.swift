/// Eight bytes of a text, looked at together: nearly all of an English text is ASCII.
struct EightBytes {
  /// The first byte of the text is the lowest.
  let value: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = ones << 7

  /// The bytes from a place on; zeros stand for those beyond the end.
  @inline(__always)
  init(_ text: Span<UInt8>, at place: Int) {
    if place + 8 <= text.count {
      let loaded = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      value = UInt64(littleEndian: loaded)
    } else {
      var value: UInt64 = 0
      for index in place..<text.count { value |= UInt64(text[index]) << UInt64(8 * (index - place)) }
      self.value = value
    }
  }

  @inline(__always)
  private init(value: UInt64) { self.value = value }

  /// The high bit of each byte that is a letter or a digit of ASCII.
  @inline(__always)
  private var lettersAndDigits: UInt64 {
    // Adding to seven bits carries into the eighth just from a bound on, and never into the next byte.
    let low = value & ~Self.highBits
    let lower = low | Self.ones &* 0x20
    let isLetter = (lower &+ Self.from(UInt8(ascii: "a"))) & ~(lower &+ Self.from(UInt8(ascii: "z") + 1))
    let isDigit = (low &+ Self.from(UInt8(ascii: "0"))) & ~(low &+ Self.from(UInt8(ascii: "9") + 1))
    return (isLetter | isDigit) & ~value & Self.highBits
  }

  /// What is to be added to each byte so that its high bit says whether it was at least that one.
  @inline(__always)
  private static func from(_ byte: UInt8) -> UInt64 { ones &* UInt64(0x80 - byte) }

  /// How many letters and digits of ASCII it begins with.
  @inline(__always)
  var leadingLettersAndDigits: Int { (~lettersAndDigits & Self.highBits).trailingZeroBitCount >> 3 }

  /// How many bytes it begins with that are ASCII, but neither letters nor digits.
  @inline(__always)
  var leadingPunctuation: Int { ((lettersAndDigits | value) & Self.highBits).trailingZeroBitCount >> 3 }

  /// Its letters in lower case; a digit stays the same, and the other bytes have no use.
  @inline(__always)
  var lowercased: EightBytes { EightBytes(value: value | Self.ones &* 0x20) }
}
