import Escaping
import FileSystem
package import PublishingCalendar

/// The folder of a public site: its releases, the ledger, and the link to what readers see.
///
///     current -> releases/ID    what readers see
///     previous -> releases/ID   what they saw before, for files that an open page still wants
///     releases/ID/              a tree, never modified
///     manifests/ID              its files and their digests
///     ledger.jsonl              what happened
///     pending.json              the entry of a release that is being made
///     staging/                  the next tree; nobody else may look into it
///     work/                     what is needed while it is proven; nobody else may look into it either
///     remotes/                  a file for each remote, which is locked while it is changed
///
/// One process at a time works in the folder. Wherever one ends, `current` is one whole release, and the next begins
/// by bringing the ledger to what readers see.
package final class ReleaseFolder {
  package let path: String
  package private(set) var ledger: Ledger
  private let lock: FolderLock

  /// Opens the folder, which is made where it is not there, and mends what a killed process left.
  package init(at path: String) throws {
    try FileSystem.makeFolders(path)
    guard let resolved = FileSystem.resolved(path) else { throw ReleaseError.notOurs(path) }
    guard try !FileSystem.isOnNetwork(resolved) else { throw ReleaseError.onNetwork(path) }
    guard let lock = try FolderLock(resolved) else { throw ReleaseError.busy(path) }
    try Self.checkOurs(resolved)
    self.path = resolved
    self.lock = lock
    FileSystem.makeReadableForAll()
    ledger = try Self.recover(resolved)
    // Nothing is mended, and above all nothing deleted, by a ledger that does not know what readers see.
    if let current = try current, current != ledger.history.release {
      throw ReleaseError.ledgerIsBehind(path, current)
    }
    for name in ["releases", "manifests"] { try FileSystem.makeFolder(resolved + "/" + name) }
    try unstage()
    try removeUnknownReleases()
    try removeReleasesWithRemovedText()
    try mendPrevious()
  }

  private var stagingPath: String { path + "/staging" }
  private var workPath: String { path + "/work" }
  private var pendingPath: String { path + "/pending.json" }

  private static let names: Set<String> = [
    "current", "previous", "releases", "manifests", "ledger.jsonl", "pending.json", "staging", "work",
    "next-link", "remotes",
  ]

  private static func checkOurs(_ path: String) throws {
    let entries = try FileSystem.entries(of: path)
    let hasLedger = entries.contains { $0.name == "ledger.jsonl" || $0.name == "pending.json" }
    let isNew = entries.allSatisfy { ["releases", "manifests", "staging", "work"].contains($0.name) }
    guard isNew || hasLedger, entries.allSatisfy({ names.contains($0.name) }) else {
      throw ReleaseError.notOurs(path)
    }
  }

  // MARK: What is there

  /// The name of the release that readers see, nil where there is none yet.
  package var current: String? {
    get throws { try target(of: "current") }
  }

  package var previous: String? {
    get throws { try target(of: "previous") }
  }

  private func target(of link: String) throws -> String? { try Self.target(of: link, in: path) }

  private static func target(of link: String, in path: String) throws -> String? {
    guard let target = try FileSystem.target(ofLink: path + "/" + link) else { return nil }
    guard target.hasPrefix("releases/") else { throw ReleaseError.notOurs(path + "/" + link) }
    return String(target.dropFirst("releases/".count))
  }

  /// Where the tree of a release is.
  package func tree(of release: String) -> String { path + "/releases/" + release }

  /// Whether the tree of a release is there.
  package func has(_ release: String) -> Bool { FileSystem.kind(of: tree(of: release)) == .folder }

  /// The files of a release and their digests; an error where what is written of them does not name the release.
  package func manifest(of release: String) throws -> ReleaseManifest {
    try ReleaseManifest(of: release, in: path)
  }

  // MARK: A new release

  /// An empty tree for the next release, which shares what it can with the current one, unless that is damaged.
  package func stage(isSharing: Bool = true) throws -> ReleaseTree {
    try FileSystem.remove(stagingPath)
    try FileSystem.makeFolder(stagingPath, mode: 0o700)
    let last = try (isSharing ? current : nil).map {
      ReleaseTree.LastRelease(try manifest(of: $0), in: tree(of: $0))
    }
    return ReleaseTree(OutputTree(path: stagingPath), after: last)
  }

  /// Waits until the staged tree is on the disk, so that little is left to do at its moment.
  package func syncStaged() throws { try FileSystem.syncFileSystem(of: stagingPath) }

  /// A folder for files that nobody else may see and that are gone with the staged tree, or when the site is next
  /// opened.
  package func makeWorkFolder() throws -> String {
    try FileSystem.makeFolder(workPath, mode: 0o700)
    return workPath
  }

  /// Leaves the next tree.
  package func unstage() throws {
    try FileSystem.remove(stagingPath)
    try FileSystem.remove(workPath)
  }

  /// Puts the staged tree before the public and writes that into the ledger; gives when readers began to see it.
  ///
  /// - Parameter now: The clock, asked once at the swap.
  @discardableResult
  package func release(
    _ manifest: ReleaseManifest, as entry: LedgerEntry, now: () -> Instant
  ) throws -> Instant {
    let id = manifest.id
    precondition(id == entry.release, "an entry is of its release")
    try FileSystem.remove(workPath)
    if FileSystem.kind(of: path + "/manifests/" + id) == nil {
      try FileSystem.createDurably(path + "/manifests/" + id, manifest.written())
    }
    if has(id) {
      try FileSystem.remove(stagingPath)
    } else {
      try FileSystem.setMode(stagingPath, 0o755)
      try FileSystem.rename(stagingPath, to: tree(of: id))
    }
    try FileSystem.syncFileSystem(of: path)
    return try swap(to: entry, now: now)
  }

  /// Puts a release that is there before the public, all of it being on the disk.
  @discardableResult
  package func swap(to entry: LedgerEntry, now: () -> Instant) throws -> Instant {
    try FileSystem.remove(pendingPath)
    try FileSystem.createDurably(pendingPath, entry.line())
    try lead("previous", to: current(before: entry))
    try FileSystem.syncFolder(path)
    try lead("current", to: entry.release)
    let actual = now()
    try FileSystem.syncFolder(path)
    var entry = entry
    entry.actual = actual
    try ledger.append(entry)
    try FileSystem.remove(pendingPath)
    try removeReleasesWithRemovedText()
    try mendPrevious()
    try FileSystem.syncFolder(path)
    return actual
  }

  /// The release that readers see before an entry, nil where they may not see its files any longer, since the entry
  /// removes a text that it holds.
  private func current(before entry: LedgerEntry) throws -> String? {
    guard let current = try current, current != entry.release else { return try previous }
    return try releases(holding: entry.removed).contains(current) ? nil : current
  }

  /// Adds an entry that leaves the public site as it is.
  package func note(_ entry: LedgerEntry) throws { try ledger.append(entry) }

  /// Lets a link lead to a release in one step, or takes it away.
  private func lead(_ name: String, to release: String?) throws {
    let fresh = path + "/next-link"
    try FileSystem.remove(fresh)
    guard let release else { return try FileSystem.remove(path + "/" + name) }
    try FileSystem.makeLink(fresh, to: "releases/" + release)
    try FileSystem.rename(fresh, to: path + "/" + name)
  }

  // MARK: Old releases

  /// The releases that readers saw and do not see now, the last one first, whether or not they are kept.
  var earlier: [String] {
    get throws {
      let current = try current
      var seen: Set<String> = []
      return ledger.entries.reversed().map(\.release).filter { $0 != current && seen.insert($0).inserted }
    }
  }

  /// Removes releases, the oldest first, until so many besides the current one are left.
  package func prune(keep count: Int) throws {
    for release in try earlier.filter(has).dropFirst(count) { try remove(release) }
  }

  /// Removes the releases that hold a text which the last entry removes.
  ///
  /// It belongs to the entry: whoever opens the folder after a crash does it before another entry can follow.
  private func removeReleasesWithRemovedText() throws {
    for release in try releases(holding: ledger.entries.last?.removed ?? []).sorted() { try remove(release) }
  }

  /// The releases that hold a text of one of the documents.
  private func releases(holding documents: [String]) throws -> Set<String> {
    guard !documents.isEmpty else { return [] }
    let known = Set(ledger.entries.map(\.release)).filter { has($0) }
    return try known.filter { release in
      try WrittenRecord(ofTree: tree(of: release)).editions.contains { documents.contains($0.document) }
    }
  }

  /// Lets `previous` lead to the release before the one that readers see, or nowhere where that is gone.
  private func mendPrevious() throws {
    let current = try current
    let before = ledger.entries.last { $0.release != current }?.release
    let kept = before.flatMap { has($0) ? $0 : nil }
    if try previous != kept { try lead("previous", to: kept) }
  }

  private func remove(_ release: String) throws {
    if try previous == release { try lead("previous", to: nil) }
    try FileSystem.remove(tree(of: release))
    try FileSystem.remove(path + "/manifests/" + release)
  }

  /// Removes what a killed process left that the public never saw.
  private func removeUnknownReleases() throws {
    let known = Set(ledger.entries.map(\.release))
    for folder in ["releases", "manifests"] {
      for entry in try FileSystem.entries(of: path + "/" + folder) where !known.contains(entry.name) {
        try FileSystem.remove(path + "/" + folder + "/" + entry.name)
      }
    }
    try FileSystem.remove(path + "/next-link")
  }

  // MARK: Recovery

  /// The ledger as it is when what a killed process left is brought to an end.
  private static func recover(_ path: String) throws -> Ledger {
    let ledgerPath = path + "/ledger.jsonl"
    let pendingPath = path + "/pending.json"
    guard FileSystem.kind(of: pendingPath) != nil else { return try Ledger(at: ledgerPath) }
    guard let line = try FileSystem.read(pendingPath, limit: 1 << 28),
      var entry = try? LedgerEntry(reading: line)
    else {
      // It was not on the disk whole, so that nothing had happened yet.
      try FileSystem.remove(pendingPath)
      return try Ledger(at: ledgerPath)
    }
    try cutTornLine(of: ledgerPath)
    var ledger = try Ledger(at: ledgerPath)
    if try target(of: "current", in: path) == entry.release, ledger.entries.last?.sequence != entry.sequence {
      entry.actual = try FileSystem.modificationTime(ofLink: path + "/current").map(
        Instant.init(milliseconds:))
      try ledger.append(entry)
    }
    try FileSystem.remove(pendingPath)
    return ledger
  }

  /// Removes the beginning of a line that was being written.
  private static func cutTornLine(of path: String) throws {
    guard FileSystem.kind(of: path) != nil, let bytes = try FileSystem.read(path, limit: 1 << 30) else {
      return
    }
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if end < bytes.count { try FileSystem.truncateDurably(path, to: end) }
  }
}

/// Why a folder cannot be published to.
package enum ReleaseError: Error, CustomStringConvertible {
  case notOurs(String)
  case onNetwork(String)
  case busy(String)
  case badManifest(String)
  case ledgerIsBehind(String, String)

  package var description: String {
    switch self {
    case .notOurs(let path):
      "\(path) holds what findings publish did not make; give a folder that is empty or not there with --to"
    case .onNetwork(let path):
      "\(path) is on a network file system, where locks and renames prove nothing; publish to a local disk"
    case .busy(let path): "another process is publishing to \(path); wait for it to end"
    case .ledgerIsBehind(let path, let release):
      "\(path)/ledger.jsonl does not end with release \(release), which readers see; lines of it are missing, or it "
        + "is an old copy: put the whole ledger back"
    case .badManifest(let path):
      "\(path) is not the list of files that its name says; the release cannot be trusted"
    }
  }
}
