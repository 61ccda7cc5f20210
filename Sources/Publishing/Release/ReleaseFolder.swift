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
    try unstage()
    try layout.removeFreshLink()
    try kept.removeUnknown()
    try kept.removeThoseWithRemovedText()
    try kept.mendPrevious()
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
    try FileSystem.remove(layout.staging)
    try FileSystem.makeFolder(layout.staging, mode: 0o700)
    let last = try (isSharing ? current : nil).map {
      ReleaseTree.LastRelease(try manifest(of: $0), in: tree(of: $0))
    }
    return ReleaseTree(OutputTree(path: layout.staging), after: last)
  }

  /// Waits until the staged tree is on the disk, so that little is left to do at its moment.
  package func syncStaged() throws { try FileSystem.syncFileSystem(of: layout.staging) }

  /// A folder for files that nobody else may see and that are gone with the staged tree, or when the site is next
  /// opened.
  package func makeWorkFolder() throws -> String {
    try FileSystem.makeFolder(layout.work, mode: 0o700)
    return layout.work
  }

  /// Leaves the next tree.
  package func unstage() throws {
    try FileSystem.remove(layout.staging)
    try FileSystem.remove(layout.work)
  }

  // MARK: What readers see

  /// Puts the staged tree before the public and writes that into the ledger; gives when readers began to see it.
  ///
  /// - Parameter now: The clock, asked once at the swap.
  @discardableResult
  package func release(
    _ manifest: ReleaseManifest, as entry: LedgerEntry, now: () -> Instant
  ) throws -> Instant {
    let id = manifest.id
    precondition(id == entry.release, "an entry is of its release")
    try FileSystem.remove(layout.work)
    if FileSystem.kind(of: layout.manifest(of: id)) == nil {
      try FileSystem.createDurably(layout.manifest(of: id), manifest.written())
    }
    if has(id) {
      try FileSystem.remove(layout.staging)
    } else {
      try FileSystem.setMode(layout.staging, 0o755)
      try FileSystem.rename(layout.staging, to: tree(of: id))
    }
    try FileSystem.syncFileSystem(of: path)
    return try swap(to: entry, now: now)
  }

  /// Puts a release that is there before the public, all of it being on the disk.
  @discardableResult
  package func swap(to entry: LedgerEntry, now: () -> Instant) throws -> Instant {
    try FileSystem.remove(layout.pending)
    try FileSystem.createDurably(layout.pending, entry.line())
    try layout.lead(.previous, to: kept.current(before: entry))
    try FileSystem.syncFolder(path)
    try layout.lead(.current, to: entry.release)
    let actual = now()
    try FileSystem.syncFolder(path)
    var entry = entry
    entry.actual = actual
    try ledger.append(entry)
    try FileSystem.remove(layout.pending)
    try kept.removeThoseWithRemovedText()
    try kept.mendPrevious()
    try FileSystem.syncFolder(path)
    return actual
  }

  /// Adds an entry that leaves the public site as it is.
  package func note(_ entry: LedgerEntry) throws { try ledger.append(entry) }

  /// Removes releases, the oldest first, until so many besides the current one are left.
  package func prune(keep count: Int) throws { try kept.prune(keep: count) }

  /// The releases that readers saw and do not see now, the last one first, whether or not they are kept.
  var earlier: [String] {
    get throws { try kept.earlier }
  }
}
