import Embargo
import Escaping
import Model
import PublishingCalendar

/// A timetable for programs.
struct TimetableJSON {
  let value: JSON

  init(_ timetable: LetterTimetable) {
    let fieldwork = timetable.dates.fieldwork
    let statement = timetable.dates.statement
    value = .object([
      ("document", .string(timetable.document.description)),
      ("fieldwork", .object([("start", Self.day(fieldwork.start)), ("end", Self.day(fieldwork.end))])),
      ("timetable", Self.origin(timetable.origin)),
      ("milestones", .array(timetable.timetable.milestones.map { Self.milestone($0, statement) })),
      ("notes", .array(timetable.notes.map(Self.note))),
    ])
  }

  private static func origin(_ origin: ApplicableTimetable.Origin) -> JSON {
    switch origin {
    case .guidance(let edition, let inForce):
      .object([
        ("guidance", .string(edition.document.description)), ("edition", .number(edition.number)),
        ("in-force", day(inForce)),
      ])
    case .programme(let id, let from): .object([("programme", .string(id)), ("from", day(from))])
    }
  }

  private static func milestone(_ milestone: InspectionMilestone, _ statement: StatementOfAction?) -> JSON {
    let rule = milestone.rule
    return .members([
      ("milestone", .string(rule.name)),
      ("date", day(milestone.counted)),
      ("actual", milestone.actual.map(day)),
      ("scheduled", milestone.scheduled.map(day)),
      ("due", milestone.stated.map(day)),
      ("basis", milestone.stated.flatMap { _ in .text(statement?.basis) }),
      ("required", rule.name == Timetable.statementOfAction ? statement?.isRequired.map { .bool($0) } : nil),
      (rule.direction.rawValue, .string(rule.event)),
      ("event-date", day(milestone.event.day)),
      ("event-basis", .string(milestone.event.basis.rawValue)),
      ("working-days", .number(rule.workingDays)),
      ("earliest", milestone.counted == milestone.date ? nil : day(milestone.date)),
      ("public", .bool(rule.isPublic)),
      ("skipped", .array(milestone.skipped.map(skipped))),
    ])
  }

  private static func skipped(_ skipped: SkippedDay) -> JSON {
    let reason =
      switch skipped.reason {
      case .weekend: "weekend"
      case .holiday(let name): name
      case .moratorium(let reason): reason
      }
    return .object([("day", day(skipped.day)), ("reason", .string(reason))])
  }

  private static func note(_ note: LetterTimetable.Note) -> JSON {
    let members: [(String, JSON)] =
      switch note {
      case .holidaysMissing(let years, let milestones):
        [("years", .array(years.map { .number($0) })), ("milestones", .strings(milestones))]
      case .unknownMilestone(let name): [("milestone", .string(name))]
      case .guidanceNotInForce(let id), .guidanceMissing(let id), .guidanceUnread(let id):
        [("guidance", .string(id.description))]
      case .errors(let edition):
        [("document", .string(edition.document.description)), ("edition", .number(edition.number))]
      }
    return .object([("note", .string(note.name)), ("text", .string(note.text))] + members)
  }

  private static func day(_ day: Day) -> JSON { .string(day.description) }
}

extension LetterTimetable.Note {
  /// What programs know the note by.
  var name: String {
    switch self {
    case .holidaysMissing: "holidays-missing"
    case .unknownMilestone: "unknown-milestone"
    case .guidanceNotInForce: "guidance-not-in-force"
    case .guidanceMissing: "guidance-missing"
    case .guidanceUnread: "guidance-unread"
    case .errors: "errors"
    }
  }

  /// The note in one sentence without a full stop.
  var text: String {
    switch self {
    case .holidaysMissing(let years, let milestones):
      "bank-holidays.json has no holidays of \(years.map(\.description).joined(separator: ", ")), so "
        + "\(milestones.joined(separator: ", ")) may come too early"
    case .unknownMilestone(let name): "the letter gives a day for \(name), which its timetable does not have"
    case .guidanceNotInForce(let id):
      "no edition of \(id) was in force when fieldwork began, so the timetable of the programme counts"
    case .guidanceMissing(let id):
      "there is no \(id), so these dates are those of the programme and not of the guidance that the letter names"
    case .guidanceUnread(let id):
      "\(id) has errors, so these dates may not be those of the guidance that the letter names"
    case .errors(let edition): "\(edition) has errors; findings check lists them"
    }
  }
}
