/// The length of a document in one byte: a binary number of which the four highest digits are kept.
package enum DocumentLength {
  /// The largest that is not above a number of words.
  package static func code(_ words: Int) -> UInt8 {
    guard words >= 8 else { return UInt8(max(words, 0)) }
    let shift = Int.bitWidth - 4 - words.leadingZeroBitCount
    return UInt8(min(shift + 1, 31) << 3 | words >> shift & 7)
  }

  /// The number of words that a byte stands for.
  package static func words(_ code: UInt8) -> Int {
    code < 8 ? Int(code) : (8 | Int(code & 7)) << (Int(code >> 3) - 1)
  }
}
