package import Archive
import Model
package import PublishingCalendar

extension Archive {
  /// Every moment after the instant at which the public site changes, first to last.
  ///
  /// Between two of them no byte of the site changes: all that depends on the instant goes through
  /// `published(at:)`, and what changes that stands here.
  package func schedule(after instant: Instant) -> [ScheduledMoment] {
    let schedule = Schedule(self, after: instant)
    return schedule.candidates.compactMap(schedule.moment)
  }

  /// The first moment after the instant at which the public site changes, nil where nothing is to come.
  ///
  /// It looks at every date once and at no text, so that a program that waits may ask whenever it wakes.
  package func nextChange(after instant: Instant) -> ScheduledMoment? {
    let schedule = Schedule(self, after: instant)
    return schedule.candidates.lazy.compactMap(schedule.moment).first
  }
}

/// The moments to come that an archive names, and what each of them changes.
struct Schedule {
  let archive: Archive
  /// The moments that may change something, first to last.
  let candidates: [Instant]
  /// The places of the documents that name each moment.
  private let documents: [Instant: [Int]]

  init(_ archive: Archive, after instant: Instant) {
    self.archive = archive
    var documents: [Instant: [Int]] = [:]
    for (place, document) in archive.documents.enumerated() {
      for moment in document.moments where moment > instant { documents[moment, default: []].append(place) }
    }
    self.documents = documents
    let days = archive.lists.datedDays(onOrAfter: archive.settings.zone.local(instant).day)
    let boundaries = days.flatMap(archive.settings.zone.boundaries).filter { $0 > instant }
    candidates = Set(documents.keys).union(boundaries).sorted()
  }

  /// What changes at one of the candidates, nil where nothing does.
  func moment(at instant: Instant) -> ScheduledMoment? {
    let places = documents[instant] ?? []
    let changes =
      places.flatMap { archive.changes(of: archive.documents[$0], at: instant) }
      + archive.nameChanges(at: instant) + archive.timetableChanges(at: instant)
    return changes.isEmpty ? nil : ScheduledMoment(instant: instant, changes: changes)
  }
}

extension ArchivedDocument {
  /// Every moment that may change what readers see of the document, each once.
  fileprivate var moments: Set<Instant> {
    Set(
      editions.flatMap { edition in
        let consultation = edition.edition.facts.consultation
        return edition.status.moments
          + [consultation?.opens?.instant, consultation?.closes?.instant].compactMap(\.self)
      })
  }
}

extension Instant {
  /// The last moment before.
  var previous: Instant { advanced(byMilliseconds: -1) }
}
