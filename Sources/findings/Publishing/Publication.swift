import Archive
import ArgumentParser
import Diagnostics
import Embargo
import Escaping
import Model
import Publishing
import PublishingCalendar
import SiteRendering

/// One release from the content to the public.
struct Publication {
  let options: ArchiveOptions
  let folder: ReleaseFolder
  /// The documents whose missed release is made up for.
  let backfill: [String]

  private var history: PublicHistory { folder.ledger.history }

  /// A site that is staged.
  private struct Staged {
    let tree: ReleaseTree
    let diagnostics: [Diagnostic]
    /// What stood in the way of editions that are due.
    let broken: [Diagnostic]
  }

  func publish(keeping count: Int, resuming: Bool) async throws -> Outcome {
    guard !history.isPinned || resuming else { throw PublicationError.pinned(history.release ?? "") }
    Progress.show("Reading \(options.content)")
    let loaded = try await options.load()
    let instant = try checkedInstant(in: loaded)
    try stopForErrors(in: loaded)
    let site = try options.loadSite(for: loaded)
    let (archive, missed) = try withoutMissed(loaded, at: instant)
    if resuming {
      try folder.note(folder.ledger.next(.resumption, release: history.release ?? "", planned: instant))
    }
    defer { try? folder.unstage() }
    let staged = try await stage(archive, site, at: instant)
    Progress.clear()
    Console.report(staged.diagnostics)
    var outcome = Outcome(planned: instant, missed: missed, broken: staged.broken, counts: staged.tree.counts)
    let manifest = try staged.tree.manifest()
    guard manifest.id != history.release else {
      try notePassing(of: archive, at: instant)
      return outcome
    }
    let comparison = try await compare(manifest, staged)
    var entry = folder.ledger.next(
      history.entryCount == 0 ? .founding : .release, release: manifest.id, planned: instant)
    let isBackfilled = { (edition: LedgerEntry.Edition) in backfill.contains(edition.document) }
    entry.published = comparison.published.filter { !isBackfilled($0) }
    entry.changed = comparison.changed.filter { !isBackfilled($0) }
    entry.backfilled = (comparison.published + comparison.changed).filter(isBackfilled)
    entry.withdrawn = comparison.withdrawn
    entry.removed = comparison.removed.map(\.description)
    entry.actual = try folder.release(manifest, as: entry, now: { .now })
    outcome.entry = entry
    try folder.prune(keep: count, without: try folder.releases(holding: comparison.removed))
    return outcome
  }

  // MARK: Steps

  /// The instant of the release: never one to come, never before the one that is public.
  private func checkedInstant(in archive: Archive) throws -> Instant {
    let instant = try options.instant(in: archive)
    guard instant <= .now else { throw PublicationError.toCome(instant) }
    if let last = history.instant, instant < last { throw PublicationError.before(instant, last) }
    return instant
  }

  private func stopForErrors(in archive: Archive) throws {
    let errors = archive.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      Progress.clear()
      Console.report(errors)
      throw nothingReleased()
    }
  }

  private func nothingReleased() -> ExitCode {
    Console.say("Nothing was released: readers see what they saw.")
    return ExitCode(1)
  }

  /// The archive without the editions whose release was missed, and what they are.
  private func withoutMissed(_ archive: Archive, at instant: Instant) throws -> (Archive, [EditionID]) {
    guard let last = history.instant else { return (archive, []) }
    let missed = archive.missedReleases(at: instant, shown: Set(history.editions.keys), since: last)
    for id in backfill where !missed.contains(where: { $0.document.description == id }) {
      throw PublicationError.notMissed(id)
    }
    let withheld = missed.filter { !backfill.contains($0.document.description) }
    return (archive.withholding(Set(withheld)), withheld)
  }

  /// Writes the site; editions that are due and turn out to be broken are left out and reported.
  private func stage(_ archive: Archive, _ site: SiteFolder, at instant: Instant) async throws -> Staged {
    let broken = archive.brokenDueEditions(at: instant).flatMap(\.diagnostics)
    let published = archive.published(at: instant)
    let tree = try folder.stage()
    Progress.show("Writing \(published.documents.count) documents")
    let renderer = try await SiteRenderer(
      published, site: site, sink: tree, jobs: options.jobs, scope: .archiveAndChannels)
    let result = try await renderer.renderDocuments(jobs: options.jobs)
    guard !result.hasErrors else {
      let checked = try await archive.checkingTexts(
        with: published, includesPublic: true, jobs: options.jobs)
      precondition(!checked.brokenDueEditions(at: instant).isEmpty, "an error belongs to an edition")
      return try await stage(checked, site, at: instant)
    }
    Progress.show("Writing listings and feeds")
    _ = try await renderer.renderPages(after: result, jobs: options.jobs)
    return Staged(
      tree: tree, diagnostics: site.warnings + Array(Set(result.diagnostics)) + broken, broken: broken)
  }

  /// Proves the staged tree and compares it with what the public has seen; nothing is released where that fails.
  private func compare(_ manifest: ReleaseManifest, _ staged: Staged) async throws -> HistoryComparison {
    Progress.show("Verifying \(manifest.files.count) files")
    var comparison = HistoryComparison(try WrittenRecord(ofTree: staged.tree.path), after: history)
    if let last = history.release, folder.has(last) {
      try comparison.compareAddresses(
        of: folder.manifest(of: last), in: folder.tree(of: last), with: manifest)
    }
    let problems = try await ReleaseVerification(manifest, in: staged.tree.path).problems(jobs: options.jobs)
    Progress.clear()
    let found = comparison.violations.map(\.description) + problems.map(\.description)
    guard found.isEmpty else {
      for line in found { Console.say("error: \(line)".escapedForTerminal) }
      throw nothingReleased()
    }
    return comparison
  }

  /// Writes into the ledger that the time of a release has passed without it.
  private func notePassing(of archive: Archive, at instant: Instant) throws {
    guard let last = history.instant, let release = history.release,
      archive.hasReleases(after: last, upTo: instant, besides: Set(history.editions.keys))
    else { return }
    try folder.note(folder.ledger.next(.passing, release: release, planned: instant))
  }
}

/// Why nothing can be released at all.
private enum PublicationError: Error, CustomStringConvertible {
  case pinned(String)
  case toCome(Instant)
  case before(Instant, Instant)
  case notMissed(String)

  var description: String {
    switch self {
    case .pinned(let release):
      "readers were put back to release \(release); findings publish --resume goes on"
    case .toCome(let instant): "\(instant.rfc3339) is still to come; nothing is released before its moment"
    case .before(let instant, let last):
      "readers see the archive of \(last.rfc3339) already; \(instant.rfc3339) is before it"
    case .notMissed(let id):
      "--backfill '\(id)': no release of that document was missed; findings status says more"
    }
  }
}
