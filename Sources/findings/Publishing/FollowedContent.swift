import Archive
import Embargo
import Publishing
import PublishingCalendar
import Sealing

/// The content of an archive whose releases are made as their moments come.
///
/// It is read anew only where a file of it has changed.
final class FollowedContent: FollowedArchive {
  private let options: ArchiveOptions
  /// Read once: it may come from a pipe.
  private let identity: Identity?
  private let publication: Publication
  private let keptCount: Int
  private let report: (Publication.Outcome) -> Void
  private var read: (fingerprint: FolderFingerprint, source: Publication.Source)?
  /// The last instant whose archive was compared with what readers see, and the content that was.
  private var compared: (instant: Instant, fingerprint: FolderFingerprint)?

  init(
    _ options: ArchiveOptions, identity: Identity?, folder: ReleaseFolder, keeping count: Int,
    report: @escaping (Publication.Outcome) -> Void
  ) {
    self.options = options
    self.identity = identity
    publication = Publication(folder: folder, jobs: options.jobs)
    keptCount = count
    self.report = report
  }

  func fingerprint() throws -> FolderFingerprint {
    // A receipt of a pack changes nothing that readers see.
    try FolderFingerprint(of: [options.content, options.site], besides: ["packs.jsonl"])
  }

  func release(at instant: Instant, after passed: Instant?) async throws {
    let (fingerprint, source) = try await current()
    if let compared, compared.fingerprint == fingerprint,
      source.archive.nextChange(after: compared.instant).map({ $0.instant > instant }) ?? true
    {
      return
    }
    if let release = publication.folder.ledger.history.release, publication.folder.ledger.history.isPinned {
      throw PublicationError.pinned(release)
    }
    if let passed { try publication.notePassing(of: source.archive, at: passed) }
    let prepared = try await publication.prepare(source, at: instant, after: passed)
    if prepared.changesSite || !prepared.outcome.missed.isEmpty {
      report(try publication.release(prepared, keeping: keptCount))
    }
    if !prepared.changesSite { try publication.notePassing(of: source.archive, at: instant) }
    compared = (instant, fingerprint)
  }

  func stageNext(after instant: Instant) async throws -> (instant: Instant, staged: Publication.Prepared)? {
    let (_, source) = try await current()
    guard let next = source.archive.nextChange(after: instant)?.instant else { return nil }
    return (next, try await publication.prepare(source, at: next, after: instant))
  }

  func arm(_ staged: Publication.Prepared) throws { try publication.arm(staged) }

  func swap(_ staged: Publication.Prepared) throws -> ReleaseSwap.Outcome? {
    let outcome = try publication.release(staged, keeping: keptCount)
    compared = read.map { (staged.outcome.planned, $0.fingerprint) }
    if let source = read?.source, !staged.changesSite {
      try publication.notePassing(of: source.archive, at: staged.outcome.planned)
    }
    report(outcome)
    return outcome.swap
  }

  /// The content as it is.
  private func current() async throws -> (FolderFingerprint, Publication.Source) {
    let fingerprint = try fingerprint()
    if let read, read.fingerprint == fingerprint { return (fingerprint, read.source) }
    read = nil
    let source = try await Publication.Source(options, identity)
    read = (fingerprint, source)
    return (fingerprint, source)
  }
}
