import Diagnostics
import PublishingCalendar

extension EditorialRule {
  /// A weekday word that does not match the date beside it.
  ///
  /// Read are `Monday 16 May 2016`, `Mon, 16th of May`, `16 May 2016 (Monday)`, and ranges and lists that share
  /// a month or year, such as `Monday 16 to Friday 20 May 2016`. Weekdays that are listed before dates
  /// (`Monday to Friday, 16 to 20 May`) belong to none of them. Where no year is named, the weekday has to
  /// match in no year around that of the document before it is reported. A day that no such month has
  /// (`Monday 31 February 2017`) is reported too.
  static let weekday = EditorialRule(
    "weekday", "a weekday word does not match its date", words: WrittenWeekday.words
  ) { manuscript in
    manuscript.spots(of: WrittenWeekday.words).compactMap { spot in
      guard let day = WrittenWeekday(spot)?.day, let date = DateOfWeekday(at: spot) else { return nil }
      let written = spot.passage.text(date.tokens)
      guard date.date.mayExist else {
        return Slip(
          at: .spot(spot), "there is no such day as \(quoting: written)", expected: "a day of that month")
      }
      let weekdays = date.weekdays(near: manuscript.date)
      guard let actual = weekdays.first, !weekdays.contains(day) else { return nil }
      return Slip(
        at: .spot(spot), "the weekday in \(quoting: written) does not match its date",
        expected: date.date.year == nil ? "the weekday of that date" : "\(quoting: actual.inWords)")
    }
  }

  /// The date that a weekday word belongs to.
  private struct DateOfWeekday {
    let date: WrittenDate
    /// The weekday, its date, and what stands between.
    let tokens: Range<Int>

    private static let connectors: Set<Word> = ["to", "and", "until", "till", "through", "-", "&", ","]

    init?(at spot: Spot) {
      if spot.word(-1) == "(", spot.word(1) == ")", let date = WrittenDate(before: spot.moved(by: -1)) {
        self.date = date
        tokens = date.tokens.lowerBound..<spot.index + 2
        return
      }
      guard !Self.isListed(spot) else { return nil }
      var next = 1
      if spot.word(next) == "," || spot.word(next) == "." { next += 1 }
      if spot.word(next) == "the" { next += 1 }
      let start = spot.moved(by: next)
      guard let date = Self.date(at: start) else { return nil }
      self.date = date
      tokens = spot.index..<max(date.tokens.upperBound, start.index + 1)
    }

    /// Whether the weekday only ends a list of weekdays: `Monday to Friday`.
    private static func isListed(_ spot: Spot) -> Bool {
      guard let connector = spot.word(-1), connectors.contains(connector), let before = spot.word(-2) else {
        return false
      }
      return WrittenWeekday.isWord(before)
    }

    /// The date at a spot, its month and year taken from a later one where it is the first of several.
    private static func date(at spot: Spot) -> WrittenDate? {
      if let date = WrittenDate(at: spot) {
        guard date.year == nil, let later = laterDate(after: spot.moved(by: date.tokens.count)) else {
          return date
        }
        return date.with(year: later.year)
      }
      guard let (day, length) = WrittenDate.dayOfMonth(at: spot),
        let later = laterDate(after: spot.moved(by: length))
      else { return nil }
      return later.with(dayBefore: day, tokens: spot.index..<spot.index + length)
    }

    /// The first whole date after a spot, where nothing but weekdays, days and connectors stands before it.
    private static func laterDate(after spot: Spot) -> WrittenDate? {
      guard let first = spot.word(0), connectors.contains(first) else { return nil }
      for offset in spot.offsets(upTo: 16) {
        let next = spot.moved(by: offset)
        if let date = WrittenDate(at: next) { return date }
        guard let token = next[0], token.kind == .number || isBetweenDates(token.word) else { return nil }
      }
      return nil
    }

    private static func isBetweenDates(_ word: Word) -> Bool {
      connectors.contains(word) || WrittenWeekday.isWord(word)
        || ["the", "from", "st", "nd", "rd", "th"].contains(word)
    }

    /// The weekdays on which the date falls: one, or those of the years around the document's where it names
    /// no year.
    func weekdays(near day: Day?) -> [Weekday] {
      let years = date.year.map { [$0] } ?? day.map { [$0.year - 1, $0.year, $0.year + 1] } ?? []
      return years.compactMap { Day(year: $0, month: date.month, day: date.dayOfMonth)?.weekday }
    }
  }
}

extension WrittenDate {
  /// Whether the month has such a day, in its year or, where none is named, in a leap year.
  fileprivate var mayExist: Bool { Day(year: year ?? 2000, month: month, day: dayOfMonth) != nil }

  /// The date in another year.
  fileprivate func with(year: Int?) -> WrittenDate {
    WrittenDate(dayOfMonth: dayOfMonth, month: month, year: year, tokens: tokens)
  }

  /// The last day of that number before the date.
  fileprivate func with(dayBefore day: Int, tokens: Range<Int>) -> WrittenDate {
    guard day > dayOfMonth else {
      return WrittenDate(dayOfMonth: day, month: month, year: year, tokens: tokens)
    }
    return WrittenDate(
      dayOfMonth: day, month: month == 1 ? 12 : month - 1, year: month == 1 ? year.map { $0 - 1 } : year,
      tokens: tokens)
  }
}
