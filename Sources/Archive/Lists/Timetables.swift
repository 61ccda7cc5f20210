import Diagnostics
import Model
import PublishingCalendar
import StrictYAML

extension Fields {
  /// A timetable: milestones, each a number of working days before or after fieldwork or another one.
  mutating func timetable(_ key: String) -> Timetable? {
    guard var entries = fields(key) else { return nil }
    let names = entries.names()
    let milestones = names.compactMap { entries.milestone($0, among: names) }
    guard milestones.count == names.count else { return nil }
    if let circle = Self.circle(in: milestones) {
      report.error(
        "timetable-circle", line: entries.line(of: circle),
        "the milestone \(quoting: circle) waits for itself",
        expected: "every milestone to count from fieldwork in the end")
      return nil
    }
    return Timetable(milestones: milestones)
  }

  private mutating func milestone(_ name: String, among names: [String]) -> Timetable.Milestone? {
    guard var entry = fields(name) else { return nil }
    defer { entry.reportUnknownKeys() }
    guard Slug.isID(name), !Timetable.fieldworkEvents.contains(name) else {
      report.error(
        "wrong-value", line: line(of: name), "\(quoting: name) is no name of a milestone",
        expected: "\(Slug.form), and not fieldwork-start or fieldwork-end")
      return nil
    }
    let before = entry.text("before")
    let after = entry.text("after")
    let days = entry.workingDays()
    let isPublic = entry.flag("public") ?? false
    guard (before == nil) != (after == nil), let event = before ?? after, let days else {
      report.error(
        "milestone", line: line(of: name), "the milestone \(quoting: name) is not complete",
        expected: "{after: fieldwork-end, working-days: 34} or {before: …, working-days: …}")
      return nil
    }
    let events = Timetable.fieldworkEvents + names
    guard events.contains(event) else {
      report.error(
        "unknown-id", line: entry.line(of: before == nil ? "after" : "before"),
        "\(quoting: event) is no milestone", expected: "fieldwork-start, fieldwork-end or a milestone",
        suggestion: nearMiss(for: event, among: events), isSuggestionQuoted: true)
      return nil
    }
    return Timetable.Milestone(
      name: name, direction: before == nil ? .after : .before, event: event, workingDays: days,
      isPublic: isPublic)
  }

  /// The number of working days; a longer count is a slip of the pen.
  private mutating func workingDays() -> Int? {
    guard let days = count("working-days") else { return nil }
    if days <= 1000 { return days }
    reportWrong("working-days", "'working-days' is \(quoting: days.description)", expected: "at most 1000")
    return nil
  }

  /// A milestone that counts from itself by way of others.
  private static func circle(in milestones: [Timetable.Milestone]) -> String? {
    let events = Dictionary(milestones.map { ($0.name, $0.event) }, uniquingKeysWith: { first, _ in first })
    return milestones.map(\.name).first { name in
      var event: String? = name
      for _ in milestones { event = event.flatMap { events[$0] } }
      return event.flatMap { events[$0] } != nil
    }
  }
}
