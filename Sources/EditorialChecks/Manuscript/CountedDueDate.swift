package import Model
package import PublishingCalendar

/// The days on which a statement of action may be due, as the timetable of its inspection counts them.
///
/// It is due so many working days after the agencies receive the final letter (guidance of October 2022,
/// paragraph 99). Where the letter records under `milestones` when that was, or names guidance with a timetable,
/// that is one day. Where it goes by the timetable of its programme, the day of receipt is not known: it may be
/// any from the milestone before the final letter on to the release, and the published letters use them all.
package struct CountedDueDate: Sendable {
  /// The first and the last day.
  package let days: ClosedRange<Day>

  /// Counts the days, nil where the timetable has no statement of action, or runs through years whose bank
  /// holidays are not known.
  ///
  /// - Parameter release: The day of the first release, if there is one.
  package init?(
    _ timetable: InspectionTimetable, of origin: ApplicableTimetable.Origin, release: Day?,
    workingDays: WorkingDays
  ) {
    guard let milestone = timetable.milestones.first(where: { $0.rule.name == Timetable.statementOfAction }),
      milestone.yearsWithoutHolidays.isEmpty
    else { return nil }
    if case .computed = milestone.event.basis, case .programme = origin {
      let receipt = milestone.event.day
      let before = timetable.milestones.map(\.date).filter { $0 < receipt }.max() ?? receipt
      let last = max(receipt, release ?? receipt)
      let first = workingDays.count(milestone.rule.workingDays, milestone.rule.direction, before)
      let end = workingDays.count(milestone.rule.workingDays, milestone.rule.direction, last)
      guard first.yearsWithoutHolidays.isEmpty, end.yearsWithoutHolidays.isEmpty else { return nil }
      days = first.day...end.day
    } else {
      days = milestone.date...milestone.date
    }
  }
}
