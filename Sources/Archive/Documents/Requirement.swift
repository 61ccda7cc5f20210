import Model
package import PublishingCalendar

/// One thing that an edition with a release waits for, and the moment from which it waits no longer.
package struct Requirement: Sendable {
  package enum Kind: Sendable {
    /// The agreement of an inspectorate; one that was given to another text counts no more.
    case agreement(inspectorate: String, isOutdated: Bool)
    /// The clearing of a hold.
    case clearance(PublishingStatus.Hold)
    /// A new release, since the one it has falls into a moratorium.
    case end(of: Moratorium)
    /// The release itself.
    case release
  }

  package let kind: Kind
  /// The moment from which it is met; nil where somebody has to act first.
  package let metFrom: Instant?

  package func isMet(at instant: Instant) -> Bool {
    metFrom.map { $0 <= instant } ?? false
  }
}

extension PublishingRules {
  /// What an edition waits for: agreements first, then a hold, a moratorium, the release; none where it has
  /// no release that can be read.
  ///
  /// - Parameters:
  ///   - inspectorates: The ids of all of them: an edition that names none needs them all, since nobody's
  ///     silence is agreement.
  ///   - comparesText: Whether an agreement holds for the text as it stands alone.
  package func requirements(
    of edition: ArchivedEdition, inspectorates: [String], comparesText: Bool = true
  ) -> [Requirement] {
    guard case .at(let release) = edition.status.release else { return [] }
    var requirements: [Requirement] = []
    if let agreement, agreement.covers(edition, release: release) {
      let named = edition.edition.inspectorates
      requirements = (named.isEmpty ? inspectorates : named).map { inspectorate in
        Self.agreement(of: inspectorate, to: edition, comparesText: comparesText)
      }
    }
    if let hold = edition.status.hold {
      requirements.append(Requirement(kind: .clearance(hold), metFrom: hold.cleared?.at))
    }
    if let moratorium = moratorium(over: edition, release: release) {
      requirements.append(Requirement(kind: .end(of: moratorium), metFrom: nil))
    }
    requirements.append(Requirement(kind: .release, metFrom: release))
    return requirements
  }

  private static func agreement(
    of inspectorate: String, to edition: ArchivedEdition, comparesText: Bool
  ) -> Requirement {
    let given = edition.status.agreements.filter { $0.inspectorate == inspectorate }
    let digest = edition.textDigest?.description
    let valid = given.filter { !comparesText || $0.digest == digest }
    return Requirement(
      kind: .agreement(inspectorate: inspectorate, isOutdated: valid.isEmpty && !given.isEmpty),
      metFrom: valid.map(\.at).min())
  }

  /// The earliest moment at which each edition of a document can be public, nil where somebody has to act
  /// first; an edition waits for those before it.
  ///
  /// An edition with errors cannot be public before somebody mends it. Of a text that was removed neither these nor
  /// agreements to another text count: it was public whatever became of it.
  func earliestReleases(of document: ArchivedDocument, inspectorates: [String]) -> [Instant?] {
    var latest: Instant? = Instant(milliseconds: .min)
    let isRemoved = document.editions.contains { $0.status.removal != nil }
    return document.editions.map { edition in
      let moments = requirements(of: edition, inspectorates: inspectorates, comparesText: !isRemoved)
        .map(\.metFrom)
      guard let before = latest, isRemoved || !edition.hasErrors, !moments.isEmpty, !moments.contains(nil)
      else {
        latest = nil
        return nil
      }
      latest = moments.compactMap(\.self).reduce(before, max)
      return latest
    }
  }
}
