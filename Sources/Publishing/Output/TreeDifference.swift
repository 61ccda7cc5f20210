import FileSystem

/// The difference between two trees.
struct TreeDifference: Sendable {
  /// The files that the second has no more.
  let removed: [String]
  /// The files of the second that the first has not, or has with other bytes.
  let made: [String]

  init(removed: [String], made: [String]) {
    (self.removed, self.made) = (removed, made)
  }

  init(from first: ReleaseManifest, to second: ReleaseManifest) {
    let (old, new) = (first.digests, second.digests)
    removed = first.files.map(\.path).filter { new[$0] == nil }
    made = second.files.filter { old[$0.path] != $0.digest }.map(\.path)
  }

  /// Removes from a tree what the second has not, and folders that are left empty.
  func remove(in tree: String) throws(FileError) {
    for file in removed where FileSystem.kind(of: tree + "/" + file) != .folder {
      try FileSystem.remove(tree + "/" + file)
    }
    var seen: Set<String> = []
    for file in removed { try removeEmptyFolders(above: file, in: tree, &seen) }
  }

  /// Makes a copy of the first tree one of the second, whose files it shares.
  func apply(to tree: String, from second: String) throws {
    let copy = OutputTree(path: tree, isContinuing: true)
    for file in made { try copy.share(second + "/" + file, as: file) }
    try remove(in: tree)
  }

  private func removeEmptyFolders(above file: String, in tree: String, _ seen: inout Set<String>)
    throws(FileError)
  {
    var path = file[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      guard seen.insert(String(path)).inserted else { return }
      do {
        try FileSystem.removeFolder(tree + "/" + path)
      } catch  where error.isNotFound {
        continue
      } catch  where error.isExisting {
        // What is in use may be empty when another of its files is gone.
        seen.remove(String(path))
        return
      }
    }
  }
}
