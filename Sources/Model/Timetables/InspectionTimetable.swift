package import PublishingCalendar

/// The milestones of one inspection with their days, for the staff: what was planned beside what happened.
///
/// Readers get a `PublicTimeline`.
package struct InspectionTimetable: Hashable, Sendable {
  /// The milestones in the order of the timetable.
  package let milestones: [InspectionMilestone]

  /// Counts every milestone of the timetable, nil where one counts from nothing, or from itself by way of
  /// others; a timetable that was read from content never does.
  ///
  /// A milestone that counts from another takes the day that the archive knows of that one, else the
  /// computed one.
  ///
  /// - Parameters:
  ///   - dates: What is known of the inspection's days.
  ///   - workingDays: The working days that count, those of a moratorium among them.
  ///   - moratoria: When the letter may not be released: only its publication steps over them.
  package init?(
    _ timetable: Timetable, dates: InspectionDates, workingDays: WorkingDays, moratoria: [MoratoriumDays]
  ) {
    var counting = MilestoneCounting(dates: dates, workingDays: workingDays, moratoria: moratoria)
    var waiting = timetable.milestones
    while !waiting.isEmpty {
      let remaining = waiting.filter { !counting.count($0) }
      guard remaining.count < waiting.count else { return nil }
      waiting = remaining
    }
    milestones = timetable.milestones.compactMap { counting.counted[$0.name] }
  }

  /// The milestones that the inspection names and the timetable does not, each once.
  package static func unknownMilestones(in dates: InspectionDates, of timetable: Timetable) -> [String] {
    var known = Set(timetable.milestones.map(\.name))
    return dates.milestones.map(\.name).filter { known.insert($0).inserted }
  }
}

/// A milestone of one inspection.
package struct InspectionMilestone: Hashable, Sendable {
  package let rule: Timetable.Milestone
  /// The day of the event that it counts from.
  package let event: BasedDay
  /// The day on which the count of working days ends.
  package let counted: Day
  /// The computed day: the counted one, or the first working day after the moratorium that it fell into.
  package let date: Day
  /// The days that were stepped over, first to last.
  package let skipped: [SkippedDay]
  /// The day on which it was in fact reached.
  package let actual: Day?
  /// The day of the letter's release, while it is still to come.
  package let scheduled: Day?
  /// The day that the letter states.
  package let stated: Day?
  /// The years whose bank holidays are not known and whose days were counted, for this milestone or the one
  /// that it counts from.
  package let yearsWithoutHolidays: [Int]
}

/// Counts the milestones of a timetable one after the other.
private struct MilestoneCounting {
  let dates: InspectionDates
  let workingDays: WorkingDays
  let moratoria: [MoratoriumDays]
  private(set) var counted: [String: InspectionMilestone] = [:]

  init(dates: InspectionDates, workingDays: WorkingDays, moratoria: [MoratoriumDays]) {
    self.dates = dates
    self.workingDays = workingDays
    self.moratoria = moratoria
  }

  /// Counts a milestone, unless the one that it counts from has to be counted first.
  mutating func count(_ rule: Timetable.Milestone) -> Bool {
    let earlier = counted[rule.event]
    guard
      let event = dates.known(rule.event) ?? earlier.map({ BasedDay(day: $0.date, basis: .computed) })
    else { return false }
    let count = workingDays.count(rule.workingDays, rule.direction, event.day)
    let waiting = rule.name == Timetable.publication ? releaseDay(from: count.day) : nil
    let unknownYears = Set(count.yearsWithoutHolidays)
      .union(waiting?.yearsWithoutHolidays ?? [])
      .union(event.basis == .computed ? earlier?.yearsWithoutHolidays ?? [] : [])
    counted[rule.name] = InspectionMilestone(
      rule: rule, event: event, counted: count.day, date: waiting?.day ?? count.day,
      skipped: count.skipped + (waiting?.skipped ?? []), actual: dates.actual(rule.name),
      scheduled: dates.scheduled(rule.name), stated: dates.stated(rule.name),
      yearsWithoutHolidays: unknownYears.sorted())
    return true
  }

  /// The first working day on or after the day that no moratorium covers.
  private func releaseDay(from counted: Day) -> CountedDay {
    var day = counted
    var skipped: [SkippedDay] = []
    var unknownYears: Set<Int> = []
    while let reason = reasonAgainstRelease(on: day) {
      skipped.append(SkippedDay(day: day, reason: reason))
      day = day.advanced(by: 1)
      if !workingDays.knowsHolidays(of: day.year) { unknownYears.insert(day.year) }
    }
    return CountedDay(day: day, skipped: skipped, yearsWithoutHolidays: unknownYears.sorted())
  }

  private func reasonAgainstRelease(on day: Day) -> SkippedDay.Reason? {
    workingDays.nonWorkingReason(of: day)
      ?? moratoria.first { $0.contains(day) }.map { .moratorium($0.reason) }
  }
}
