import PublishingCalendar
import Testing

@Suite struct `A day` {
  /// Days counted by hand and by other calendars: days since 1970-01-01, weekday.
  @Test(
    arguments: [
      (1900, 1, 1, -25_567, .monday),
      (1900, 2, 28, -25_509, .wednesday),
      (1900, 3, 1, -25_508, .thursday),  // 1900 is no leap year
      (1969, 12, 31, -1, .wednesday),
      (1970, 1, 1, 0, .thursday),
      (2000, 2, 29, 11_016, .tuesday),  // 2000 is one
      (2000, 3, 1, 11_017, .wednesday),
      (2016, 5, 10, 16_931, .tuesday),
      (2023, 12, 31, 19_722, .sunday),
      (2024, 2, 29, 19_782, .thursday),
      (2024, 12, 31, 20_088, .tuesday),
      (2038, 1, 19, 24_855, .tuesday),
      (2100, 2, 28, 47_540, .sunday),
      (2100, 3, 1, 47_541, .monday),
      (2199, 12, 31, 84_005, .tuesday),
    ] as [(Int, Int, Int, Int, Weekday)])
  func `has its place among all days`(year: Int, month: Int, day: Int, number: Int, weekday: Weekday) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    let epoch = try #require(Day(year: 1970, month: 1, day: 1))
    #expect(epoch.advanced(by: number) == date)
    #expect(date.advanced(by: -number) == epoch)
    #expect(date.weekday == weekday)
    #expect((date.year, date.month, date.dayOfMonth) == (year, month, day))
  }

  @Test(arguments: [
    (1899, 12, 31), (2200, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32),
    (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 6, 31),
    (2024, 9, 31), (2024, 11, 31), (2024, 1, -1), (2024, 1, 400), (-2024, 1, 1),
  ])
  func `is refused where the calendar has none`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `follows the day before, over all 300 years`() throws {
    var day = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2199, month: 12, day: 31))
    var count = 1
    while day < last {
      let next = day.advanced(by: 1)
      let isNextInMonth = next.month == day.month && next.dayOfMonth == day.dayOfMonth + 1
      let isFirst = next.dayOfMonth == 1 && next.month == day.month % 12 + 1
      guard isNextInMonth || isFirst,
        Day(year: next.year, month: next.month, day: next.dayOfMonth) == next
      else {
        Issue.record("\(next) does not follow \(day)")
        return
      }
      day = next
      count += 1
    }
    #expect(count == 109_573)
  }

  @Test(arguments: [
    ((2016, 5, 10), "2016-05-10"), ((1900, 1, 1), "1900-01-01"), ((2199, 12, 31), "2199-12-31"),
  ])
  func `is written as ISO 8601`(date: (year: Int, month: Int, day: Int), text: String) throws {
    #expect(try #require(Day(year: date.year, month: date.month, day: date.day)).description == text)
  }
}

@Suite struct `A working day` {
  private let calendar: WorkingDays

  init() throws {
    calendar = WorkingDays(holidays: [
      try #require(Day(year: 2024, month: 12, day: 25)): "Christmas Day",
      try #require(Day(year: 2024, month: 12, day: 26)): "Boxing Day",
    ])
  }

  @Test(arguments: [
    ("2024-12-20", "2024-12-20"),  // a Friday
    ("2024-12-21", "2024-12-23"),
    ("2024-12-22", "2024-12-23"),
    ("2024-12-24", "2024-12-24"),
    ("2024-12-25", "2024-12-27"),
    ("2024-12-26", "2024-12-27"),
    ("2024-12-28", "2024-12-30"),
  ])
  func `is neither at the weekend nor a bank holiday`(from: String, first: String) throws {
    guard case .date(let day)? = WrittenTime(from) else {
      Issue.record("\(from) is no date")
      return
    }
    #expect(calendar.count(0, .after, day).day.description == first)
    #expect(calendar.contains(day) == (from == first))
  }
}
