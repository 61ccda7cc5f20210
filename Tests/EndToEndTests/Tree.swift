import Foundation

/// The files of a folder, by their paths.
struct Tree: Equatable {
  let files: [String: Data]

  init(at folder: URL) throws {
    let folder = folder.resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    for path in paths {
      let url = folder.appending(path: path)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: url) }
    }
    self.files = files
  }

  var paths: [String] { files.keys.sorted() }

  func text(_ path: String) -> String {
    String(decoding: files[path] ?? Data(), as: UTF8.self)
  }

  /// The files that hold the text, whatever its letter case, in their paths or bytes.
  ///
  /// Left out is `assets/`: it is copied from the site’s own styles and scripts, whose words, and whose bytes by
  /// chance, may be the text.
  func paths(containing text: String) -> [String] {
    paths.filter { path in
      guard !path.hasPrefix("assets/") else { return false }
      return path.localizedCaseInsensitiveContains(text)
        || self.text(path).localizedCaseInsensitiveContains(text)
    }
  }

  /// The first difference to another tree in words, nil where there is none.
  func difference(to other: Tree) -> String? {
    guard self != other else { return nil }
    for path in Set(paths + other.paths).sorted() {
      guard let mine = files[path] else { return "\(path) is only in the second tree" }
      guard let theirs = other.files[path] else { return "\(path) is only in the first tree" }
      if mine != theirs { return "\(path) differs:\n" + Self.difference(mine, theirs) }
    }
    return nil
  }

  /// The first lines that differ.
  private static func difference(_ mine: Data, _ theirs: Data) -> String {
    let lines = [mine, theirs].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    var shown: [String] = []
    for index in 0..<max(lines[0].count, lines[1].count) where shown.count < 6 {
      let pair = lines.map { index < $0.count ? String($0[index].prefix(400)) : "(no line)" }
      if pair[0] != pair[1] { shown += ["\(index + 1)- \(pair[0])", "\(index + 1)+ \(pair[1])"] }
    }
    return shown.joined(separator: "\n")
  }
}
