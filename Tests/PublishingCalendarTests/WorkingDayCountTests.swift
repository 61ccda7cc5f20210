import PublishingCalendar
import Testing

@Suite struct `A count of working days` {
  private let calendar: WorkingDays

  init() throws {
    calendar = WorkingDays(
      holidays: Dictionary(
        uniqueKeysWithValues: try [
          ("2022-01-03", "New Year’s Day"), ("2022-04-15", "Good Friday"), ("2022-04-18", "Easter Monday"),
          ("2022-05-02", "Early May bank holiday"), ("2022-06-02", "Spring bank holiday"),
          ("2022-06-03", "Platinum Jubilee"), ("2022-08-29", "Summer bank holiday"),
          ("2022-09-19", "State Funeral"), ("2022-12-26", "Boxing Day"), ("2022-12-27", "Christmas Day"),
          ("2023-01-02", "New Year’s Day"), ("2023-04-07", "Good Friday"), ("2023-04-10", "Easter Monday"),
          ("2023-05-01", "Early May bank holiday"), ("2023-05-08", "Coronation"),
          ("2023-05-29", "Spring bank holiday"), ("2023-08-28", "Summer bank holiday"),
          ("2023-12-25", "Christmas Day"), ("2023-12-26", "Boxing Day"), ("2024-01-01", "New Year’s Day"),
          ("2024-03-29", "Good Friday"), ("2024-04-01", "Easter Monday"),
          ("2024-05-06", "Early May bank holiday"), ("2024-05-27", "Spring bank holiday"),
          ("2024-08-26", "Summer bank holiday"), ("2024-12-25", "Christmas Day"),
          ("2024-12-26", "Boxing Day"), ("2022-01-01", "New Year’s Day itself, a Saturday"),
        ].map { (try Self.day($0.0), $0.1) }))
  }

  private static func day(_ text: String) throws -> Day {
    guard case .date(let day)? = WrittenTime(text) else {
      Issue.record("\(text) is no date")
      throw CancellationError()
    }
    return day
  }

  /// Days counted by hand on a calendar on paper.
  @Test(
    arguments: [
      (1, .after, "2024-03-08", "2024-03-11"),  // over a weekend
      (34, .after, "2024-03-08", "2024-04-29"),  // Leeds: over Easter
      (1, .after, "2024-03-28", "2024-04-02"),  // Easter
      (1, .before, "2024-04-02", "2024-03-28"),
      (1, .after, "2024-12-24", "2024-12-27"),  // Christmas
      (1, .after, "2022-12-23", "2022-12-28"),  // Christmas on a Sunday, its substitute on Tuesday
      (4, .after, "2022-12-23", "2023-01-03"),
      (2, .after, "2023-04-28", "2023-05-03"),  // the first Monday in May
      (5, .after, "2023-05-05", "2023-05-15"),  // the coronation
      (1, .before, "2023-05-09", "2023-05-05"),
      (10, .before, "2023-05-15", "2023-04-27"),  // both
      (1, .after, "2022-06-01", "2022-06-06"),  // the jubilee
      (3, .before, "2022-06-08", "2022-06-01"),
      (1, .after, "2022-09-16", "2022-09-20"),  // the state funeral
      (31, .after, "2022-08-12", "2022-09-28"),  // and the summer bank holiday
      (1, .after, "2024-03-30", "2024-04-02"),  // from a day that is none
      (1, .before, "2024-03-31", "2024-03-28"),
      (10, .before, "2024-03-04", "2024-02-19"),
    ] as [(Int, Timetable.Milestone.Direction, String, String)])
  func `leaves out weekends and bank holidays`(
    number: Int, direction: Timetable.Milestone.Direction, event: String, end: String
  ) throws {
    #expect(calendar.count(number, direction, try Self.day(event)).day.description == end)
  }

  @Test(
    arguments: [
      (.after, "2024-03-28", "2024-03-28"), (.before, "2024-03-28", "2024-03-28"),
      (.after, "2024-03-29", "2024-04-02"), (.before, "2024-04-01", "2024-03-28"),
      (.after, "2024-03-09", "2024-03-11"), (.before, "2024-03-09", "2024-03-08"),
    ] as [(Timetable.Milestone.Direction, String, String)])
  func `of none is the day itself, or the nearest working day in its direction`(
    direction: Timetable.Milestone.Direction, event: String, end: String
  ) throws {
    #expect(calendar.count(0, direction, try Self.day(event)).day.description == end)
  }

  @Test(arguments: [.after, .before] as [Timetable.Milestone.Direction])
  func `says what it stepped over, first to last`(direction: Timetable.Milestone.Direction) throws {
    let event = try Self.day(direction == .after ? "2024-03-28" : "2024-04-02")
    #expect(
      calendar.count(1, direction, event).skipped == [
        SkippedDay(day: try Self.day("2024-03-29"), reason: .holiday("Good Friday")),
        SkippedDay(day: try Self.day("2024-03-30"), reason: .weekend),
        SkippedDay(day: try Self.day("2024-03-31"), reason: .weekend),
        SkippedDay(day: try Self.day("2024-04-01"), reason: .holiday("Easter Monday")),
      ])
  }

  @Test func `takes a bank holiday at the weekend for a weekend`() throws {
    let count = calendar.count(1, .after, try Self.day("2021-12-31"))
    #expect(
      count.skipped.map(\.reason) == [.weekend, .weekend, .holiday("New Year’s Day")])
  }

  @Test(arguments: [
    ("2024-12-20", 5, []), ("2024-12-20", 6, [2025]), ("2021-12-30", 1, [2021]),
    ("2021-12-30", 2, [2021]), ("2025-12-31", 1, [2026]), ("2024-12-31", 0, []),
  ])
  func `names the years whose bank holidays it does not know`(
    event: String, number: Int, years: [Int]
  ) throws {
    #expect(calendar.count(number, .after, try Self.day(event)).yearsWithoutHolidays == years)
  }

  @Test func `forwards and back again ends where it began`() throws {
    var day = try Self.day("2022-01-04")
    let last = try Self.day("2024-10-01")
    while day < last {
      for number in [0, 1, 4, 10, 34, 70] {
        let forwards = calendar.count(number, .after, day)
        let back = calendar.count(number, .before, forwards.day)
        guard back.day == day, back.skipped == forwards.skipped else {
          Issue.record("\(number) working days after \(day) are \(forwards.day), and back \(back.day)")
          return
        }
      }
      day = calendar.count(0, .after, day.advanced(by: 1)).day
    }
  }

  @Test func `steps over every day between that it does not count, and no other`() throws {
    var day = try Self.day("2022-01-01")
    let last = try Self.day("2024-10-01")
    while day < last {
      let count = calendar.count(34, .after, day)
      var between: [Day] = []
      var next = day.advanced(by: 1)
      while next <= count.day {
        between.append(next)
        next = next.advanced(by: 1)
      }
      let skipped = count.skipped.map(\.day)
      guard between.count == 34 + skipped.count, between.filter({ !calendar.contains($0) }) == skipped else {
        Issue.record("34 working days after \(day) are not \(count.day)")
        return
      }
      day = day.advanced(by: 1)
    }
  }
}
