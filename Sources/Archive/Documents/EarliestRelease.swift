import Model
import PublishingCalendar

extension PublishingRules {
  /// The earliest moment at which each edition of a document can be public, nil where somebody has to act
  /// first; an edition waits for those before it.
  ///
  /// Agreements are taken at their word: whether they are of this text is for the states to say.
  func earliestReleases(of document: ArchivedDocument) -> [Instant?] {
    var latest = Instant(milliseconds: .min)
    var isWaiting = false
    return document.editions.map { edition in
      guard !isWaiting, let own = earliestRelease(of: edition) else {
        isWaiting = true
        return nil
      }
      latest = max(latest, own)
      return latest
    }
  }

  private func earliestRelease(of edition: ArchivedEdition) -> Instant? {
    let status = edition.status
    guard case .at(let release) = status.release else { return nil }
    var moments = [release]
    if let agreement, agreement.covers(edition, release: release) {
      for inspectorate in edition.edition.inspectorates {
        let given = status.agreements.filter { $0.inspectorate == inspectorate }
        guard let first = given.map(\.at).min() else { return nil }
        moments.append(first)
      }
    }
    if let hold = status.hold {
      guard let cleared = hold.cleared else { return nil }
      moments.append(cleared.at)
    }
    guard moratorium(over: edition, release: release) == nil else { return nil }
    return moments.max()
  }
}
