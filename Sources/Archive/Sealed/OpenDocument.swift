import FileSystem
import Model
import Sealing

/// A document that lies open in the content, with its files as they are on the disk.
struct OpenDocument {
  let contents: SealedDocument
  private let content: ContentFolder

  /// Reads the files; an error where anything in the folder of the document would be left behind.
  init(_ document: ArchivedDocument, in content: ContentFolder) throws {
    self.content = content
    let path = document.editions.first?.file ?? ""
    let (folder, name) = FileSystem.split(path)
    let paths = EditionFile.number(name) == nil ? [path] : try Self.files(of: folder)
    let files = try paths.map { path in
      PackedFile(
        path: String(path.dropFirst(content.path.utf8.count + 1)),
        mode: try FileSystem.permissions(of: path) & 0o777, bytes: try Self.read(path))
    }
    guard files.map(\.bytes.count).reduce(0, +) <= Age.sizeLimit / 2 else {
      throw SealingProblem.isTooLarge(folder)
    }
    do {
      contents = try SealedDocument(files)
    } catch {
      throw SealingProblem.isNoPart(path)
    }
  }

  private static func files(of folder: String) throws -> [String] {
    try FileSystem.entries(of: folder).map { entry in
      let path = folder + "/" + entry.name
      let isEdition = EditionFile.number(entry.name) != nil
      guard entry.kind == .file, entry.isNameValid, !entry.name.hasPrefix("."),
        isEdition || SealedDocument.isAttachment(entry.name)
      else { throw SealingProblem.isNoPart(path) }
      return path
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let isEdition = path.hasSuffix(".md")
    guard let bytes = try FileSystem.read(path, limit: isEdition ? Body.sizeLimit : Attachment.sizeLimit)
    else { throw SealingProblem.isTooLarge(path) }
    return bytes
  }

  // MARK: Removal

  /// Removes the files, which are sealed by now, and their folder; an error where one has changed since.
  ///
  /// The first edition goes first: what a crash leaves is no document that could be taken for the whole.
  func remove() throws {
    let isEdition = { (file: PackedFile) in file.path.hasSuffix(".md") }
    for file in contents.files.filter(isEdition) + contents.files.filter({ !isEdition($0) }) {
      let path = content.displayPath(file.path)
      guard try FileSystem.read(path, limit: file.bytes.count) == file.bytes else {
        throw SealingProblem.hasChanged(path)
      }
      try FileSystem.remove(path)
    }
    let place = content.displayPath(contents.place)
    if contents.isFolder { try FileSystem.removeFolder(place) }
    try FileSystem.syncFolder(FileSystem.split(place).folder)
  }

  /// Files beside a document without a folder of its own whose names say that an editor left them there.
  func leftovers() throws -> [String] {
    guard !contents.isFolder else { return [] }
    let (folder, name) = FileSystem.split(content.displayPath(contents.place))
    return try FileSystem.entries(of: folder).map(\.name).filter { $0 != name && $0.contains(name) }
      .map { folder + "/" + $0 }
  }
}
