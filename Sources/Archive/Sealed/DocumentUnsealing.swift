import FileSystem
package import Model
package import Sealing

extension Archive {
  /// Puts the files of a sealed document back into a folder of content, with the permissions that they had, and
  /// removes the sealed file; gives their paths from that folder.
  ///
  /// The document appears in one step. Where this was interrupted after that, it removes the sealed file.
  package func unseal(
    _ id: DocumentID, in content: String, identity: Identity?
  ) async throws -> [String] {
    let content = ContentFolder(content)
    let copies = try copies(of: id)
    guard let file = copies.sealedFile else { throw SealingProblem.isOpen(id) }
    let folder = try SealedFolder(content)
    return try await folder.locked {
      let document = try await opened(file, identity)
      let open = try document.openFiles(in: content)
      guard copies.open == nil || !open.isEmpty else { throw SealingProblem.isAmbiguous(id) }
      if open != document.files {
        // What a sealing that was interrupted has left.
        _ = try document.removeOpenFiles(from: content)
        try document.write(into: content, by: folder.draft(for: file))
      }
      try FileSystem.remove(file)
      try FileSystem.syncFolder(FileSystem.split(file).folder)
      return document.files.map(\.path)
    }
  }
}

extension SealedDocument {
  /// Writes the files, as a draft first; an error where anything has their place.
  fileprivate func write(into content: ContentFolder, by draft: String) throws {
    let target = content.displayPath(place)
    let folder = FileSystem.split(target).folder
    guard FileSystem.kind(of: target) == nil else { throw SealingProblem.hasChanged(target) }
    try FileSystem.makeFolders(folder)
    do {
      if isFolder { try FileSystem.makeFolder(draft) }
      for file in files {
        let path = isFolder ? draft + "/" + FileSystem.split(file.path).name : draft
        try FileSystem.createDurably(path, file.bytes, mode: file.mode)
      }
      if isFolder { try FileSystem.syncFolder(draft) }
      try FileSystem.rename(draft, to: target)
    } catch {
      try? FileSystem.remove(draft)
      throw error
    }
    try FileSystem.syncFileSystem(of: folder)
  }
}
