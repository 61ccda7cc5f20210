package import PublishingCalendar

/// The days on which a letter may not be released because of one moratorium, both included.
package struct MoratoriumDays: Hashable, Sendable {
  package let first: Day
  package let last: Day
  package let reason: String

  package init(first: Day, last: Day, reason: String) {
    self.first = first
    self.last = last
    self.reason = reason
  }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
