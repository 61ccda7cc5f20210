/// A scalar of a text and how many bytes of UTF-8 it takes.
struct ScalarInText {
  let value: UInt32
  let length: Int

  /// A byte that is not UTF-8, on its own: U+FFFD, which is no part of a word.
  static let invalid = ScalarInText(value: 0xFFFD, length: 1)
}

extension Span<UInt8> {
  /// The scalar that begins at a place, well-formed as in table 3-7 of the Unicode Standard.
  func scalar(at place: Int) -> ScalarInText {
    let first = self[place]
    let value: UInt32
    let length: Int
    let smallest: UInt32
    switch first {
    case 0..<0x80: return ScalarInText(value: UInt32(first), length: 1)
    case 0xC2..<0xE0: (value, length, smallest) = (UInt32(first & 0x1F), 2, 0x80)
    case 0xE0..<0xF0: (value, length, smallest) = (UInt32(first & 0x0F), 3, 0x800)
    case 0xF0..<0xF5: (value, length, smallest) = (UInt32(first & 0x07), 4, 0x1_0000)
    default: return .invalid
    }
    guard place + length <= count else { return .invalid }
    var scalar = value
    for index in 1..<length {
      let byte = self[place + index]
      guard byte & 0xC0 == 0x80 else { return .invalid }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let isSurrogate = 0xD800..<0xE000 ~= scalar
    guard scalar >= smallest, scalar <= 0x10_FFFF, !isSurrogate else { return .invalid }
    return ScalarInText(value: scalar, length: length)
  }
}
