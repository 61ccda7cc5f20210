import Embargo
import Escaping
import Model
import PublishingCalendar

/// A schedule for programs; instants are in UTC.
struct ScheduleJSON {
  let schedule: PlannedSchedule

  init(_ schedule: PlannedSchedule) {
    self.schedule = schedule
  }

  var value: JSON {
    .members([
      ("instant", .string(schedule.instant.rfc3339)),
      ("moments", .array(schedule.moments.map(moment))),
      (
        "waiting",
        .array(schedule.waiting.map { StateJSON.value($0, title: schedule.title(of: $0.id)) })
      ),
      ("unopened", schedule.unopened),
    ])
  }

  private func moment(_ moment: ScheduledMoment) -> JSON {
    .object([
      ("instant", .string(moment.instant.rfc3339)), ("changes", .array(moment.changes.map(change))),
    ])
  }

  private func change(_ change: ScheduledChange) -> JSON {
    .members(
      [
        ("id", .string(change.id)),
        ("kind", .string(change.kind)),
        ("text", .string(change.description)),
        ("document", .text(change.document?.description)),
        ("edition", change.edition.map { .number($0.number) }),
        ("title", .text(schedule.title(of: change))),
      ] + details(of: change))
  }

  private func details(of change: ScheduledChange) -> [(String, JSON?)] {
    switch change {
    case .correction(_, of: let number): [("replaces", .number(number))]
    case .name(let name, _, of: let inspectorate):
      [("inspectorate", .string(inspectorate)), ("name", .string(name))]
    case .timetable(let number, of: let programme):
      [("programme", .string(programme)), ("timetable", .number(number))]
    default: []
    }
  }
}
