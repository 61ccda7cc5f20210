import Model
import PublishingCalendar

extension PublishingRules {
  /// The earliest moment at which each edition of a document can be public, nil where somebody has to act
  /// first; an edition waits for those before it.
  ///
  /// - Parameter inspectorates: The ids of all of them, whose agreement an edition needs that names none.
  func earliestReleases(of document: ArchivedDocument, inspectorates: [String]) -> [Instant?] {
    var latest = Instant(milliseconds: .min)
    var isWaiting = false
    return document.editions.map { edition in
      guard !isWaiting, let own = earliestRelease(of: edition, inspectorates: inspectorates) else {
        isWaiting = true
        return nil
      }
      latest = max(latest, own)
      return latest
    }
  }

  private func earliestRelease(of edition: ArchivedEdition, inspectorates: [String]) -> Instant? {
    let status = edition.status
    guard case .at(let release) = status.release else { return nil }
    var moments = [release]
    if let agreement, agreement.covers(edition, release: release) {
      let digest = edition.textDigest?.description
      let named = edition.edition.inspectorates
      for inspectorate in named.isEmpty ? inspectorates : named {
        let given = status.agreements.filter { $0.inspectorate == inspectorate && $0.digest == digest }
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
