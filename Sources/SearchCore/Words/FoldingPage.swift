/// A page of ``FoldingTable``; Scripts/generate-folding says how its records are written.
enum FoldingPage {
  private enum Kind: Int {
    case other, marks, themselves, pairs, same, sequence, list, words
  }

  /// What a scalar folds to.
  static func fold(_ scalar: UInt32) -> FoldedScalar {
    var digits = FoldingDigits(pageOf: scalar)
    // The first scalar of the record, and the letter that the last difference led to.
    var start = scalar & ~0xFF
    var letter = UInt32(UInt8(ascii: "a"))
    while true {
      let (kind, count) = takeHead(&digits)
      let isLast = scalar < start + count
      // A record is read as if it ended with the wanted scalar, if that is in it.
      let read = isLast ? scalar - start + 1 : count
      var found = scalar
      switch kind {
      case .other: if isLast { return .other }
      case .marks: if isLast { return .mark }
      case .themselves: break
      case .pairs: found = scalar + read % 2
      case .same, .sequence, .list:
        for _ in 0..<(kind == .list ? read : 1) { letter = digits.takeDifference(to: letter) }
        if kind == .sequence { letter += read - 1 }
        found = letter
      case .words:
        let word = FoldedWord(length: digits.takeNumber(), number: read, digits: digits)
        if isLast { return word.length == 0 ? .nothing : .word(word) }
        word.forEachLetter(&digits) { _ in }
      }
      if isLast { return .letter(found) }
      start += count
    }
  }

  /// The kind of the next record, and how many scalars it is for.
  private static func takeHead(_ digits: inout FoldingDigits) -> (Kind, UInt32) {
    let digit = digits.takeDigit()
    let isRule = digit >> 4 == 3
    guard let kind = Kind(rawValue: isRule ? 3 + (digit & 15) : digit >> 4) else {
      preconditionFailure("a record of no kind")
    }
    let isShort = !isRule && digit & 15 > 0
    return (kind, UInt32(isShort ? digit & 15 : digits.takeNumber()))
  }
}

/// One of several words, each what a scalar folds to; all have the same length.
struct FoldedWord {
  let length: Int
  /// How many words there are up to this one.
  fileprivate let number: UInt32
  /// Where the first of them is written.
  fileprivate let digits: FoldingDigits

  /// Reads the words up to this one, and calls a function with each letter of it.
  fileprivate func forEachLetter(_ digits: inout FoldingDigits, _ body: (UInt32) -> Void) {
    var letters = InlineArray<16, UInt32>(repeating: 0x627)
    for _ in 0..<number {
      for index in 0..<length { letters[index] = digits.takeDifference(to: letters[index]) }
    }
    for index in 0..<length { body(letters[index]) }
  }
}

extension Spelling {
  mutating func append(_ word: FoldedWord) {
    var digits = word.digits
    word.forEachLetter(&digits) { append(scalar: $0) }
  }
}

/// The digits of the records from a place on.
struct FoldingDigits {
  private var place: Int

  init(pageOf scalar: UInt32) {
    let pages = FoldingTable.pages
    let entry = Int(scalar >> 8) * 3
    place = pages.digit(at: entry) << 12 | pages.digit(at: entry + 1) << 6 | pages.digit(at: entry + 2)
  }

  mutating func takeDigit() -> Int {
    defer { place += 1 }
    return FoldingTable.records.digit(at: place)
  }

  mutating func takeNumber() -> Int {
    var number = 0
    var shift = 0
    while true {
      let digit = takeDigit()
      number |= (digit & 31) << shift
      if digit < 32 { return number }
      shift += 5
    }
  }

  mutating func takeDifference(to letter: UInt32) -> UInt32 {
    let number = takeNumber()
    let difference = number & 1 == 0 ? number >> 1 : -(number >> 1) - 1
    return UInt32(Int(letter) + difference)
  }
}

extension StaticString {
  /// The value of a digit, 0 to 63.
  fileprivate func digit(at place: Int) -> Int { Int(self[place] - UInt8(ascii: "0")) }
}
