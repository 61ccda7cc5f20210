import FileSystem
package import PublishingCalendar

/// The folder of a public site: its releases, the ledger, and the link to what readers see.
///
/// One process at a time works in the folder. Wherever one ends, `current` is one whole release, and the next begins
/// by bringing the ledger to what readers see.
package final class ReleaseFolder {
  private let layout: ReleaseLayout
  package private(set) var ledger: Ledger
  private let lock: FolderLock
  /// The release whose tree is staged, proven and on the disk.
  private var staged: String?
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
  }

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
    try ReleaseManifest(of: release, in: path)
  }

  // MARK: The next tree

  /// An empty tree for the next release, which shares what it can with the current one, unless that is damaged.
  package func stage(isSharing: Bool = true) throws -> ReleaseTree {
    try unstage()
    try FileSystem.makeFolder(layout.staging, mode: 0o700)
    try FileSystem.makeFolder(layout.stagedTree)
    let last = try (isSharing ? current : nil).map {
      ReleaseTree.LastRelease(try manifest(of: $0), in: tree(of: $0))
    }
    return ReleaseTree(OutputTree(path: layout.stagedTree), after: last)
  }

  /// A folder for files that nobody else may see and that are gone with the staged tree, or when the site is next
  /// opened.
  package func makeWorkFolder() throws -> String {
    try FileSystem.makeFolder(layout.work, mode: 0o700)
    return layout.work
  }

  /// Brings the staged tree to the disk with its manifest, so that its swap has nothing to wait for.
  package func finishStaging(_ manifest: ReleaseManifest) throws {
    try FileSystem.remove(layout.work)
    if has(manifest.id) { try FileSystem.remove(layout.staging) }
    let path = layout.manifest(of: manifest.id)
    if FileSystem.kind(of: path) == nil {
      // It names files that nobody may know of yet.
      try FileSystem.createDurably(path, manifest.written(), mode: 0o600)
    }
    try FileSystem.syncFileSystem(of: layout.path)
    staged = manifest.id
  }

  /// Leaves the next tree.
  package func unstage() throws {
    try disarm()
    staged = nil
    try FileSystem.remove(layout.staging)
    try FileSystem.remove(layout.work)
    try kept.removeUnknown()
  }

  // MARK: What readers see

  /// Prepares the swap to the release of an entry, shortly before its moment.
  ///
  /// Until then `previous` leads to what readers saw before; from here on to what they see.
  package func arm(_ entry: LedgerEntry) throws {
    guard armed?.entry != entry else { return }
    try disarm()
    let isThere = has(entry.release)
    precondition(isThere || staged == entry.release, "a release is staged before it is shown")
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
    (armed, staged) = (nil, nil)
    var entry = entry
    entry.actual = outcome.shown
    try ledger.append(entry)
    try FileSystem.remove(layout.pending)
    try kept.removeThoseWithRemovedText()
    try kept.mendPrevious()
    try kept.openCurrentManifest()
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
  package func prune(keep count: Int) throws { try kept.prune(keep: count) }

  /// The releases that readers saw and do not see now, the last one first, whether or not they are kept.
  var earlier: [String] {
    get throws { try kept.earlier }
  }
}
