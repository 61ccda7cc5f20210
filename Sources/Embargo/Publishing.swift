package import Archive
import Model
package import PublishingCalendar

extension Archive {
  /// What is public at the instant.
  ///
  /// The result equals, to the byte of what is made from it, that of the same content without the editions
  /// which are not public at the instant and the files that only they use.
  package func published(at instant: Instant) -> PublishedArchive {
    let published = documents.compactMap { publishedDocument($0, at: instant) }
    let removals = documents.compactMap { removedDocument($0, at: instant) }
    let reached = lists.reached(by: published, on: settings.zone.local(instant).day)
    return PublishedArchive(
      settings: settings, lists: reached, documents: published, removals: removals,
      timelines: PublicTimelines(published, reached.programmes, workingDays, zone: settings.zone),
      editorial: EditorialErrors(self, lists: reached, documents: published))
  }

  private func publishedDocument(_ document: ArchivedDocument, at instant: Instant) -> PublishedDocument? {
    let editions = zip(document.editions, states(of: document, at: instant)).compactMap { edition, report in
      PublishedEdition(edition, state: report.state, at: instant)
    }
    return PublishedDocument(id: document.id, editions: editions, attachments: document.attachments)
  }

  /// The tombstone of a document, nil where it would not have been public without its removal, or has no place.
  private func removedDocument(_ document: ArchivedDocument, at instant: Instant) -> RemovedDocument? {
    guard let removal = document.removal, document.ownsAddress else { return nil }
    let rules = StateRules(
      archive: self, document: document.beforeRemoval, instant: instant, view: .beforeRemoval)
    let wouldBePublic = zip(document.editions, rules.verdicts()).filter(\.1.state.isPublic).map(\.0)
    guard !wouldBePublic.isEmpty else { return nil }
    let notice = removal.at.flatMap { at in
      at <= instant
        ? RemovedDocument.Notice(at: at, reason: removal.reason, decidedBy: removal.decidedBy) : nil
    }
    return RemovedDocument(
      id: document.id, editions: wouldBePublic.map(\.id), redirects: wouldBePublic.flatMap(\.redirects),
      notice: notice)
  }
}

extension PublishedEdition {
  /// The edition as readers see it in a state, nil in the states that hide it.
  fileprivate init?(_ edition: ArchivedEdition, state: EditionState, at instant: Instant) {
    guard state.isPublic, case .at(let release) = edition.status.release else { return nil }
    self.init(
      edition: edition.edition, release: release,
      withdrawal: state == .withdrawn ? edition.status.withdrawal : nil,
      isSuperseded: state == .superseded,
      consultation: edition.edition.facts.consultation?.state(at: instant),
      redirects: edition.redirects)
  }
}
