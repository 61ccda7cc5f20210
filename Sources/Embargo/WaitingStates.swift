import Archive
import Model
import PublishingCalendar

extension StateRules {
  /// What keeps an edition back at the instant, nil where nothing does: agreement, a hold, a moratorium, its
  /// release.
  func waiting(_ edition: ArchivedEdition) -> Verdict? {
    let unmet = unmetRequirements(of: edition)
    guard let first = unmet.first else { return nil }
    switch first.kind {
    case .agreement: return awaitingAgreement(unmet)
    case .clearance(let hold): return held(hold)
    case .end(of: let moratorium): return suspended(moratorium)
    case .release:
      let release = first.metFrom.map(archive.settings.zone.rfc3339) ?? ""
      return Verdict(state: .embargoed, reason: "its release is on \(release)")
    }
  }

  /// What the edition waits for at the instant.
  func unmetRequirements(of edition: ArchivedEdition) -> [Requirement] {
    archive.rules.requirements(
      of: edition, inspectorates: archive.lists.inspectorates.map(\.id),
      comparesText: view != .beforeRemoval
    ).filter { !$0.isMet(at: instant) }
  }

  private func awaitingAgreement(_ unmet: [Requirement]) -> Verdict {
    var missing: [String] = []
    var outdated: [String] = []
    for case .agreement(let inspectorate, let isOutdated) in unmet.map(\.kind) {
      missing.append(inspectorate)
      if isOutdated { outdated.append(inspectorate) }
    }
    var reason = "these inspectorates have not agreed the text: \(missing.joined(separator: ", "))"
    if !outdated.isEmpty { reason += "; the text changed after \(outdated.joined(separator: ", ")) agreed" }
    return Verdict(state: .awaitingAgreement, reason: reason)
  }

  private func held(_ hold: PublishingStatus.Hold) -> Verdict {
    let zone = archive.settings.zone
    if let cleared = hold.cleared {
      return Verdict(state: .held, reason: "its hold is cleared on \(zone.rfc3339(cleared.at))")
    }
    var reason = "it is held until somebody clears it"
    if let review = hold.review {
      let day = zone.local(review).day
      reason += review < instant ? "; its review was due on \(day)" : "; its review is due on \(day)"
    }
    return Verdict(state: .held, reason: reason)
  }

  private func suspended(_ moratorium: Moratorium) -> Verdict {
    let end = archive.settings.zone.local(moratorium.to).day
    return Verdict(state: .moratorium, reason: "its release falls into a moratorium until \(end)")
  }
}
