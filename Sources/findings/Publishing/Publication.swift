import Archive
import Audit
import Diagnostics
import Embargo
import Escaping
import Model
import Publishing
import PublishingCalendar
import Sealing
import SiteRendering

/// A release on its way from the content to the public: prepared, which writes and proves its tree, then released.
struct Publication {
  /// A tree that is staged, proven, and may become public at its moment.
  struct Prepared {
    let outcome: Outcome
    /// The release, and what it changes; nil where the tree is the one that readers see.
    fileprivate let change: (release: String, comparison: HistoryComparison)?

    /// Whether the public site will change.
    var changesSite: Bool { change != nil }
  }

  let folder: ReleaseFolder
  let jobs: Int
  /// The documents whose missed release is made up for.
  var backfill: [String] = []

  private var history: PublicHistory { folder.ledger.history }

  /// Stages the archive of an instant, in a folder that nobody else may read.
  ///
  /// - Parameters:
  ///   - passed: The last moment at which nothing was due that readers do not see, where the ledger does not know of it.
  ///   - stages: What was done before.
  func prepare(
    _ source: Source, at instant: Instant, after passed: Instant? = nil, stages: Stages = Stages()
  ) async throws -> Prepared {
    do {
      return try await prepared(source, at: instant, after: passed, stages)
    } catch {
      // Else a disk that is full stays so.
      try? folder.unstage()
      throw error
    }
  }

  private func prepared(
    _ source: Source, at instant: Instant, after passed: Instant?, _ stages: Stages
  ) async throws -> Prepared {
    var stages = stages
    let (archive, missed) = try withoutMissed(source.archive, at: instant, after: passed)
    var (staged, damage) = try await stageSharing(archive, source.site, at: instant)
    stages.end("write")
    var outcome = Outcome(
      planned: instant, missed: missed, diagnostics: staged.diagnostics, broken: staged.broken,
      unopened: archive.unopened, counts: staged.counts)
    outcome.stages = stages
    outcome.notes = damage.map { "\($0), as the last release has it; everything is written anew" }
    guard staged.manifest.id != history.release else {
      try folder.leaveUnchanged(staged.manifest, leaving: staged.letters)
      return Prepared(outcome: outcome, change: nil)
    }
    var problems = try await verify(staged)
    if problems.contains(where: \.isOfDisk) {
      // A file that somebody changed in the last release would be shared for ever.
      outcome.notes += problems.filter(\.isOfDisk).map {
        "\($0), as the last release or its copy has it; it is written anew"
      }
      staged = try await stage(archive, source.site, at: instant, isSharing: false)
      outcome.counts = staged.counts
      problems = try await verify(staged)
    }
    stages.end("verify")
    let comparison = try compare(staged, problems)
    stages.end("compare")
    outcome.notes += try await audit(staged, of: source, at: instant)
    stages.end("audit")
    try folder.finishStaging(staged.manifest, leaving: staged.letters)
    stages.end("sync")
    outcome.stages = stages
    return Prepared(outcome: outcome, change: (staged.manifest.id, comparison))
  }

  /// Does all that can be done shortly before what was prepared becomes public.
  func arm(_ prepared: Prepared) throws {
    if let entry = entry(of: prepared) { try folder.arm(entry) }
  }

  /// Puts what was prepared before the public.
  func release(_ prepared: Prepared, keeping count: Int) throws -> Outcome {
    var outcome = prepared.outcome
    guard let entry = entry(of: prepared) else { return outcome }
    outcome.swap = try folder.show(entry, now: { .now })
    outcome.entry = folder.ledger.entries.last
    try folder.prune(keep: count)
    outcome.stages.end("release")
    return outcome
  }

  /// Writes into the ledger that the time of a release has passed without it, so that it is missed for good.
  func notePassing(of archive: Archive, at instant: Instant) throws {
    guard let last = history.instant, let release = history.release, last < instant,
      archive.hasReleases(after: last, upTo: instant, besides: Set(history.editions.keys))
    else { return }
    try folder.note(folder.ledger.next(.passing, release: release, planned: instant))
  }

  /// Goes on after a rollback.
  func resume(at instant: Instant) throws {
    guard history.isPinned, let release = history.release else { return }
    try folder.note(folder.ledger.next(.resumption, release: release, planned: instant))
  }

  // MARK: Steps

  /// A site that is staged.
  private struct Staged {
    /// Where its tree is, and what it holds.
    let path: String
    let manifest: ReleaseManifest
    /// Its files, those that the last release has too, and the letters that were taken over from it.
    let counts: (files: Int, shared: Int, letters: Int)
    /// What its letters leave.
    let letters: KeptSite
    /// What it was made of: the archive without the editions that were left out.
    let archive: Archive
    let diagnostics: [Diagnostic]
    /// What stood in the way of editions that are due.
    let broken: [Diagnostic]
  }

  /// The archive without the editions whose release was missed, and what they are.
  func withoutMissed(
    _ archive: Archive, at instant: Instant, after passed: Instant?
  ) throws -> (archive: Archive, missed: [EditionID]) {
    guard let last = history.instant else { return (archive, []) }
    let missed = archive.missedReleases(
      at: instant, shown: Set(history.editions.keys), since: max(last, passed ?? last))
    for id in backfill where !missed.contains(where: { $0.document.description == id }) {
      throw PublicationError.notMissed(id)
    }
    let withheld = missed.filter { !backfill.contains($0.document.description) }
    return (archive.withholding(Set(withheld)), withheld)
  }

