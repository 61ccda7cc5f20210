import FileSystem

/// A second tree of what readers see, with which the next tree begins, so that nothing need be done for a file that
/// stays.
///
/// It shares every file with the release, costs no room, and is private, since it is about to be something else. It is
/// made of a tree that is not needed any more. Without it each file is given a name in the next tree.
struct ReleaseCopy {
  let layout: ReleaseLayout

  private func path(of release: String) -> String { layout.copy + "/" + release }

  /// Whether a release has a copy.
  func isThere(of release: String) -> Bool { FileSystem.kind(of: path(of: release)) == .folder }

  /// Gives the copy of a release another place; false where there is none that has files of just its names, since through
  /// a link something of the release itself might be changed.
  func move(of release: ReleaseManifest, to place: String) throws -> Bool {
    guard isThere(of: release.id) else { return false }
    let found = try FileSystem.kinds(below: path(of: release.id))
    let names = Set(release.files.map(\.path))
    guard found.count == names.count, found.allSatisfy({ $0.kind == .file && names.contains($0.path) }) else {
      return false
    }
    try FileSystem.rename(path(of: release.id), to: place)
    return true
  }

  /// Makes a tree, which is then nowhere else any more, the copy of a release, unless that has one; where it cannot be
  /// made, there is none.
  ///
  /// - Parameter manifest: What the tree holds.
  func make(of release: ReleaseManifest, from tree: String, _ manifest: ReleaseManifest) throws {
    guard !isThere(of: release.id) else { return }
    do {
      for folder in [layout.copy, layout.staging] { try FileSystem.makeFolder(folder, mode: 0o700) }
      try FileSystem.rename(tree, to: layout.stagedCopy)
      let difference = TreeDifference(from: manifest, to: release)
      try difference.apply(to: layout.stagedCopy, from: layout.tree(of: release.id))
      try FileSystem.rename(layout.stagedCopy, to: path(of: release.id))
    } catch {
      try FileSystem.remove(layout.stagedCopy)
    }
    // It stays where a tree is staged beside.
    try? FileSystem.removeFolder(layout.staging)
  }

  /// Removes what is no copy of the release, such as what a killed process has left.
  func removeAll(besides release: String?) throws {
    guard FileSystem.kind(of: layout.copy) == .folder else { return try FileSystem.remove(layout.copy) }
    for entry in try FileSystem.entries(of: layout.copy) where entry.name != release {
      try FileSystem.remove(layout.copy + "/" + entry.name)
    }
  }
}
