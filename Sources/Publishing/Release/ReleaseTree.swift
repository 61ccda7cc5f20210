package import Escaping
import FanOut
package import FileSystem
import Model
package import SiteRendering
import Synchronization

/// The tree of a release, of which only what is new is written.
///
/// What the last release has at the same path stays; a file that it has under another becomes a second name of that.
/// Nothing of a release is ever modified.
package final class ReleaseTree: OutputSink {
  private let tree: OutputTree
  private let last: LastRelease?
  private let state = Mutex(State())

  private struct State {
    var digests: [String: Digest] = [:]
    /// Paths whose bytes somebody else writes, or come piece by piece.
    var unread: Set<String> = []
    /// The looks at files of the last release that something is copied out of, while they go on.
    var checks: [Task<Void, any Error>] = []
    var renamed = RenamedFolders()
  }

  /// The files of the last release by their digests, and the digests by their paths.
  struct LastRelease: Sendable {
    let manifest: ReleaseManifest
    let tree: LastTree
    private let paths: [Digest: String]
    private let digests: [String: Digest]

    /// - Parameter folder: Where the release is.
    init(_ manifest: ReleaseManifest, in folder: String) {
      self.manifest = manifest
      tree = LastTree(path: folder, files: manifest.files.map(\.path))
      paths = Dictionary(manifest.files.map { ($0.digest, $0.path) }, uniquingKeysWith: { first, _ in first })
      digests = manifest.digests
    }

    /// The whole path of a file with these bytes, nil where there is none.
    func path(of digest: Digest) -> String? { paths[digest].map { tree.path + "/" + $0 } }

    /// The digest of the file at a path, nil where there is none.
    func digest(at path: String) -> Digest? { digests[path] }
  }

  /// - Parameters:
  ///   - path: A folder that is there.
  ///   - isContinuing: Whether the folder is a copy of the last release, which is brought up to date.
  init(at path: String, after last: LastRelease?, isContinuing: Bool) {
    tree = OutputTree(path: path, last: last?.tree, isContinuing: isContinuing)
    self.last = last
  }

  /// Where the tree is.
  package var path: String { tree.path }

  // MARK: OutputSink

  package func write(_ parts: [Bytes], to path: String) throws {
    let digest = Digest(ofParts: parts)
    if last?.digest(at: path) == digest, try tree.keep(file: path) { return }
    let isShared = try share(digest, as: path)
    if !isShared { try tree.write(parts, to: path) }
    state.withLock { $0.digests[path] = digest }
  }

  /// Gives the file of the last release with these bytes a name in this tree; false where there is none, or it has
  /// as many names as the file system allows.
  private func share(_ digest: Digest, as path: String) throws(FileError) -> Bool {
    guard let known = last?.path(of: digest) else { return false }
    do {
      try tree.share(known, as: path)
      return true
    } catch  where error.hasTooManyLinks {
      return false
    }
  }

  package func link(_ path: String, to original: String) throws {
    let digest = digest(of: original)
    if let digest, last?.digest(at: path) == digest, try tree.keep(file: path) { return }
    try tree.link(path, to: original)
    state.withLock { state in
      if let digest {
        state.digests[path] = digest
      } else {
        state.unread.insert(path)
      }
    }
  }

  /// The digest of a file of the tree that is complete, nil where it is still to be read.
  private func digest(of path: String) -> Digest? {
    let (digest, isUnread) = state.withLock { ($0.digests[path], $0.unread.contains(path)) }
    // What was not written stayed.
    return digest ?? (isUnread ? nil : last?.digest(at: path))
  }

  package func open(_ path: String) throws -> any OutputFile {
    state.withLock { state in _ = state.unread.insert(path) }
    return try tree.open(path)
  }

  package func reserve(_ path: String) throws -> String {
    state.withLock { state in _ = state.unread.insert(path) }
    return try tree.reserve(path)
  }

  package func scratch() throws -> ScratchFile { try tree.scratch() }

  package func rename(_ folder: String, to path: String) throws {
    try tree.rename(folder, to: path)
    state.withLock { $0.renamed.rename(folder, to: path) }
  }

  // MARK: The last tree

  package func keep(folder: String) throws -> Bool { try tree.keep(folder: folder) }
  package func keep(file: String) throws -> Bool { try tree.keep(file: file) }

  /// What is copied out of a file has another digest, so that nothing would tell of damage later; so the file is looked
  /// at while the copy is made.
  package func lastFile(_ path: String) throws -> String? {
    guard let last, let file = tree.lastFile(path) else { return nil }
    guard FileSystem.kind(of: file) == .file else { throw LastTreeError.gone(path) }
    let check = Task {
      guard try Digest(ofFile: file) == last.digest(at: path) else { throw LastTreeError.altered(path) }
    }
    state.withLock { $0.checks.append(check) }
    return file
  }

  package func reuse(_ path: String, as new: String) throws {
    try tree.reuse(path, as: new)
    state.withLock { $0.digests[new] = last?.digest(at: path) }
  }

  // MARK: End

  /// Ends the tree when everything is written: what the last release had and this one has not is removed.
  ///
  /// - Returns: The manifest, for which is read what was not written at once.
  package func finish(jobs: Int) async throws -> ReleaseManifest {
    let state = state.withLock { $0 }
    for check in state.checks { try await check.value }
    let difference = tree.difference
    try difference?.remove(in: tree.path)
    let unread = state.unread.map { state.renamed.path(of: $0) }
    let digests = try await fanOut(over: unread.count, jobs: jobs) { index in
      try Digest(ofFile: self.tree.path + "/" + unread[index])
    }
    for (path, digest) in zip(unread, digests) { try share(digest, insteadOf: path) }
    var files = zip(unread, digests).map { ReleaseManifest.File(path: $0, digest: $1) }
    files += state.digests.map { ReleaseManifest.File(path: state.renamed.path(of: $0), digest: $1) }
    let changed = Set(files.map(\.path)).union(difference?.removed ?? [])
    return ReleaseManifest(files + (last?.manifest.files.filter { !changed.contains($0.path) } ?? []))
  }

  /// Puts the file of the last release with these bytes in the place of one that was written.
  private func share(_ digest: Digest, insteadOf path: String) throws(FileError) {
    guard let known = last?.path(of: digest) else { return }
    let (written, shared) = (tree.path + "/" + path, tree.path + "/" + path + ".shared")
    do {
      try FileSystem.link(shared, from: known)
    } catch  where error.hasTooManyLinks {
      return
    }
    try FileSystem.rename(shared, to: written)
    // Names of one file do not replace each other.
    try FileSystem.remove(shared)
  }

  /// How many of the files of a manifest the last release has, under whichever path.
  package func sharedCount(of manifest: ReleaseManifest) -> Int {
    manifest.files.count { last?.path(of: $0.digest) != nil }
  }
}
