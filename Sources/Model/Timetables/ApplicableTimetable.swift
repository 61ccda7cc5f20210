package import PublishingCalendar

/// The timetable that an inspection is held to, and where it stands.
///
/// It goes by the start of fieldwork alone, so that a letter keeps it when guidance changes.
package struct ApplicableTimetable: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// The edition of the guidance that was in force when fieldwork began.
    case guidance(EditionID, inForce: Day)
    /// The timetable of the programme with the latest day on or before the start of fieldwork.
    case programme(String, from: Day)
  }

  package let origin: Origin
  package let timetable: Timetable

  /// The timetable of the guidance if that states one, else that of the programme; nil where neither does.
  package init?(
    fieldworkStart: Day, guidance: GuidanceInForce?, programme: Programme?
  ) {
    if let guidance, let timetable = guidance.timetable {
      origin = .guidance(guidance.edition, inForce: guidance.from)
      self.timetable = timetable
      return
    }
    guard let programme, let dated = programme.timetables.last(where: { $0.from <= fieldworkStart }) else {
      return nil
    }
    origin = .programme(programme.id, from: dated.from)
    timetable = dated.timetable
  }
}

/// An edition of guidance, and the day from which it is in force.
package struct GuidanceInForce: Hashable, Sendable {
  package let edition: EditionID
  package let from: Day
  package let timetable: Timetable?

  package init(edition: EditionID, from: Day, timetable: Timetable?) {
    self.edition = edition
    self.from = from
    self.timetable = timetable
  }

  /// The edition in force on the day: of those that had come into force the latest, and of two that did on
  /// one day the later edition.
  package static func edition(of editions: [GuidanceInForce], on day: Day) -> GuidanceInForce? {
    editions.filter { $0.from <= day }.max { ($0.from, $0.edition) < ($1.from, $1.edition) }
  }
}
