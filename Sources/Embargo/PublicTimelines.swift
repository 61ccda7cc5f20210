package import Model
import PublishingCalendar

/// What the timelines of public letters rest on.
///
/// A part of what is public has those of the whole, so that a letter has one timeline wherever it stands.
struct PublicTimelines: Sendable {
  private let guidance: [DocumentID: PublishedDocument]
  private let programmes: [Programme]
  private let workingDays: WorkingDays
  private let zone: Zone

  /// Takes what is public: documents, programmes with the timetables that readers may know.
  init(_ documents: [PublishedDocument], _ programmes: [Programme], _ workingDays: WorkingDays, zone: Zone) {
    guidance = Dictionary(
      documents.filter { $0.id.collection == .guidance }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    self.programmes = programmes
    self.workingDays = workingDays
    self.zone = zone
  }

  func timeline(of edition: Edition, in document: PublishedDocument) -> PublicTimeline? {
    guard let letter = edition.facts.letter, let fieldwork = letter.fieldwork else { return nil }
    let editions = (letter.guidance.flatMap { guidance[$0] }?.editions ?? []).compactMap {
      GuidanceInForce($0.edition, release: $0.release, zone: zone)
    }
    let programmeID = programme(of: edition)
    let applicable = ApplicableTimetable(
      fieldworkStart: fieldwork.start,
      guidance: GuidanceInForce.edition(of: editions, on: fieldwork.start),
      programme: programmes.first { $0.id == programmeID })
    guard let applicable else { return nil }
    let milestones = document.editions.compactMap(\.edition.facts.letter).flatMap(\.milestones)
    let dates = InspectionDates(
      fieldwork: fieldwork, milestones: milestones,
      publication: .released(zone.local(document.firstRelease).day), statement: letter.statement)
    return PublicTimeline(applicable.timetable, dates: dates, workingDays: workingDays)
  }

  /// The programme of an edition of a letter: its own, or that of its guidance as readers have it.
  func programme(of edition: Edition) -> String? {
    guard let letter = edition.facts.letter else { return nil }
    return letter.programme ?? letter.guidance.flatMap { guidance[$0] }?.current.edition.facts.programme
  }
}

extension PublishedArchive {
  /// The timeline that readers see of an edition of a letter; nothing where no timetable is public.
  ///
  /// It knows public guidance, public milestones and releases that have been, and nothing else.
  package func timeline(of edition: Edition, in document: PublishedDocument) -> PublicTimeline? {
    timelines.timeline(of: edition, in: document)
  }
}
