import Diagnostics
import Model
import PublishingCalendar

extension EditorialRule {
  /// Fieldwork that does not go from a Monday to a Friday.
  ///
  /// It lasts from Monday to Friday of one week, or of several (guidance of October 2022, timetable). Where the
  /// Monday is a bank holiday it may begin on the first working day after it, and where the Friday is one it
  /// may end on the last before it.
  static let fieldworkDays = EditorialRule(
    "fieldwork-days", "fieldwork is not Monday to Friday"
  ) { manuscript in
    guard let fieldwork = manuscript.letter?.fieldwork else { return [] }
    let days = manuscript.workingDays
    let start = fieldwork.start.isFirstOfWeek(in: days) ? nil : ("start", fieldwork.start, Weekday.monday)
    let end = fieldwork.end.isLastOfWeek(in: days) ? nil : ("end", fieldwork.end, Weekday.friday)
    return [start, end].compactMap(\.self).map { key, day, weekday in
      let verb = key + "s"
      return Slip(
        at: .frontMatter(FrontMatterKey("fieldwork", key)),
        "fieldwork \(verb) on \(quoting: day.description), a \(day.weekday.inWords)",
        expected: "a \(weekday.inWords)")
    }
  }
}

extension Day {
  /// Whether it is the first working day of its week, bank holidays stepped over.
  fileprivate func isFirstOfWeek(in days: WorkingDays) -> Bool {
    steps(from: .monday, by: -1, in: days)
  }

  /// Whether it is the last working day of its week, bank holidays stepped over.
  fileprivate func isLastOfWeek(in days: WorkingDays) -> Bool {
    steps(from: .friday, by: 1, in: days)
  }

  /// Whether it is the weekday, or holidays alone lie between the two.
  private func steps(from weekday: Weekday, by step: Int, in days: WorkingDays) -> Bool {
    guard !self.weekday.isWeekend else { return false }
    var day = self
    while day.weekday != weekday {
      day = day.advanced(by: step)
      guard days.holidays[day] != nil else { return false }
    }
    return true
  }
}
