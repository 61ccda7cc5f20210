import PublishingCalendar

/// A weekday as it is written in a text: `Monday`, `Mon`, `Thurs`.
struct WrittenWeekday {
  let day: Weekday

  private static let days: [Word: Weekday] = [
    "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday, "friday": .friday,
    "saturday": .saturday, "sunday": .sunday, "mon": .monday, "tue": .tuesday, "tues": .tuesday,
    "wed": .wednesday, "thu": .thursday, "thur": .thursday, "thurs": .thursday, "fri": .friday,
    "sat": .saturday, "sun": .sunday,
  ]

  /// The words, for a rule that looks for them.
  static let words: [Word] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun",
  ]

  /// The weekday at the spot, nil where none is written with a capital.
  init?(_ spot: Spot) {
    guard let token = spot[0], token.isCapitalised, let day = Self.days[token.word] else { return nil }
    self.day = day
  }

  /// Whether the word is one, whatever its capitals.
  static func isWord(_ word: Word) -> Bool { days[word] != nil }
}
