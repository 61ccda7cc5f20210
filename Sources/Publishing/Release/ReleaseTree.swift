import Model
package import Escaping
package import FileSystem
package import SiteRendering
import Synchronization

/// The tree of a release: a file that is in the last release already, under whichever path, becomes a second name of
/// it and is not written; nothing of a release is ever modified.
package final class ReleaseTree: OutputSink {
  private let tree: OutputTree
  private let last: LastRelease?
  private let state = Mutex(State())

  private struct State {
    var digests: [String: Digest] = [:]
    /// Paths whose bytes somebody else writes.
    var unread: [String] = []
    var renamed = RenamedFolders()
  }

  /// The files of the last release by their digests.
  package struct LastRelease: Sendable {
    let folder: String
    private let paths: [Digest: String]

    /// - Parameter folder: Where the release is.
    package init(_ manifest: ReleaseManifest, in folder: String) {
      self.folder = folder
      paths = Dictionary(manifest.files.map { ($0.digest, $0.path) }, uniquingKeysWith: { first, _ in first })
    }

    /// The whole path of a file with these bytes, nil where there is none.
    func path(of digest: Digest) -> String? { paths[digest].map { folder + "/" + $0 } }
  }

  package init(_ tree: OutputTree, after last: LastRelease?) {
    self.tree = tree
    self.last = last
  }

  /// Where the tree is.
  package var path: String { tree.path }

  // MARK: OutputSink

  package func write(_ parts: [Bytes], to path: String) throws {
    let digest = Digest(ofParts: parts)
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
    try tree.link(path, to: original)
    state.withLock { state in
      if let digest = state.digests[original] {
        state.digests[path] = digest
      } else {
        state.unread.append(path)
      }
    }
  }

  package func open(_ path: String) throws -> any OutputFile {
    state.withLock { $0.unread.append(path) }
    return try tree.open(path)
  }

  package func reserve(_ path: String) throws -> String {
    state.withLock { $0.unread.append(path) }
    return try tree.reserve(path)
  }

  package func scratch() throws -> ScratchFile { try tree.scratch() }

  package func rename(_ folder: String, to path: String) throws {
    try tree.rename(folder, to: path)
    state.withLock { $0.renamed.rename(folder, to: path) }
  }

  // MARK: End

  /// The manifest of the tree when everything is written; what was written piece by piece is read for it.
  package func manifest() throws -> ReleaseManifest {
    let (digests, unread, renamed) = state.withLock { ($0.digests, $0.unread, $0.renamed) }
    var files = digests.map { ReleaseManifest.File(path: renamed.path(of: $0), digest: $1) }
    for written in unread {
      let path = renamed.path(of: written)
      let digest = try Digest(ofFile: tree.path + "/" + path)
      try share(digest, insteadOf: path)
      files.append(ReleaseManifest.File(path: path, digest: digest))
    }
    return ReleaseManifest(files)
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
  }

  /// How many of the files of a manifest the last release has, under whichever path.
  package func sharedCount(of manifest: ReleaseManifest) -> Int {
    manifest.files.count { last?.path(of: $0.digest) != nil }
  }
}