  /// Writes the site with what can be taken over from the last release, unless that is damaged, which is told.
  private func stageSharing(
    _ archive: Archive, _ site: SiteFolder, at instant: Instant
  ) async throws -> (staged: Staged, damage: [LastTreeError]) {
    do {
      return (try await stage(archive, site, at: instant, isSharing: true), [])
    } catch let damage as LastTreeError {
      return (try await stage(archive, site, at: instant, isSharing: false), [damage])
    }
  }

  /// Writes the site; editions that are due and turn out to be broken are left out and reported.
  ///
  /// - Parameter isSharing: Whether files of the last release may be shared.
  private func stage(
    _ archive: Archive, _ site: SiteFolder, at instant: Instant, isSharing: Bool
  ) async throws -> Staged {
    let brokenEditions = archive.brokenDueEditions(at: instant)
    let published = archive.published(at: instant)
    let tree = try folder.stage(isSharing: isSharing)
    let letters = try await folder.keptLetters(isSharing: isSharing, jobs: jobs)
    Progress.show("Writing \(published.documents.count) documents")
    let written = try await SiteRenderer.writeSite(
      of: published, with: site, to: tree, scope: .archiveAndChannels, jobs: jobs, kept: letters
    ) { _ in Progress.show("Writing listings and feeds") }
    let found = Array(Set(written.documents.diagnostics))
    guard written.pages != nil else {
      let checked = try await archive.checkingTexts(with: published, includesPublic: true, jobs: jobs)
      guard checked.brokenDueEditions(at: instant).count > brokenEditions.count else {
        // What is wrong belongs to no edition that could be left out.
        Console.report(found)
        throw PublicationError.heldBack
      }
      return try await stage(checked, site, at: instant, isSharing: isSharing)
    }
    let manifest = try await tree.finish(jobs: jobs)
    let broken = brokenEditions.flatMap(\.diagnostics)
    let all = site.warnings + archive.unopened.diagnostics + found + broken
    // What is staged ahead is not public, and no log may quote it.
    return Staged(
      path: tree.path, manifest: manifest,
      counts: (manifest.files.count, tree.sharedCount(of: manifest), letters.count), letters: letters,
      archive: archive, diagnostics: instant > .now ? all.map(\.redacted) : all, broken: broken)
  }

  /// Reads the staged tree again, and gives what is wrong with it.
  private func verify(_ staged: Staged) async throws -> [ReleaseVerification.Problem] {
    Progress.show("Verifying \(staged.counts.files) files")
    defer { Progress.clear() }
    return try await ReleaseVerification(staged.manifest, in: staged.path).problems(jobs: jobs)
  }

  /// Compares the staged tree with what the public has seen; nothing is released where that fails, or anything is wrong
  /// with the tree.
  private func compare(
    _ staged: Staged, _ problems: [ReleaseVerification.Problem]
  ) throws -> HistoryComparison {
    var comparison = HistoryComparison(try WrittenRecord(ofTree: staged.path), after: history)
    if let last = history.release, folder.has(last) {
      try comparison.compareAddresses(
        of: folder.manifest(of: last), in: folder.tree(of: last), with: staged.manifest)
    }
    try stop(for: comparison.violations.map(\.description) + problems.map(\.description), staged)
    return comparison
  }

  /// Proves that the staged tree tells nothing that is not public at the instant; gives what may be there by chance.
  private func audit(
    _ staged: Staged, of source: Source, at instant: Instant
  ) async throws -> [String] {
    Progress.show("Building the site without what is unreleased, and searching \(staged.counts.files) files")
    let report = try await EmbargoAudit(
      staged.archive, content: source.paths.content, site: (source.site, source.paths.site), at: instant,
      jobs: jobs, workFolder: try folder.makeWorkFolder()
    ).report(onSite: staged.path, digests: staged.manifest.digests, shown: try shownDigests())
    Progress.clear()
    try stop(for: report.problems, staged)
    return report.warnings
  }

  /// The digests of the files that readers see.
  private func shownDigests() throws -> Set<Digest> {
    guard let last = history.release, folder.has(last) else { return [] }
    return Set(try folder.manifest(of: last).files.map(\.digest))
  }

  /// Releases nothing where there are problems.
  private func stop(for problems: [String], _ staged: Staged) throws {
    guard !problems.isEmpty else { return }
    Console.report(staged.diagnostics)
    for line in problems { Console.say("error: \(line)".escapedForTerminal) }
    if let words = staged.archive.unopened.words { Console.say("\(words): what is gone may be among them") }
    throw PublicationError.heldBack
  }

  /// What the ledger will say next; nil where nothing changes.
  private func entry(of prepared: Prepared) -> LedgerEntry? {
    guard let (release, comparison) = prepared.change else { return nil }
    var entry = folder.ledger.next(
      history.entryCount == 0 ? .founding : .release, release: release, planned: prepared.outcome.planned)
    let isBackfilled = { (edition: LedgerEntry.Edition) in backfill.contains(edition.document) }
    entry.published = comparison.published.filter { !isBackfilled($0) }
    entry.changed = comparison.changed.filter { !isBackfilled($0) }
    entry.backfilled = (comparison.published + comparison.changed).filter(isBackfilled)
    entry.withdrawn = comparison.withdrawn
    entry.removed = comparison.removed.map(\.description)
    return entry
  }
}
