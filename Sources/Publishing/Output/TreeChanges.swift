import SiteRendering

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

  /// The files of the last tree that are not in this one as they were.
  func leftOut(of last: LastTree) -> [String] {
    // Those of a folder stand one after the other, so that most have the answer of the file before.
    var folder: (path: Substring, isKept: Bool)?
    return last.files.filter { file in
      let path = Self.folder(of: file[...])
      if path != folder?.path { folder = path.map { ($0, isKept(folder: $0)) } }
      return folder?.isKept != true && !keptFiles.contains(file)
    }
  }

  /// Whether a folder was kept, or one that it lies in.
  private func isKept(folder: Substring) -> Bool {
    keptFolders.contains(String(folder)) || Self.folder(of: folder).map(isKept) ?? false
  }

  /// The folder of a path; nil where that is the tree.
  private static func folder(of path: Substring) -> Substring? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
  }

  /// What must be done to make a copy of the last tree one of this tree.
  func difference(to last: LastTree) -> TreeDifference {
    let made = made
    let own = Set(made)
    return TreeDifference(removed: leftOut(of: last).filter { !own.contains($0) }, made: made)
  }
}
