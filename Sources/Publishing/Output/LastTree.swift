import SiteRendering

/// The tree that the last build of a folder wrote, of which the next may take over files.
struct LastTree: Sendable {
  /// Where it is; it is not modified.
  let path: String
  /// The paths of its files.
  let files: [String]
}

/// What a tree has of the last one, and what is its own.
struct TreeChanges: Sendable {
  private var keptFolders: Set<String> = []
  private var keptFiles: Set<String> = []
  private var written: [String] = []
  private var renamed = RenamedFolders()

  mutating func keep(folder: String) { keptFolders.insert(folder) }
  mutating func keep(file: String) { keptFiles.insert(file) }
  mutating func make(file: String) { written.append(file) }
  mutating func rename(_ folder: String, to path: String) { renamed.rename(folder, to: path) }

  /// The files that are the tree's own.
  var made: [String] { written.map { renamed.path(of: $0) } }

  /// Whether a file of the last tree is in this one at the same path.
  func isKept(_ file: String) -> Bool {
    if keptFiles.contains(file) { return true }
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if keptFolders.contains(String(folder)) { return true }
    }
    return false
  }

  /// What must be done to make a copy of the last tree one of this tree.
  func difference(to last: LastTree) -> TreeDifference {
    let made = made
    let own = Set(made)
    return TreeDifference(removed: last.files.filter { !own.contains($0) && !isKept($0) }, made: made)
  }
}
