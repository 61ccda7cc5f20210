import Archive
import Model
import PublishingCalendar

extension StateRules {
  /// What keeps an edition back beside its release: agreement, a hold, a moratorium.
  func waiting(_ edition: ArchivedEdition) -> Finding? {
    guard case .at(let release) = edition.status.release else { return nil }
    return agreement(on: edition, release: release) ?? hold(on: edition)
      ?? moratorium(on: edition, release: release)
  }

  // MARK: Agreement

  private func agreement(on edition: ArchivedEdition, release: Instant) -> Finding? {
    guard let rule = archive.rules.agreement, rule.covers(edition, release: release) else { return nil }
    let digest = edition.textDigest?.description
    let given = edition.status.agreements.filter { view == .beforeRemoval || $0.digest == digest }
    // An edition that names no inspectorate needs them all: nobody's silence is agreement.
    let named = edition.edition.inspectorates
    let missing = (named.isEmpty ? archive.lists.inspectorates.map(\.id) : named).filter { id in
      !given.contains { $0.inspectorate == id && $0.at <= instant }
    }
    guard !missing.isEmpty else { return nil }
    let changed = missing.filter { id in
      edition.status.agreements.contains { $0.inspectorate == id }
        && !given.contains { $0.inspectorate == id }
    }
    var reason = "these inspectorates have not agreed the text: \(missing.joined(separator: ", "))"
    if !changed.isEmpty { reason += "; the text changed after \(changed.joined(separator: ", ")) agreed" }
    return Finding(state: .awaitingAgreement, reason: reason)
  }

  // MARK: Holds

  private func hold(on edition: ArchivedEdition) -> Finding? {
    guard let hold = edition.status.hold else { return nil }
    if let cleared = hold.cleared {
      guard cleared.at > instant else { return nil }
      return Finding(
        state: .held, reason: "its hold is cleared on \(archive.settings.zone.rfc3339(cleared.at))")
    }
    var reason = "it is held until somebody clears it"
    if let review = hold.review {
      let day = archive.settings.zone.local(review).day
      reason += review < instant ? "; its review was due on \(day)" : "; its review is due on \(day)"
    }
    return Finding(state: .held, reason: reason)
  }

  // MARK: Moratoria

  private func moratorium(on edition: ArchivedEdition, release: Instant) -> Finding? {
    guard let moratorium = archive.rules.moratorium(over: edition, release: release) else { return nil }
    let zone = archive.settings.zone
    let end = zone.local(moratorium.to).day
    let proposal = archive.workingDays.first(onOrAfter: end.advanced(by: 1))
    return Finding(
      state: .moratorium,
      reason: "its release falls into a moratorium until \(end); it needs a new release, "
        + "on \(proposal) at the earliest")
  }
}
