import Model
import PublishingCalendar
import Testing

extension Day: ExpressibleByStringLiteral {
  /// The day written as `2024-03-08`.
  package init(stringLiteral text: String) {
    guard case .date(let day)? = WrittenTime(text) else { preconditionFailure("'\(text)' is no day") }
    self = day
  }
}

extension Timetable {
  /// The timetable of the guidance of October 2022, paragraphs 25, 96, 99 and 130.
  static let october2022 = Timetable(milestones: [
    Milestone("notification", 10, .before, "fieldwork-start"),
    Milestone("draft-letter", 15, .after, "fieldwork-end"),
    Milestone("factual-accuracy", 24, .after, "fieldwork-end"),
    Milestone("final-letter", 31, .after, "fieldwork-end"),
    Milestone("publication", 34, .after, "fieldwork-end", isPublic: true),
    Milestone("statement-of-action", 70, .after, "final-letter", isPublic: true),
    Milestone("complaints-open", 0, .after, "final-letter"),
    Milestone("complaints-close", 10, .after, "publication", isPublic: true),
  ])
}

extension Timetable.Milestone {
  init(_ name: String, _ days: Int, _ direction: Direction, _ event: String, isPublic: Bool = false) {
    self.init(name: name, direction: direction, event: event, workingDays: days, isPublic: isPublic)
  }
}

extension WorkingDays {
  /// With the bank holidays of 2024.
  static let of2024 = WorkingDays(holidays: [
    "2024-01-01": "New Year’s Day", "2024-03-29": "Good Friday", "2024-04-01": "Easter Monday",
    "2024-05-06": "Early May bank holiday", "2024-05-27": "Spring bank holiday",
    "2024-08-26": "Summer bank holiday", "2024-12-25": "Christmas Day", "2024-12-26": "Boxing Day",
  ])
}

extension Fieldwork {
  /// The week in Leeds.
  static let leeds = Fieldwork(start: "2024-03-04", end: "2024-03-08")
}
