package import Archive
import Model
package import PublishingCalendar

extension Archive {
  /// What is public at the instant.
  ///
  /// The result equals, to the byte of what is made from it, that of the same content without the editions
  /// which are not public at the instant and the files that only they use.
  package func published(at instant: Instant) -> PublishedArchive {
    var published: [PublishedDocument] = []
    var removals: [RemovedDocument] = []
    var redirects: [Redirect] = []
    for document in documents {
      let reports = states(of: document, at: instant)
      if reports.first?.state == .removed {
        guard let removal = removedDocument(document, at: instant) else { continue }
        removals.append(removal)
        redirects += document.redirects(of: Set(removal.editions.map(\.number)))
        continue
      }
      let editions = zip(document.editions, reports).compactMap { edition, report in
        PublishedEdition(edition, state: report.state)
      }
      guard
        let result = PublishedDocument(
          id: document.id, editions: editions, attachments: document.attachments)
      else { continue }
      published.append(result)
      redirects += document.redirects(of: Set(editions.map(\.edition.id.number)))
    }
    return PublishedArchive(
      settings: settings, lists: lists.reached(by: published, on: settings.zone.local(instant).day),
      documents: published, removals: removals, redirects: redirects.sorted { $0.from < $1.from })
  }

  /// The tombstone of a document, nil where it would not have been public without its removal.
  private func removedDocument(_ document: ArchivedDocument, at instant: Instant) -> RemovedDocument? {
    var restored = document
    for index in restored.editions.indices { restored.editions[index].status.removal = nil }
    let rules = StateRules(archive: self, document: restored, instant: instant, view: .beforeRemoval)
    let wouldBePublic = rules.reports().filter(\.state.isPublic).map(\.id)
    guard !wouldBePublic.isEmpty, let removal = document.removal
    else { return nil }
    let notice = RemovedDocument.Notice(
      at: removal.at, reason: removal.reason, decidedBy: removal.decidedBy)
    return RemovedDocument(
      id: document.id, editions: wouldBePublic, notice: removal.at <= instant ? notice : nil)
  }
}

extension PublishedEdition {
  /// The edition as readers see it in a state, nil in the states that hide it.
  fileprivate init?(_ edition: ArchivedEdition, state: EditionState) {
    guard state.isPublic, case .at(let release) = edition.status.release else { return nil }
    self.init(
      edition: edition.edition, release: release,
      withdrawal: state == .withdrawn ? edition.status.withdrawal : nil,
      isSuperseded: state == .superseded)
  }
}

extension ArchivedDocument {
  /// The former addresses that its public editions name, each once.
  fileprivate func redirects(of numbers: Set<Int>) -> [Redirect] {
    let addresses = Set(editions.filter { numbers.contains($0.id.number) }.flatMap(\.edition.redirects))
    return addresses.map { Redirect(from: $0, to: id.address) }
  }
}
