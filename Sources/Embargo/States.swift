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
    StateRules(archive: self, document: document, instant: instant).reports()
  }

  /// The editions that would be public at the instant if they had no errors, and those whose release
  /// cannot be read: nobody can say that they are not due.
  package func brokenDueEditions(at instant: Instant) -> [ArchivedEdition] {
    documents.flatMap { document -> [ArchivedEdition] in
      guard document.editions.contains(where: \.hasErrors) else { return [] }
      let rules = StateRules(archive: self, document: document, instant: instant, view: .withoutErrors)
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
  var view = View.asItStands

  /// How the front matter is taken.
  enum View {
    case asItStands
    /// As if nothing were wrong with it: would it be due?
    case withoutErrors
    /// As if nothing were wrong, nothing removed, and agreements held whatever became of the text: had it
    /// been public? Whoever removes a text empties the file, and its address must still answer.
    case beforeRemoval
  }

  /// What holds of an edition before the ones around it are looked at.
  struct Finding {
    let state: EditionState
    let reason: String
  }

  func reports() -> [StateReport] {
    let findings = findings()
    let changes = nextChanges(of: findings)
    return document.editions.indices.map { index in
      let edition = document.editions[index]
      return StateReport(
        id: edition.id, file: edition.file, state: findings[index].state, reason: findings[index].reason,
        release: edition.status.release.instant, changes: changes[index])
    }
  }

  /// What holds of each edition, the ones around it looked at.
  private func findings() -> [Finding] {
    let ordered = ordered(document.editions.map(finding))
    guard let latest = ordered.lastIndex(where: \.state.isPublic) else { return ordered }
    return ordered.indices.map { superseded(ordered[$0], at: $0, latest: latest) }
  }

  /// The first moment to come at which the state of each edition is another; of a removal, its notice.
  private func nextChanges(of findings: [Finding]) -> [Instant?] {
    var changes = [Instant?](repeating: nil, count: findings.count)
    for moment in Set(document.editions.flatMap(\.status.moments)).sorted() where moment > instant {
      let rules = StateRules(
        archive: archive, document: document, instant: moment, view: view)
      let later = rules.findings()
      for index in findings.indices where changes[index] == nil {
        let isNotice = findings[index].state == .removed && moment == document.removal?.at
        if isNotice || later[index].state != findings[index].state { changes[index] = moment }
      }
    }
    return changes
  }

  private func finding(for edition: ArchivedEdition) -> Finding {
    removal ?? unreadiness(of: edition) ?? waiting(edition) ?? release(of: edition)
  }

  /// A removal takes the text of every edition away, whichever edition it is written in, and at every
  /// instant: a court's order does not wait.
  private var removal: Finding? {
    document.removal.map { _ in Finding(state: .removed, reason: "its text was removed") }
  }

  private func unreadiness(of edition: ArchivedEdition) -> Finding? {
    if case .none = edition.status.release {
      return Finding(state: .draft, reason: "it has no release")
    }
    if edition.hasErrors, view == .asItStands {
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
        state: .embargoed, reason: "its release is on \(archive.settings.zone.rfc3339(release))")
    }
    let since = "released on \(archive.settings.zone.rfc3339(release))"
    guard let withdrawal = edition.status.withdrawal, withdrawal.at <= instant else {
      return Finding(state: .published, reason: since)
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
          reason: "edition \(blocking.number) comes before it: \(blocking.finding.reason)")
      }
      if blocking == nil, !finding.state.isPublic { blocking = (edition.id.number, finding) }
      return finding
    }
  }

  /// A published edition is superseded by a later public one; one that is withdrawn stays withdrawn.
  private func superseded(_ finding: Finding, at index: Int, latest: Int) -> Finding {
    guard finding.state == .published, index < latest else { return finding }
    let number = document.editions[latest].id.number
    return Finding(state: .superseded, reason: "edition \(number) took its place")
  }
}

extension ArchivedDocument {
  /// The removal of the document, whichever edition it is written in.
  var removal: PublishingStatus.Removal? { editions.lazy.compactMap(\.status.removal).first }
}

extension PublishingStatus {
  /// Every moment that may change a state.
  fileprivate var moments: [Instant] {
    agreements.map(\.at)
      + [release.instant, hold?.cleared?.at, withdrawal?.at, removal?.at].compactMap(\.self)
  }
}

extension PublishingStatus.Release {
  /// The moment of the release, nil where there is none that can be read.
  package var instant: Instant? {
    if case .at(let instant) = self { instant } else { nil }
  }
}
