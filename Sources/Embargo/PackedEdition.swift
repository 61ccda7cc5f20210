package import Archive
import Model
package import PublishingCalendar

/// One edition that is not public, as it would stand among what is: the contents of a pack.
///
/// The one way in which an unreleased edition is rendered. Its archive is marked: no site is made of it.
package struct PackedEdition: Sendable {
  /// What is public at the instant, and the edition as if it were.
  package let archive: PublishedArchive
  /// The document, with the edition as its latest.
  package let document: PublishedDocument
  /// The release to come, nil where none is set or anything but agreement may keep it from happening then.
  package let release: Instant?
  /// What readers find at the instant.
  private let readable: PublishedArchive

  init(
    archive: PublishedArchive, document: PublishedDocument, release: Instant?, readable: PublishedArchive
  ) {
    self.archive = archive
    self.document = document
    self.release = release
    self.readable = readable
  }

  package var shown: PublishedEdition { document.current }

  /// Whether readers find a page at an address of the site.
  package func isReadable(_ path: String) -> Bool {
    readable.leads(to: Reference(path, settings: readable.settings))
  }
}

extension Archive {
  /// An edition that is not public, with everything else as it is public at the instant.
  package func packed(
    _ edition: ArchivedEdition, of document: ArchivedDocument, at instant: Instant
  ) -> PackedEdition {
    let readable = published(at: instant)
    let release = edition.status.release.instant
    let shown = PublishedEdition(
      edition: edition.edition, release: release ?? instant, withdrawal: nil, isSuperseded: false,
      consultation: edition.edition.facts.consultation?.state(at: instant), redirects: [])
    let earlier = readable.document(document.id)?.editions ?? []
    guard
      let packed = PublishedDocument(
        id: document.id, editions: earlier + [shown], attachments: document.attachments)
    else { preconditionFailure("a document with an edition has a latest one") }
    let documents = (readable.documents.filter { $0.id != document.id } + [packed]).sorted { $0.id < $1.id }
    let lists = lists.reached(by: documents, on: settings.zone.local(instant).day)
    return PackedEdition(
      archive: PublishedArchive(
        settings: settings, lists: lists, documents: documents, removals: readable.removals,
        timelines: PublicTimelines(documents, lists.programmes, workingDays, zone: settings.zone),
        editorial: EditorialErrors(self, lists: lists, documents: documents), isPacked: true),
      document: packed, release: release.flatMap { isSettled($0, of: edition, at: instant) ? $0 : nil },
      readable: readable)
  }

  /// Whether a release is to come, and neither a hold nor a moratorium is in its way.
  private func isSettled(_ release: Instant, of edition: ArchivedEdition, at instant: Instant) -> Bool {
    let requirements = rules.requirements(of: edition, inspectorates: lists.inspectorates.map(\.id))
    return release > instant
      && requirements.allSatisfy { requirement in
        if case .agreement = requirement.kind { true } else { requirement.isMet(at: release) }
      }
  }
}
