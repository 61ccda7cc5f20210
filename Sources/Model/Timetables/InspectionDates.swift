package import PublishingCalendar

/// What is known of the days of one inspection, apart from its timetable.
package struct InspectionDates: Hashable, Sendable {
  /// When the letter became public, or will by itself.
  package enum Publication: Hashable, Sendable {
    case released(Day)
    case scheduled(Day)
  }

  package let fieldwork: Fieldwork
  /// The days on which milestones were in fact reached; the last of a name counts.
  package let milestones: [ActualMilestone]
  package let publication: Publication?
  /// What the letter says of the statement of action.
  package let statement: StatementOfAction?

  package init(
    fieldwork: Fieldwork, milestones: [ActualMilestone] = [], publication: Publication? = nil,
    statement: StatementOfAction? = nil
  ) {
    self.fieldwork = fieldwork
    self.milestones = milestones
    self.publication = publication
    self.statement = statement
  }

  /// The day on which the milestone was reached: as the letter records it, else the release of its first
  /// edition, or the receipt of the statement of action.
  package func actual(_ milestone: String) -> Day? {
    if let recorded = milestones.last(where: { $0.name == milestone }) { return recorded.day }
    switch (milestone, publication) {
    case (Timetable.publication, .released(let day)?): return day
    case (Timetable.statementOfAction, _): return statement?.received
    default: return nil
    }
  }

  /// The day of the release that is to come, for the publication alone.
  package func scheduled(_ milestone: String) -> Day? {
    guard milestone == Timetable.publication, case .scheduled(let day)? = publication else { return nil }
    return day
  }

  /// The day that the letter itself names, for the statement of action alone.
  package func stated(_ milestone: String) -> Day? {
    milestone == Timetable.statementOfAction ? statement?.due : nil
  }

  /// What the archive knows of an event's day without counting.
  package func known(_ event: String) -> BasedDay? {
    if event == Timetable.fieldworkStart { return BasedDay(day: fieldwork.start, basis: .actual) }
    if event == Timetable.fieldworkEnd { return BasedDay(day: fieldwork.end, basis: .actual) }
    return actual(event).map { BasedDay(day: $0, basis: .actual) }
      ?? scheduled(event).map { BasedDay(day: $0, basis: .scheduled) }
      ?? stated(event).map { BasedDay(day: $0, basis: .stated) }
  }
}

/// A day of an inspection, and what it rests on.
package struct BasedDay: Hashable, Sendable {
  package enum Basis: String, Hashable, Sendable {
    /// It happened on that day.
    case actual
    /// It will happen then by itself: the release of an edition that waits for nothing else.
    case scheduled
    /// The letter names the day.
    case stated
    /// It was counted in working days.
    case computed
  }

  package let day: Day
  package let basis: Basis

  package init(day: Day, basis: Basis) {
    self.day = day
    self.basis = basis
  }
}
