import FileSystem
package import PublishingCalendar
package import SiteRendering

/// The folder of a public site: its releases, the ledger, and the link to what readers see.
///
/// One process at a time works in the folder. Wherever one ends, `current` is one whole release, and the next begins
/// by bringing the ledger to what readers see.
package final class ReleaseFolder {
  private let layout: ReleaseLayout
  package private(set) var ledger: Ledger
  private let lock: FolderLock
  /// The release whose tree is staged, proven and on the disk, and what its letters leave.
  private var staged: (manifest: ReleaseManifest, letters: KeptSite?)?
  /// The manifest of what readers see, where it was read.
  private var shown: ReleaseManifest?
  /// The swap that is prepared.
  private var armed: ReleaseSwap?

  /// Opens the folder, which is made where it is not there, and mends what a killed process left.
  package init(at path: String) throws {
    try FileSystem.makeFolders(path)
    guard let resolved = FileSystem.resolved(path) else { throw ReleaseError.notOurs(path) }
    guard try !FileSystem.isOnNetwork(resolved) else { throw ReleaseError.onNetwork(path) }
    guard let lock = try FolderLock(resolved) else { throw ReleaseError.busy(path) }
    layout = ReleaseLayout(path: resolved)
    try layout.checkOurs()
    self.lock = lock
    FileSystem.makeReadableForAll()
    ledger = try ReleaseRecovery(layout: layout).ledger()
    // Nothing is mended, and above all nothing deleted, by a ledger that does not know what readers see.
    if let current = try current, current != ledger.history.release {
      throw ReleaseError.ledgerIsBehind(path, current)
    }
    for folder in [layout.releases, layout.manifests] { try FileSystem.makeFolder(folder) }
    try layout.removeFreshLink()
    try unstage()
    try kept.removeThoseWithRemovedText()
    try kept.mendPrevious()
    try kept.openCurrentManifest()
    try letters.removeAll(besides: current)
    try copy.removeAll(besides: current)
  }

  private var letters: ReleaseLetters { ReleaseLetters(layout: layout) }
  private var copy: ReleaseCopy { ReleaseCopy(layout: layout) }
  private var kept: KeptReleases { KeptReleases(layout: layout, ledger: ledger) }

  // MARK: What is there

  package var path: String { layout.path }

  /// The name of the release that readers see, nil where there is none yet.
  package var current: String? {
    get throws { try layout.release(at: .current) }
  }

  package var previous: String? {
    get throws { try layout.release(at: .previous) }
  }

  /// Where the tree of a release is.
  package func tree(of release: String) -> String { layout.tree(of: release) }

  /// Whether the tree of a release is there.
  package func has(_ release: String) -> Bool { layout.has(release) }

  /// The files of a release and their digests; an error where what is written of them does not name the release.
  package func manifest(of release: String) throws -> ReleaseManifest {
    if let manifest = shown, manifest.id == release { return manifest }
    let manifest = try ReleaseManifest(of: release, in: path, mending: tree(of: release))
    if try release == current { shown = manifest }
    return manifest
  }

  // MARK: The next tree

  /// The tree of the next release, which takes over and shares what it can of the current one, unless that is damaged.
  package func stage(isSharing: Bool = true) throws -> ReleaseTree {
    try unstage()
    try FileSystem.makeFolder(layout.staging, mode: 0o700)
    guard isSharing, let current = try current else {
      try FileSystem.makeFolder(layout.stagedTree)
      return ReleaseTree(at: layout.stagedTree, after: nil, isContinuing: false)
    }
    let manifest = try manifest(of: current)
    let last = ReleaseTree.LastRelease(manifest, in: tree(of: current))
    let isContinuing = try copy.move(of: manifest, to: layout.stagedTree)
    if !isContinuing { try FileSystem.makeFolder(layout.stagedTree) }
    return ReleaseTree(at: layout.stagedTree, after: last, isContinuing: isContinuing)
  }

  /// What the letters of the current release left for those of the staged tree, which takes over what it can.
  package func keptLetters(isSharing: Bool, jobs: Int) async throws -> KeptSite {
    try await letters.site(after: isSharing ? current : nil, jobs: jobs)
  }

  /// A folder for files that nobody else may see and that are gone with the staged tree, or when the site is next
  /// opened.
  package func makeWorkFolder() throws -> String {
    try FileSystem.makeFolder(layout.work, mode: 0o700)
    return layout.work
  }

  /// Brings the staged tree to the disk with its manifest, so that its swap has nothing to wait for.
  ///
  /// - Parameter letters: What its letters leave.
  package func finishStaging(_ manifest: ReleaseManifest, leaving letters: KeptSite? = nil) throws {
    try FileSystem.remove(layout.work)
    if has(manifest.id) { try FileSystem.remove(layout.staging) }
    let path = layout.manifest(of: manifest.id)
    if FileSystem.kind(of: path) == nil {
      // It names files that nobody may know of yet.
      try FileSystem.createDurably(path, manifest.written(), mode: 0o600)
    }
    try FileSystem.syncFileSystem(of: layout.path)
    staged = (manifest, letters)
  }

  /// Leaves the next tree, which turned out to be the one that readers see.
  ///
  /// - Parameter letters: What its letters leave.
  package func leaveUnchanged(_ manifest: ReleaseManifest, leaving letters: KeptSite) throws {
    try copy.make(of: manifest, from: layout.stagedTree, manifest)
    try self.letters.settle(letters, of: manifest.id)
    try unstage()
  }

  /// Leaves the next tree.
  package func unstage() throws {
    try disarm()
    try recycleStaged()
    staged = nil
    try FileSystem.remove(layout.staging)
    try FileSystem.remove(layout.work)
    try kept.removeUnknown()
  }

  /// Makes a whole tree that readers will not see a copy of the one that they see.
  private func recycleStaged() throws {
    guard let staged, let current = try current, FileSystem.kind(of: layout.stagedTree) == .folder else {
      return
    }
    try copy.make(of: manifest(of: current), from: layout.stagedTree, staged.manifest)
  }

  // MARK: What readers see

  /// Prepares the swap to the release of an entry, shortly before its moment.
  ///
  /// Until then `previous` leads to what readers saw before; from here on to what they see.
  package func arm(_ entry: LedgerEntry) throws {
    guard armed?.entry != entry else { return }
    try disarm()
    let isThere = has(entry.release)
    precondition(isThere || staged?.manifest.id == entry.release, "a release is staged before it is shown")
    let swap = ReleaseSwap(layout: layout, entry: entry, isOfStaged: !isThere)
    try swap.arm(leadingBackTo: kept.current(before: entry))
    armed = swap
  }

  /// Leaves a swap that was prepared.
  private func disarm() throws {
    guard let swap = armed else { return }
    armed = nil
    try swap.disarm()
    try kept.mendPrevious()
  }

  /// Puts the release of an entry before the public and writes that into the ledger.
  ///
  /// - Parameter now: The clock, asked once at the swap.
  @discardableResult
  package func show(_ entry: LedgerEntry, now: () -> Instant) throws -> ReleaseSwap.Outcome {
    try arm(entry)
    guard let swap = armed else { preconditionFailure("what is shown was armed") }
    let outcome = try swap.perform(now: now)
    let left = swap.isOfStaged ? staged?.letters : nil
    if swap.isOfStaged { shown = staged?.manifest }
    (armed, staged) = (nil, nil)
    var entry = entry
    entry.actual = outcome.shown
    try ledger.append(entry)
    try FileSystem.remove(layout.pending)
    try kept.removeThoseWithRemovedText()
    try kept.mendPrevious()
    try kept.openCurrentManifest()
    if let left { try letters.settle(left, of: entry.release) }
    try letters.removeAll(besides: entry.release)
    try copy.removeAll(besides: entry.release)
    try unstage()
    try FileSystem.syncFolder(path)
    return outcome
  }

  /// Adds an entry that leaves the public site as it is.
  package func note(_ entry: LedgerEntry) throws {
    // What is armed has the number of this one.
    try disarm()
    try ledger.append(entry)
  }

  /// Removes releases, the oldest first, until so many besides the current one are left.
  package func prune(keep count: Int) throws {
    try kept.prune(keep: count) { release in
      guard let current = try current, !copy.isThere(of: current),
        let manifests = try? (manifest(of: current), manifest(of: release))
      else { return }
      try copy.make(of: manifests.0, from: tree(of: release), manifests.1)
    }
  }

  /// The releases that readers saw and do not see now, the last one first, whether or not they are kept.
  var earlier: [String] {
    get throws { try kept.earlier }
  }
}
