/// The working days of England and Wales: Monday to Friday without the bank holidays.
package struct WorkingDays: Sendable {
  /// The bank holidays by day, with their names.
  package let holidays: [Day: String]

  package init(holidays: [Day: String]) {
    self.holidays = holidays
  }

  package func contains(_ day: Day) -> Bool {
    !day.weekday.isWeekend && holidays[day] == nil
  }

  /// The first working day on or after the day.
  package func first(onOrAfter day: Day) -> Day {
    var candidate = day
    while !contains(candidate) { candidate = candidate.advanced(by: 1) }
    return candidate
  }
}
