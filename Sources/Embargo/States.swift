package import Archive
import Model
package import PublishingCalendar

extension Archive {
  /// The state of every edition at the instant, in the order of documents and numbers.
  package func states(at instant: Instant) -> [StateReport] {
    documents.flatMap { states(of: $0, at: instant) }
  }

  /// The states of a document's editions at the instant.
  package func states(of document: ArchivedDocument, at instant: Instant) -> [StateReport] {
    StateRules(archive: self, document: document, instant: instant, ignoresErrors: false).reports()
  }

  /// The editions that would be public at the instant if they had no errors, and those whose release
  /// cannot be read: nobody can say that they are not due.
  package func brokenDueEditions(at instant: Instant) -> [ArchivedEdition] {
    documents.flatMap { document -> [ArchivedEdition] in
      guard document.editions.contains(where: \.hasErrors) else { return [] }
      let rules = StateRules(archive: self, document: document, instant: instant, ignoresErrors: true)
      return zip(document.editions, rules.reports()).compactMap { edition, report in
        guard edition.hasErrors, report.state != .removed else { return nil }
        if case .unreadable = edition.status.release { return edition }
        return report.state.isPublic ? edition : nil
      }
    }
  }
}

/// The rules by which the editions of one document have their states at one instant.
struct StateRules {
  let archive: Archive
  let document: ArchivedDocument
  let instant: Instant
  /// Whether editions with errors are taken as if they had none.
  let ignoresErrors: Bool

  /// What holds of an edition before the ones around it are looked at.
  struct Finding {
    let state: EditionState
    let reason: String
    var changes: Instant?
  }

  func reports() -> [StateReport] {
    let findings = ordered(document.editions.map(finding))
    let latest = findings.lastIndex { $0.state.isPublic }
    return zip(document.editions, findings).enumerated().map { index, pair in
      let (edition, finding) = pair
      let final = superseded(finding, at: index, latest: latest, findings)
      return StateReport(
        id: edition.id, file: edition.file, state: final.state, reason: final.reason,
        release: edition.status.release.instant, changes: final.changes)
    }
  }

  private func finding(for edition: ArchivedEdition) -> Finding {
    removal ?? unreadiness(of: edition) ?? waiting(edition) ?? release(of: edition)
  }

  /// A removal takes the text of every edition away, whichever edition it is written in, and at every
  /// instant: a court's order does not wait.
  private var removal: Finding? {
    guard let removal = document.editions.lazy.compactMap(\.status.removal).first else { return nil }
    return Finding(
      state: .removed, reason: "its text was removed",
      changes: removal.at > instant ? removal.at : nil)
  }

  private func unreadiness(of edition: ArchivedEdition) -> Finding? {
    if case .none = edition.status.release {
      return Finding(state: .draft, reason: "it has no release")
    }
    if edition.hasErrors, !ignoresErrors {
      return Finding(state: .invalid, reason: "it has errors; findings check lists them")
    }
    if case .at = edition.status.release { return nil }
    return Finding(state: .invalid, reason: "its release cannot be read")
  }

  private func release(of edition: ArchivedEdition) -> Finding {
    guard case .at(let release) = edition.status.release else {
      return Finding(state: .draft, reason: "it has no release")
    }
    if release > instant {
      return Finding(
        state: .embargoed, reason: "its release is on \(archive.settings.zone.rfc3339(release))",
        changes: release)
    }
    let since = "released on \(archive.settings.zone.rfc3339(release))"
    guard let withdrawal = edition.status.withdrawal else {
      return Finding(state: .published, reason: since)
    }
    if withdrawal.at > instant {
      return Finding(state: .published, reason: since, changes: withdrawal.at)
    }
    return Finding(
      state: .withdrawn, reason: "withdrawn on \(archive.settings.zone.rfc3339(withdrawal.at))")
  }

  /// Editions are released in the order of their numbers: one that waits makes the later ones wait too.
  private func ordered(_ findings: [Finding]) -> [Finding] {
    var blocking: (number: Int, finding: Finding)?
    return zip(document.editions, findings).map { edition, finding in
      if let blocking, finding.state.isPublic {
        return Finding(
          state: blocking.finding.state,
          reason: "edition \(blocking.number) comes before it: \(blocking.finding.reason)",
          changes: blocking.finding.changes)
      }
      if blocking == nil, !finding.state.isPublic { blocking = (edition.id.number, finding) }
      return finding
    }
  }

  /// A published edition is superseded by a later public one; one that is withdrawn stays withdrawn.
  private func superseded(_ finding: Finding, at index: Int, latest: Int?, _ findings: [Finding]) -> Finding {
    guard finding.state == .published, let latest else { return finding }
    if index < latest {
      let number = document.editions[latest].id.number
      return Finding(
        state: .superseded, reason: "edition \(number) took its place", changes: finding.changes)
    }
    let changes = [finding.changes, nextRelease(after: index)].compactMap(\.self).min()
    return Finding(state: .published, reason: finding.reason, changes: changes)
  }

  /// The instant at which the edition after the latest public one becomes public by itself, nil where
  /// somebody has to act first.
  private func nextRelease(after index: Int) -> Instant? {
    guard index + 1 < document.editions.count else { return nil }
    let next = document.editions[index + 1]
    var candidate = self
    while true {
      let finding = candidate.finding(for: next)
      if finding.state.isPublic { return candidate.instant }
      guard let changes = finding.changes else { return nil }
      candidate = StateRules(
        archive: archive, document: document, instant: changes, ignoresErrors: ignoresErrors)
    }
  }
}

extension PublishingStatus.Release {
  /// The moment of the release, nil where there is none that can be read.
  package var instant: Instant? {
    if case .at(let instant) = self { instant } else { nil }
  }
}
