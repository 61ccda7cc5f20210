/// What stands between the words of a text.
extension Span<UInt8> {
  /// The place of the first letter or number at or after a place, or the end.
  func startOfRun(from start: Int) -> Int {
    var place = start
    while place < count {
      let length = EightBytes(self, at: place).leadingPunctuation
      place += length
      if length == 8 { continue }
      guard place < count, self[place] >= 0x80 else { break }
      let scalar = scalar(at: place)
      if Folding.fold(scalar.value).isLetter { return place }
      place += scalar.length
    }
    return Swift.min(place, count)
  }

  /// The end of a possessive `'s` that begins at a place, right behind a run; nil if there is none.
  func endOfPossessive(from start: Int) -> Int? {
    guard start < count, self[start] == UInt8(ascii: "'") || self[start] == 0xE2 else { return nil }
    var place = start
    guard takeScalar(at: &place).isApostrophe, takeScalar(at: &place).isLetterS else { return nil }
    let end = place
    return Folding.fold(takeScalar(at: &place)).isInRun ? nil : end
  }

  /// The joiner at a place, as a compound has it, and its end; nil unless a word stands right behind it.
  func joiner(at start: Int) -> (joiner: UInt8, end: Int)? {
    guard start < count else { return nil }
    switch self[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), 0xE2: break
    default: return nil
    }
    var place = start
    guard let joiner = takeScalar(at: &place).joiner, isWord(at: place) else { return nil }
    return (joiner, place)
  }

  /// Whether a run begins at a place that does not fold to nothing.
  private func isWord(at start: Int) -> Bool {
    var place = start
    var folded = Folding.fold(takeScalar(at: &place))
    guard folded.isLetter else { return false }
    while folded.isInRun {
      switch folded {
      case .nothing, .mark, .other: folded = Folding.fold(takeScalar(at: &place))
      default: return true
      }
    }
    return false
  }

  /// Reads the next scalar that is not ignored; a space stands for the end.
  @inline(never)
  private func takeScalar(at place: inout Int) -> UInt32 {
    while place < count {
      let scalar = scalar(at: place)
      place += scalar.length
      if !scalar.value.isIgnored { return scalar.value }
    }
    return UInt32(UInt8(ascii: " "))
  }
}

extension UInt32 {
  fileprivate var isApostrophe: Bool { self == UInt8(ascii: "'") || self == 0x2018 || self == 0x2019 }

  fileprivate var isLetterS: Bool { self | 0x20 == UInt8(ascii: "s") }

  /// The hyphen or dot that a compound has in its place.
  fileprivate var joiner: UInt8? {
    switch self {
    case 0x2D, 0x2010, 0x2011: UInt8(ascii: "-")
    case 0x2E: UInt8(ascii: ".")
    default: nil
    }
  }
}
