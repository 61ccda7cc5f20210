import Escaping
import FileSystem
import Model

/// What readers of a release folder see, as remotes are to show it.
///
/// It is made of what the folder has released, so that nothing can reach a remote before its instant.
package struct ReleasedSite: Sendable {
  package let release: String
  /// The release folder.
  private let folder: String
  /// The releases that the folder keeps, this one among them; none of them holds a text that was removed, and no other
  /// may be kept anywhere.
  let kept: Set<String>
  /// The documents whose text was ever removed.
  let removed: [DocumentID]

  fileprivate init(_ release: String, in folder: ReleaseFolder) {
    self.release = release
    self.folder = folder.path
    kept = Set(folder.ledger.entries.map(\.release).filter { folder.has($0) })
    removed = folder.ledger.history.removed.sorted()
  }

  /// Where the tree of the release is.
  var tree: String { folder + "/releases/" + release }

  /// A program that changes a remote, which nobody else does meanwhile.
  func program(_ name: String, on remote: String) throws -> RemoteProgram {
    try FileSystem.makeFolder(folder + "/remotes")
    return RemoteProgram(name, lock: folder + "/remotes/" + Digest(of: Bytes(remote.utf8)).name)
  }

  /// The files of the release and their digests, read when they are wanted: nobody waits for it at a swap.
  func manifest() throws -> ReleaseManifest { try ReleaseManifest(of: release, in: folder) }
}

extension ReleaseFolder {
  /// What readers of this folder see; nil where nothing was released yet.
  package var released: ReleasedSite? {
    get throws { try current.map { ReleasedSite($0, in: self) } }
  }
}
