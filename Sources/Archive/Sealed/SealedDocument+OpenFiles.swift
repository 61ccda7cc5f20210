import FileSystem
import Model
import Sealing

extension SealedDocument {
  /// Reads a document that lies open in the content; an error where anything in its folder would be left behind.
  init(_ document: ArchivedDocument, in content: ContentFolder) throws {
    let path = document.editions.first?.file ?? ""
    let (folder, name) = FileSystem.split(path)
    let paths = EditionFile.number(name) == nil ? [path] : try Self.files(of: folder)
    let files = try paths.map { path in
      PackedFile(
        path: content.path(ofDisplayed: path),
        mode: try FileSystem.permissions(of: path) & 0o777, bytes: try Self.read(path))
    }
    guard files.map(\.bytes.count).reduce(0, +) <= Self.sizeLimit else {
      throw SealingProblem.isTooLarge(folder)
    }
    do {
      try self.init(files)
    } catch {
      throw SealingProblem.isNoPart(path)
    }
  }

  private static func files(of folder: String) throws -> [String] {
    try FileSystem.entries(of: folder).map { entry in
      let path = folder + "/" + entry.name
      let isPart = EditionFile.number(entry.name) != nil || isAttachment(entry.name)
      guard entry.kind == .file, entry.isNameValid, !entry.name.hasPrefix("."), isPart else {
        throw SealingProblem.isNoPart(path)
      }
      return path
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let limit = path.hasSuffix(".md") ? Body.sizeLimit : Attachment.sizeLimit
    guard let bytes = try FileSystem.read(path, limit: limit) else { throw SealingProblem.isTooLarge(path) }
    return bytes
  }

  // MARK: On the disk

  /// Those of its files that lie in the content, as they were sealed; an error where one of them says something else,
  /// another file lies among them, or its place is beyond a symbolic link.
  func openFiles(in content: ContentFolder) throws -> [PackedFile] {
    try checkFolders(in: content)
    let place = content.displayPath(place)
    if isFolder, FileSystem.kind(of: place) != nil {
      let paths = Set(files.map { content.displayPath($0.path) })
      for path in try FileSystem.entries(of: place).map({ place + "/" + $0.name }) where !paths.contains(path)
      {
        throw SealingProblem.isNoPart(path)
      }
    }
    return try files.filter { try isOpen($0, in: content) }
  }

  /// Nothing is written or removed beyond a link: it may lead out of the content.
  private func checkFolders(in content: ContentFolder) throws {
    var folder = content.path
    for name in place.split(separator: "/").dropLast(isFolder ? 0 : 1) {
      folder += "/" + name
      guard FileSystem.kind(of: folder) != .link else { throw SealingProblem.isLink(folder) }
    }
  }

  private func isOpen(_ file: PackedFile, in content: ContentFolder) throws -> Bool {
    let path = content.displayPath(file.path)
    guard FileSystem.kind(of: path) != nil else { return false }
    guard try FileSystem.read(path, limit: file.bytes.count) == file.bytes else {
      throw SealingProblem.hasChanged(path)
    }
    return true
  }

  /// Removes those of its files that lie in the content, and their folder, and gives their paths from there; an error
  /// as for `openFiles`.
  ///
  /// The first edition goes first: what a crash leaves is no document that could be taken for the whole.
  func removeOpenFiles(from content: ContentFolder) throws -> [String] {
    let files = try openFiles(in: content)
    let isEdition = { (file: PackedFile) in file.path.hasSuffix(".md") }
    for file in files.filter(isEdition) + files.filter({ !isEdition($0) }) where try isOpen(file, in: content)
    {
      try FileSystem.remove(content.displayPath(file.path))
    }
    let place = content.displayPath(place)
    // What came into the folder meanwhile is not sealed: the folder stays with it.
    if isFolder, FileSystem.kind(of: place) != nil { try FileSystem.removeFolder(place) }
    let folder = FileSystem.split(place).folder
    if FileSystem.kind(of: folder) != nil { try FileSystem.syncFolder(folder) }
    return files.map(\.path)
  }

  /// Files beside a document without a folder of its own whose names say that an editor left them there.
  func leftovers(in content: ContentFolder) throws -> [String] {
    guard !isFolder else { return [] }
    let (folder, name) = FileSystem.split(content.displayPath(place))
    return try FileSystem.entries(of: folder).map(\.name).filter { $0 != name && $0.contains(name) }
      .map { folder + "/" + $0 }
  }
}
