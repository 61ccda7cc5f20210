/// The working days of England and Wales: Monday to Friday without the bank holidays.
package struct WorkingDays: Sendable {
  /// The bank holidays by day, with their names.
  package let holidays: [Day: String]
  /// The years of which any bank holiday is known.
  private let years: Set<Int>

  package init(holidays: [Day: String]) {
    self.holidays = holidays
    years = Set(holidays.keys.map(\.year))
  }

  package func contains(_ day: Day) -> Bool {
    nonWorkingReason(of: day) == nil
  }

  /// Whether the bank holidays of the year are known: no year is without any.
  package func knowsHolidays(of year: Int) -> Bool { years.contains(year) }

  /// Why nobody works on the day, nil on a working day; a bank holiday at the weekend is a weekend.
  package func nonWorkingReason(of day: Day) -> SkippedDay.Reason? {
    day.weekday.isWeekend ? .weekend : holidays[day].map { .holiday($0) }
  }

  /// Counts working days from the day after an event, or back from the day before it.
  ///
  /// The event's own day is not counted, whether anybody works on it or not (guidance of October 2022,
  /// paragraphs 25 and 96). No working days mean the event's own day if it is a working day, else the next
  /// one, or the last before it.
  package func count(_ number: Int, _ direction: Timetable.Milestone.Direction, _ event: Day) -> CountedDay {
    let step = direction == .after ? 1 : -1
    var remaining = number
    var day = number == 0 ? event : event.advanced(by: step)
    var skipped: [SkippedDay] = []
    var unknownYears: Set<Int> = []
    while true {
      if !knowsHolidays(of: day.year) { unknownYears.insert(day.year) }
      if let reason = nonWorkingReason(of: day) {
        skipped.append(SkippedDay(day: day, reason: reason))
      } else {
        remaining -= 1
        if remaining <= 0 { break }
      }
      day = day.advanced(by: step)
    }
    return CountedDay(
      day: day, skipped: direction == .after ? skipped : skipped.reversed(),
      yearsWithoutHolidays: unknownYears.sorted())
  }
}

/// A working day that was counted from another day.
package struct CountedDay: Hashable, Sendable {
  package let day: Day
  /// The days between that did not count, first to last.
  package let skipped: [SkippedDay]
  /// The years that the count went through without knowing their bank holidays: the day may come too early.
  package let yearsWithoutHolidays: [Int]

  package init(day: Day, skipped: [SkippedDay], yearsWithoutHolidays: [Int]) {
    self.day = day
    self.skipped = skipped
    self.yearsWithoutHolidays = yearsWithoutHolidays
  }
}

/// A day that was stepped over, and why.
package struct SkippedDay: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A Saturday or Sunday.
    case weekend
    /// A bank holiday of that name.
    case holiday(String)
    /// A working day on which nothing is published, for that reason.
    case moratorium(String)
  }

  package let day: Day
  package let reason: Reason

  package init(day: Day, reason: Reason) {
    self.day = day
    self.reason = reason
  }
}
