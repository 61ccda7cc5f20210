/// The milestones of an inspection, each a number of working days before or after an event.
///
/// The events are `fieldwork-start`, `fieldwork-end` and the other milestones (guidance of October 2022,
/// timetable).
package struct Timetable: Hashable, Sendable {
  package struct Milestone: Hashable, Sendable {
    package enum Direction: String, Hashable, Sendable { case before, after }

    package let name: String
    package let direction: Direction
    package let event: String
    package let workingDays: Int
    /// Whether readers see it; the others are for the staff.
    package let isPublic: Bool

    package init(name: String, direction: Direction, event: String, workingDays: Int, isPublic: Bool) {
      self.name = name
      self.direction = direction
      self.event = event
      self.workingDays = workingDays
      self.isPublic = isPublic
    }
  }

  /// The milestones in the order in which they were written.
  package let milestones: [Milestone]

  package init(milestones: [Milestone]) {
    self.milestones = milestones
  }

  /// The timetable without the milestones that are for the staff.
  package var forReaders: Timetable { Timetable(milestones: milestones.filter(\.isPublic)) }

  /// The events that do not depend on a milestone.
  package static let fieldworkEvents = [fieldworkStart, fieldworkEnd]
  /// The event of the first day of fieldwork.
  package static let fieldworkStart = "fieldwork-start"
  /// The event of the last day of fieldwork.
  package static let fieldworkEnd = "fieldwork-end"
  /// The milestone at which the letter becomes public.
  package static let publication = "publication"
  /// The milestone by which the principal authority owes its statement of action.
  package static let statementOfAction = "statement-of-action"
}
