import Archive
import Embargo
import Publishing
import PublishingCalendar
import Sealing

/// The content of an archive whose releases are made as their moments come.
///
/// It is read anew only where a file of it has changed.
final class FollowedContent: FollowedArchive {
  /// A release that is staged, and what it was made of.
  struct Staged {
    fileprivate let release: Publication.Prepared
    fileprivate let inputs: SiteInputs
  }

  private let options: ArchiveOptions
  /// Read once: it may come from a pipe.
  private let identity: Identity?
  private let publication: Publication
  private let keptCount: Int
  private let log: FollowLog
  /// Told of every release.
  private let released: () -> Void
  private typealias Content = (fingerprint: FolderFingerprint, source: Publication.Source)
  private var read: Content?
  /// The last instant whose archive was compared with what readers see, and the content that was.
  private var compared: (instant: Instant, fingerprint: FolderFingerprint)?

  init(
    _ options: ArchiveOptions, identity: Identity?, folder: ReleaseFolder, keeping count: Int, log: FollowLog,
    released: @escaping () -> Void
  ) {
    self.options = options
    self.identity = identity
    publication = Publication(folder: folder, jobs: options.jobs)
    keptCount = count
    self.log = log
    self.released = released
  }

  func fingerprint() throws -> FolderFingerprint {
    // A receipt of a pack changes nothing that readers see.
    try FolderFingerprint(of: [options.content, options.site], besides: ["packs.jsonl"])
  }

  // MARK: The content

  @discardableResult
  func look() async throws -> FolderFingerprint {
    let fingerprint = try fingerprint()
    if read?.fingerprint != fingerprint {
      read = nil
      read = (fingerprint, try await Publication.Source(options, identity))
    }
    return fingerprint
  }

  /// What was read when it was last looked at.
  private var content: Content {
    guard let read else { preconditionFailure("a content is looked at before it is asked") }
    return read
  }

  func nextInstant(after instant: Instant) -> Instant? {
    content.source.archive.nextChange(after: instant)?.instant
  }

  private func inputs(at instant: Instant, after passed: Instant?) throws -> SiteInputs {
    let archive = try publication.withoutMissed(content.source.archive, at: instant, after: passed).archive
    return try SiteInputs(of: archive, at: instant, in: content.source.paths)
  }

  // MARK: Releases

  var hasReleased: Bool { history.release != nil }

  func isReleased(at instant: Instant) -> Bool {
    guard let compared, compared.fingerprint == content.fingerprint else { return false }
    return nextInstant(after: compared.instant).map { $0 > instant } ?? true
  }

  func stage(_ instant: Instant, after passed: Instant?) async throws -> Staged? {
    if let release = history.release, history.isPinned { throw PublicationError.pinned(release) }
    try notePassing(at: passed)
    let inputs = try inputs(at: instant, after: passed)
    // Else what they tell of is not what was read.
    guard try fingerprint() == content.fingerprint else { return nil }
    let prepared = try await publication.prepare(content.source, at: instant, after: passed)
    return Staged(release: prepared, inputs: inputs)
  }

  func isRight(_ staged: Staged, after passed: Instant?) async throws -> Bool {
    let former = content.fingerprint
    try await look()
    let instant = staged.release.outcome.planned
    guard try inputs(at: instant, after: passed) == staged.inputs else { return false }
    // The sites of the instants before take nothing from elsewhere: what is public stays so.
    if compared?.fingerprint == former { compared?.fingerprint = content.fingerprint }
    try notePassing(at: passed)
    log.tell(missed: try publication.withoutMissed(content.source.archive, at: instant, after: passed).missed)
    return true
  }

  func arm(_ staged: Staged) throws { try publication.arm(staged.release) }

  func swap(_ staged: Staged) throws -> ReleaseSwap.Outcome? {
    let outcome = try publication.release(staged.release, keeping: keptCount)
    compared = (outcome.planned, content.fingerprint)
    if !staged.release.changesSite { try notePassing(at: outcome.planned) }
    if outcome.isWorthTelling { log.tell(outcome) }
    if outcome.entry != nil { released() }
    return outcome.swap
  }

  private var history: PublicHistory { publication.folder.ledger.history }

  /// Writes down that the time up to an instant has passed for what readers do not see by now.
  private func notePassing(at passed: Instant?) throws {
    if let passed { try publication.notePassing(of: content.source.archive, at: passed) }
  }
}
