/// What stands between a word such as `by` or `published` and its date: a weekday, a time, `on`, `the end of`.
enum WrittenDeadline {
  /// How many tokens may stand between.
  private static let longest = 16

  private static let fillers: Set<Word> = [
    ",", ":", ".", "on", "the", "at", "of", "end", "close", "business", "working", "day", "a", "p", "m", "am",
    "pm", "noon", "midday", "midnight", "hours", "hrs", "o'clock", "gmt", "bst",
  ]

  /// The date that belongs to the word at the spot, nil where another text follows it.
  static func date(after spot: Spot) -> WrittenDate? {
    for offset in 1...longest {
      let place = spot.moved(by: offset)
      if let date = WrittenDate(at: place) { return date }
      guard let token = place[0] else { return nil }
      let isFiller = fillers.contains(token.word) || WrittenWeekday(place) != nil
      guard isFiller || isTime(token) else { return nil }
      // A full stop between sentences ends what belongs to the word.
      if token.word == ".", place[1]?.isAfterSpace ?? true, place.word(-1) != "m" { return nil }
    }
    return nil
  }

  /// Whether the number may be one of a time: `5`, `17`, `30`, `1700`.
  private static func isTime(_ token: Token) -> Bool {
    token.kind == .number
      && (token.digits <= 2 && token.value < 60 || token.digits == 4 && token.value < 2400)
  }
}
