package import Archive
package import Model
package import PublishingCalendar

/// The milestones of a letter's inspection, for the staff.
package struct LetterTimetable: Sendable {
  /// Something that the staff must know to trust the days.
  package enum Note: Hashable, Sendable {
    /// The bank holidays of these years are not known, and these milestones were counted through them.
    case holidaysMissing(years: [Int], milestones: [String])
    /// The letter gives a day for a milestone that its timetable does not have.
    case unknownMilestone(String)
    /// No edition of the letter's guidance was in force when fieldwork began.
    case guidanceNotInForce(DocumentID)
    /// The letter's guidance is not there, so that the days are not those of its timetable.
    case guidanceMissing(DocumentID)
    /// The letter's guidance has errors, so that the days are not, or may not be, those of its timetable.
    case guidanceUnread(DocumentID)
    /// An edition that the days come from has errors, and something of it may not have been read.
    case errors(EditionID)
  }

  package let document: DocumentID
  package let dates: InspectionDates
  package let origin: ApplicableTimetable.Origin
  package let timetable: InspectionTimetable
  package let notes: [Note]

  /// The guidance that the letter names and whose timetable this is not, since it is not there or has errors.
  package var missedGuidance: DocumentID? {
    guard case .programme = origin else { return nil }
    return notes.lazy.compactMap { note in
      switch note {
      case .guidanceMissing(let id), .guidanceUnread(let id): id
      default: nil
      }
    }.first
  }
}

/// Why an inspection has no timetable.
package enum NoTimetable: Error, Hashable, CustomStringConvertible {
  case notALetter(DocumentID)
  case noFieldwork(DocumentID)
  case noneStated(DocumentID, fieldworkStart: Day)

  package var description: String {
    switch self {
    case .notALetter(let id): "\(id) is no letter; only letters have a timetable"
    case .noFieldwork(let id): "\(id) gives no fieldwork to count from"
    case .noneStated(let id, let start):
      "neither the guidance nor the programme of \(id) states a timetable for fieldwork that began on \(start)"
    }
  }
}

extension Archive {
  /// The timetable that the inspection of a letter is held to, with what is known of it at the instant.
  ///
  /// The facts are those of the latest edition; the days on which milestones were reached may stand in any.
  package func inspectionTimetable(
    of document: ArchivedDocument, at instant: Instant
  ) throws(NoTimetable) -> LetterTimetable {
    let letters = document.editions.compactMap(\.edition.facts.letter)
    guard let letter = letters.last else { throw .notALetter(document.id) }
    guard let fieldwork = letter.fieldwork else { throw .noFieldwork(document.id) }
    let dates = InspectionDates(
      fieldwork: fieldwork, milestones: letters.flatMap(\.milestones),
      publication: publication(of: document, at: instant), statement: letter.statement)
    let editions = letter.guidance.map(editionsInForce) ?? []
    let guidance = GuidanceInForce.edition(of: editions, on: fieldwork.start)
    let programmeID = letter.programme ?? letter.guidance.flatMap(programme)
    guard
      let applicable = ApplicableTimetable(
        fieldworkStart: fieldwork.start, guidance: guidance,
        programme: lists.programmes.first { $0.id == programmeID }),
      let timetable = InspectionTimetable(
        applicable.timetable, dates: dates, workingDays: workingDays, moratoria: moratoria(over: document))
    else { throw .noneStated(document.id, fieldworkStart: fieldwork.start) }
    var notes = errors(in: [document.editions.last?.id].compactMap(\.self))
    if let id = letter.guidance { notes += self.notes(onGuidance: id, inForce: guidance) }
    notes += InspectionTimetable.unknownMilestones(in: dates, of: applicable.timetable)
      .map { .unknownMilestone($0) }
    if let missing = timetable.missingHolidays { notes.append(missing) }
    return LetterTimetable(
      document: document.id, dates: dates, origin: applicable.origin, timetable: timetable, notes: notes)
  }

  // MARK: Guidance

  private func document(_ id: DocumentID) -> ArchivedDocument? {
    documents.first { $0.id == id }
  }

  private func editionsInForce(_ id: DocumentID) -> [GuidanceInForce] {
    (document(id)?.editions ?? []).compactMap {
      GuidanceInForce($0.edition, release: $0.status.release.instant, zone: settings.zone)
    }
  }

  private func programme(of guidance: DocumentID) -> String? {
    document(guidance)?.editions.last?.edition.facts.programme
  }

  private func errors(in editions: [EditionID]) -> [LetterTimetable.Note] {
    editions.filter { id in
      document(id.document)?.editions.contains { $0.id == id && $0.hasErrors } ?? false
    }.map { .errors($0) }
  }

  /// What is to know of the guidance that a letter names: that it is not there, has errors, or had not come into
  /// force.
  private func notes(onGuidance id: DocumentID, inForce: GuidanceInForce?) -> [LetterTimetable.Note] {
    guard let guidance = document(id) else { return [.guidanceMissing(id)] }
    let errors = errors(in: guidance.editions.map(\.id))
    if !errors.isEmpty { return errors + [.guidanceUnread(id)] }
    return inForce == nil ? [.guidanceNotInForce(id)] : []
  }

  // MARK: Publication

  /// The release of the first edition: it counts once the edition was public, and before that if it waits
  /// for nothing else.
  private func publication(
    of document: ArchivedDocument, at instant: Instant
  ) -> InspectionDates.Publication? {
    guard let first = states(of: document, at: instant).first, let release = first.release else { return nil }
    let day = settings.zone.local(release).day
    switch first.state {
    case .published, .superseded, .withdrawn: return .released(day)
    case .removed: return release <= instant ? .released(day) : nil
    case .embargoed: return .scheduled(day)
    case .draft, .invalid, .awaitingAgreement, .held, .moratorium: return nil
    }
  }

  /// The days on which moratoria forbid a release of the letter's first edition at the archive's time of
  /// release.
  private func moratoria(over document: ArchivedDocument) -> [MoratoriumDays] {
    guard let first = document.editions.first, first.status.moratoriumExemption == nil else { return [] }
    return rules.moratoria.filter { $0.covers(first, release: $0.from) }.map { moratorium in
      let from = settings.zone.local(moratorium.from)
      let to = settings.zone.local(moratorium.to)
      return MoratoriumDays(
        first: from.time <= settings.releaseTime ? from.day : from.day.advanced(by: 1),
        last: to.time >= settings.releaseTime ? to.day : to.day.advanced(by: -1),
        reason: moratorium.reason)
    }
  }
}

extension GuidanceInForce {
  /// An edition of guidance with the day from which it is in force: its release, where it names none.
  init?(_ edition: Edition, release: Instant?, zone: Zone) {
    guard case .guidance(let facts) = edition.facts,
      let from = facts.inForce ?? release.map({ zone.local($0).day })
    else { return nil }
    self.init(edition: edition.id, from: from, timetable: facts.timetable)
  }
}

extension InspectionTimetable {
  /// The note on years without bank holidays, nil where all are known.
  fileprivate var missingHolidays: LetterTimetable.Note? {
    let affected = milestones.filter { !$0.yearsWithoutHolidays.isEmpty }
    guard !affected.isEmpty else { return nil }
    return .holidaysMissing(
      years: Set(affected.flatMap(\.yearsWithoutHolidays)).sorted(), milestones: affected.map(\.rule.name))
  }
}

extension Facts {
  var letter: LetterFacts? {
    if case .letter(let facts) = self { facts } else { nil }
  }
}
