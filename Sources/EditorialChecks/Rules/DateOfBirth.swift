import Diagnostics

extension EditorialRule {
  /// The date on which somebody was born.
  ///
  /// Looked for is a date with its day after `date of birth`, `DOB`, `born`, `b.` or `birthday`; a year alone tells
  /// of no single child, and neither does a bound, as in `children born on or after 1 September 2019`. The date
  /// is not repeated.
  static let dateOfBirth = EditorialRule(
    "date-of-birth", "a date of birth stands in the text", words: ["birth", "dob", "born", "birthday", "b"]
  ) { manuscript in
    manuscript.spots(of: ["birth", "dob", "born", "birthday", "b"]).compactMap { spot in
      guard isOfBirth(spot), let date = date(after: spot) else { return nil }
      return Slip(
        at: .spot(Spot(passage: spot.passage, index: date.tokens.lowerBound)),
        "this looks like a date of birth", expected: "no date of birth: an age, or nothing")
    }
  }

  private static func isOfBirth(_ spot: Spot) -> Bool {
    switch spot.word(0) {
    case "birth": spot.reads(["date", "of"], at: -2)
    // "D.O.B." is read as three letters.
    case "b": spot.reads(["d", ".", "o", "."], at: -4) || isBornInShort(spot)
    default: true
    }
  }

  /// Whether it is `(b. 12/03/2008)` or `Kai, b. 3 May 2010`.
  ///
  /// That is after a bracket, a comma or a name: the letter of `section b.` is none.
  private static func isBornInShort(_ spot: Spot) -> Bool {
    guard spot.word(1) == ".", spot[0]?.isCapitalised == false, let before = spot[-1] else { return false }
    return before.word == "(" || before.word == "," || before.kind == .word && before.isCapitalised
  }

  /// What may stand between the word and the date.
  private static let fillers: Set<Word> = [":", "-", "(", ".", "is", "was", "on", "the", "of", "falls", "="]

  private static func date(after spot: Spot) -> WrittenDate? {
    for offset in 1...5 {
      let next = spot.moved(by: offset)
      if let date = WrittenDate(at: next) { return date }
      guard let word = next.word(0), fillers.contains(word) else { return nil }
    }
    return nil
  }
}
