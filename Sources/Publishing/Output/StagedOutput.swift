package import FileSystem
package import PublishingCalendar
package import SiteRendering

/// A tree beside a folder, which takes the folder's place in one step when it is complete.
///
/// Until then the folder is as it was; a build that fails or is killed leaves it so. The staging folder has
/// a fixed name beside the target and is locked, so that what a killed build left is found and removed, and
/// two builds into one folder cannot mix.
///
/// A tree that has not replaced its target when nobody holds it any more is removed.
package final class StagedOutput {
  package let tree: OutputTree
  private let target: String
  private let lock: FolderLock
  /// What the last build left, when no other build can write the folder any more.
  package let last: LastBuild?
  private let isContinuing: Bool
  private var isReplaced = false
  /// What alone has been done to the files of the target; nil where more has: a second name changes what is said of a file.
  private var difference: TreeDifference?

  /// Begins a tree for a folder that is empty, new, or made by us.
  ///
  /// - Parameter last: What the last build of the folder left; nil where nothing may be kept.
  package init(for path: String, after last: LastBuild? = nil) throws {
    let target = try Self.checked(path)
    let staging = Self.stagingPath(for: target)
    FileSystem.makeReadableForAll()
    try FileSystem.makeFolders(FileSystem.split(target).folder)
    try FileSystem.makeFolder(staging, mode: 0o700)
    let lock = try Self.lock(staging, for: path)
    for entry in try FileSystem.entries(of: staging) { try FileSystem.remove(staging + "/" + entry.name) }
    self.target = target
    self.lock = lock
    let last = last?.confirmed()
    self.last = last
    let files = last?.files.map { LastTree(path: target, files: $0) }
    isContinuing = try last?.moveCopy(to: staging) == true
    tree = OutputTree(path: staging, last: files, isContinuing: isContinuing)
  }

  /// How this process ends where it is told to before the tree is in its place: nothing of the tree is left.
  package var processEnd: ProcessEnd { lock.processEnd(removing: tree.path) }

  private static func lock(_ staging: String, for path: String) throws -> FolderLock {
    guard let lock = try FolderLock(staging) else { throw OutputError.busy(path) }
    return lock
  }

  /// Puts the tree in the place of the folder; what was there is removed, or kept as the copy with which the next build
  /// begins.
  package func replaceTarget() throws {
    precondition(!isReplaced, "a tree replaces its target once")
    let difference = tree.difference
    try difference?.remove(in: tree.path)
    try FileSystem.setMode(tree.path, 0o755)
    try last?.forget()
    if FileSystem.kind(of: target) == nil {
      try FileSystem.rename(tree.path, to: target)
      isReplaced = true
    } else {
      // What was there gets the name of the staging folder: no other build may begin in it.
      let replaced = try FolderLock(target)
      try FileSystem.exchange(tree.path, target)
      isReplaced = true
      try dispose(of: tree.path, difference)
      _ = consume replaced
    }
  }

  /// Removes the tree that was replaced, or makes it a copy of the one that replaced it, which costs no room and no
  /// time where little has changed.
  private func dispose(of replaced: String, _ difference: TreeDifference?) throws {
    if let last, let difference {
      do {
        try difference.apply(to: replaced, from: target)
        try FileSystem.setMode(replaced, 0o700)
        try FileSystem.rename(replaced, to: last.copy)
        return self.difference = isContinuing ? difference : nil
      } catch {
        try FileSystem.remove(last.copy)
      }
    }
    try FileSystem.remove(replaced)
  }

  /// Notes what the next build of the folder needs: `LastBuild.note`.
  package func note(
    _ letters: KeptSite, from instant: Instant, until change: Instant?, report: String,
    counts: [String: Int], jobs: Int
  ) async throws {
    precondition(isReplaced, "what is noted is in its place")
    try await last?.note(
      letters, from: instant, until: change, report: report, counts: counts, difference: difference,
      jobs: jobs)
  }

  deinit {
    guard !isReplaced else { return }
    try? FileSystem.remove(tree.path)
    try? last?.clearUp()
  }

  // MARK: The target

  /// The folder with symbolic links resolved; an error where it holds what we did not make.
  private static func checked(_ path: String) throws -> String {
    let trimmed = FileSystem.trimmed(path)
    guard let kind = FileSystem.kind(of: trimmed) else { return trimmed }
    guard let resolved = FileSystem.resolved(trimmed) else { throw OutputError.notOurs(path) }
    guard kind == .folder || FileSystem.kind(of: resolved) == .folder else { throw OutputError.notOurs(path) }
    guard !ReleaseLayout.holds(resolved) else { throw OutputError.published(path) }
    let entries = try FileSystem.entries(of: resolved)
    guard entries.isEmpty || isRecord(resolved + "/record.json") else { throw OutputError.notOurs(path) }
    return resolved
  }

  /// Whether the file is a public record of ours.
  private static func isRecord(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 30) else { return false }
    return bytes.starts(with: "{\n\"format\": \"findings-record-".utf8)
  }

  private static func stagingPath(for target: String) -> String {
    let name = target.split(separator: "/").last ?? "output"
    return FileSystem.split(target).folder + "/.\(name).staging"
  }
}

/// Why a folder cannot receive a site.
package enum OutputError: Error, CustomStringConvertible {
  case notOurs(String)
  case busy(String)
  case published(String)

  package var description: String {
    switch self {
    case .notOurs(let path):
      "\(path) is not empty and was not made by findings (it has no record.json of ours); "
        + "give another folder with --output"
    case .published(let path):
      "\(path) is a release, which findings publish alone puts before readers; give another folder with --output"
    case .busy(let path): "another build is writing \(path); wait for it to end"
    }
  }
}
