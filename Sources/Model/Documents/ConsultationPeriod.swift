package import PublishingCalendar

/// When a consultation opens or closes: a day, or a time of it.
package struct ConsultationMoment: Hashable, Sendable, CustomStringConvertible {
  /// The day in the archive's zone.
  package let day: Day
  /// The time of the day, nil where the author gave a date alone.
  package let time: TimeOfDay?
  /// The moment itself: on a date alone a consultation opens with the day, and is closed once it is over.
  package let instant: Instant
  /// As machines read it: `2027-03-12`, or `2027-03-12T17:00:00+00:00`.
  package let description: String

  package init(day: Day, time: TimeOfDay?, instant: Instant, description: String) {
    self.day = day
    self.time = time
    self.instant = instant
    self.description = description
  }
}

/// Whether a consultation takes answers.
package enum ConsultationState: String, Hashable, Sendable {
  /// It opens later.
  case upcoming
  case open, closed
}

extension ConsultationFacts {
  /// The state at the instant, nil where the consultation says neither when it opens nor when it closes.
  ///
  /// It changes at `opens.instant` and `closes.instant` and at no other moment.
  package func state(at instant: Instant) -> ConsultationState? {
    if let closes, instant >= closes.instant { return .closed }
    if let opens, instant < opens.instant { return .upcoming }
    return opens == nil && closes == nil ? nil : .open
  }
}

extension Facts {
  /// What the front matter of a consultation says, nil in the other collections.
  package var consultation: ConsultationFacts? {
    if case .consultation(let facts) = self { facts } else { nil }
  }
}
