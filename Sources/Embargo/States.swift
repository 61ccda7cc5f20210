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
  struct Verdict {
    let state: EditionState
    let reason: String
  }

  func reports() -> [StateReport] {
    let verdicts = verdicts()
    let changes = nextChanges(of: verdicts)
    let waits = waits(of: verdicts)
    return document.editions.indices.map { index in
      let edition = document.editions[index]
      return StateReport(
        id: edition.id, file: edition.file, state: verdicts[index].state, reason: verdicts[index].reason,
        release: edition.status.release.instant, changes: changes[index],
        wait: waits[index])
    }
  }

  /// What holds of each edition, the ones around it looked at.
  func verdicts() -> [Verdict] {
    let ordered = ordered(document.editions.map(verdict))
    guard let latest = ordered.lastIndex(where: \.state.isPublic) else { return ordered }
    return ordered.indices.map { superseded(ordered[$0], at: $0, latest: latest) }
  }

  /// The first moment to come at which the state of each edition is another; of a removal, its notice.
  private func nextChanges(of verdicts: [Verdict]) -> [Instant?] {
    var changes = [Instant?](repeating: nil, count: verdicts.count)
    for moment in Set(document.editions.flatMap(\.status.moments)).sorted() where moment > instant {
      let rules = StateRules(
        archive: archive, document: document, instant: moment, view: view)
      let later = rules.verdicts()
      for index in verdicts.indices where changes[index] == nil {
        let isNotice = verdicts[index].state == .removed && moment == document.removal?.at
        if isNotice || later[index].state != verdicts[index].state { changes[index] = moment }
      }
    }
    return changes
  }

  private func verdict(for edition: ArchivedEdition) -> Verdict {
    removal ?? unreadiness(of: edition) ?? waiting(edition) ?? release(of: edition)
  }

  /// A removal takes the text of every edition away, whichever edition it is written in, and at every
  /// instant: a court's order does not wait.
  private var removal: Verdict? {
    document.removal.map { _ in Verdict(state: .removed, reason: "its text was removed") }
  }

  private func unreadiness(of edition: ArchivedEdition) -> Verdict? {
    if case .none = edition.status.release {
      return Verdict(state: .draft, reason: "it has no release")
    }
    if edition.hasErrors, view == .asItStands {
      return Verdict(state: .invalid, reason: "it has errors; findings check lists them")
    }
    if case .at = edition.status.release { return nil }
    return Verdict(state: .invalid, reason: "its release cannot be read")
  }

  private func release(of edition: ArchivedEdition) -> Verdict {
    guard case .at(let release) = edition.status.release else {
      return Verdict(state: .draft, reason: "it has no release")
    }
    let since = "released on \(archive.settings.zone.rfc3339(release))"
    guard let withdrawal = edition.status.withdrawal, withdrawal.at <= instant else {
      return Verdict(state: .published, reason: since)
    }
    return Verdict(
      state: .withdrawn, reason: "withdrawn on \(archive.settings.zone.rfc3339(withdrawal.at))")
  }

  /// Editions are released in the order of their numbers: one that waits makes the later ones wait too.
  private func ordered(_ verdicts: [Verdict]) -> [Verdict] {
    var blocking: (number: Int, verdict: Verdict)?
    return zip(document.editions, verdicts).map { edition, verdict in
      if let blocking, verdict.state.isPublic {
        return Verdict(
          state: blocking.verdict.state,
          reason: "edition \(blocking.number) comes before it: \(blocking.verdict.reason)")
      }
      if blocking == nil, !verdict.state.isPublic { blocking = (edition.id.number, verdict) }
      return verdict
    }
  }

  /// A published edition is superseded by a later public one; one that is withdrawn stays withdrawn.
  private func superseded(_ verdict: Verdict, at index: Int, latest: Int) -> Verdict {
    guard verdict.state == .published, index < latest else { return verdict }
    let number = document.editions[latest].id.number
    return Verdict(state: .superseded, reason: "edition \(number) took its place")
  }
}

extension ArchivedDocument {
  /// The removal of the document, whichever edition it is written in.
  var removal: PublishingStatus.Removal? { editions.lazy.compactMap(\.status.removal).first }

  /// The document as if nobody had removed its text.
  var beforeRemoval: ArchivedDocument {
    var document = self
    for place in document.editions.indices { document.editions[place].status.removal = nil }
    return document
  }
}

extension PublishingStatus {
  /// Every moment that may change a state.
  var moments: [Instant] {
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
