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

  /// The events that do not depend on a milestone.
  package static let fieldworkEvents = ["fieldwork-start", "fieldwork-end"]
}
