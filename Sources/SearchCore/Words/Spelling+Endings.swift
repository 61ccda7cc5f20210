/// What the stemmer asks of a word.
///
/// Endings are lists: `ement ment ent`, or, with what takes their place, `ational>ate tional>tion`. The first
/// that the word has is meant, so that a longer one stands before those that it ends in. All are ASCII.
extension Spelling {
  /// The first item of a list that the word ends in.
  @inline(never)
  func ending(of list: StaticString) -> Ending? {
    var place = 0
    while place < list.count {
      let end = list.endOfLetters(from: place)
      let next = list.endOfItem(from: end)
      let start = count - (end - place)
      if has(list, place..<end, at: start) {
        return Ending(start: start, replacement: min(end + 1, next)..<next)
      }
      place = next + 1
    }
    return nil
  }

  /// Whether what is before an index is one of a list.
  func isOne(of list: StaticString, upTo end: Int) -> Bool {
    var place = 0
    while place < list.count {
      let next = list.endOfItem(from: place)
      if next - place == end, has(list, place..<next, at: 0) { return true }
      place = next + 1
    }
    return false
  }

  /// Whether one of the letters stands before an index.
  func has(oneOf letters: StaticString, before index: Int) -> Bool {
    for place in 0..<letters.count where index > 0 && self[index - 1] == letters[place] { return true }
    return false
  }

  /// Whether some letters of a text stand at an index.
  func has(_ text: StaticString, _ letters: Range<Int>, at index: Int) -> Bool {
    guard index >= 0, index + letters.count <= count else { return false }
    for place in letters where self[index + place - letters.lowerBound] != text[place] { return false }
    return true
  }

  mutating func append(_ text: StaticString, _ letters: Range<Int>) {
    for place in letters { append(text[place]) }
  }

  /// The last byte, or a byte that no word has.
  var last: UInt8 { count > 0 ? self[count - 1] : 0 }

  func containsVowel(before end: Int) -> Bool {
    for index in 0..<end where self[index].isVowel { return true }
    return false
  }

  // MARK: Scalars

  var hasThreeScalars: Bool {
    var scalars = 0
    for index in 0..<count where !self[index].goesOn {
      scalars += 1
      if scalars == 3 { return true }
    }
    return false
  }

  /// The end of the scalar that begins at an index.
  func endOfScalar(at index: Int) -> Int {
    var end = index + 1
    while end < count, self[end].goesOn { end += 1 }
    return end
  }

  /// The beginning of the scalar before an index; nil at the beginning of the word.
  func startOfScalar(before end: Int) -> Int? {
    var index = end - 1
    while index > 0, self[index].goesOn { index -= 1 }
    return index < 0 ? nil : index
  }
}

/// An ending that a word has.
struct Ending {
  /// Where it begins in the word.
  let start: Int
  /// Where the letters that take its place stand in the list.
  let replacement: Range<Int>
}

extension UInt8 {
  var isVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether it is not the first byte of its scalar.
  fileprivate var goesOn: Bool { self & 0xC0 == 0x80 }
}

extension StaticString {
  /// The end of the letters, and apostrophes, that stand at a place of a list.
  fileprivate func endOfLetters(from place: Int) -> Int {
    var end = place
    while end < count, self[end] != UInt8(ascii: ">"), self[end] != UInt8(ascii: " ") { end += 1 }
    return end
  }

  /// The next space of a list, or its end.
  fileprivate func endOfItem(from place: Int) -> Int {
    var end = place
    while end < count, self[end] != UInt8(ascii: " ") { end += 1 }
    return end
  }
}
