package import PublishingCalendar

/// What readers see of an inspection's timetable: one day for each public milestone, never what was planned
/// beside what happened.
///
/// A day is one that happened, that the letter states, or that follows from such a day alone. So no day of
/// a milestone for the staff can be told from it, and the statement of action, which not every letter asks
/// for, has the day that the letter states or none.
package struct PublicTimeline: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let milestone: String
    package let day: BasedDay
  }

  /// The public milestones that have a day, earliest first.
  package let entries: [Entry]

  /// The timeline of an inspection; the timetable may lack the milestones for the staff.
  package init(_ timetable: Timetable, dates: InspectionDates, workingDays: WorkingDays) {
    var days: [String: BasedDay] = [:]
    for event in Timetable.fieldworkEvents { days[event] = dates.known(event) }
    var waiting = timetable.milestones.filter(\.isPublic)
    while true {
      let remaining = waiting.filter { rule in
        days[rule.name] = Self.day(of: rule, dates, workingDays, after: days)
        return days[rule.name] == nil
      }
      guard remaining.count < waiting.count else { break }
      waiting = remaining
    }
    let entries = timetable.milestones.compactMap { rule in
      days[rule.name].map { Entry(milestone: rule.name, day: $0) }
    }
    // The order of milestones on one day is that of the timetable.
    self.entries = entries.enumerated()
      .sorted { ($0.element.day.day, $0.offset) < ($1.element.day.day, $1.offset) }.map(\.element)
  }

  private static func day(
    of rule: Timetable.Milestone, _ dates: InspectionDates, _ workingDays: WorkingDays,
    after days: [String: BasedDay]
  ) -> BasedDay? {
    if let known = dates.known(rule.name) { return known.basis == .scheduled ? nil : known }
    guard rule.name != Timetable.statementOfAction, let event = days[rule.event] else { return nil }
    let count = workingDays.count(rule.workingDays, rule.direction, event.day)
    return BasedDay(day: count.day, basis: .computed)
  }
}
