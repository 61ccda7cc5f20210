package import Escaping
package import FileSystem
package import SiteRendering
import Synchronization

/// A folder that is being filled with the files of a site.
///
/// Each file is created once and never touched again; folders are made when their first file comes.
package final class OutputTree: OutputSink {
  package let path: String
  private let written = Atomic(0)

  init(path: String) {
    self.path = path
  }

  /// How many files the tree holds.
  package var fileCount: Int { written.load(ordering: .relaxed) }

  package func write(_ parts: [Bytes], to path: String) throws {
    try place(path) { full throws(FileError) in try FileSystem.create(full, parts) }
  }

  package func link(_ path: String, to original: String) throws {
    let original = self.path + "/" + original
    try place(path) { full throws(FileError) in try FileSystem.link(full, from: original) }
  }

  /// Gives a file that lies outside the tree, on the same file system, a second name in it.
  func share(_ file: String, as path: String) throws(FileError) {
    try place(path) { full throws(FileError) in try FileSystem.link(full, from: file) }
  }

  package func open(_ path: String) throws -> any OutputFile {
    var file: TreeFile?
    try place(path) { full throws(FileError) in file = try TreeFile(full) }
    guard let file else { preconditionFailure("a file that could not be created is an error") }
    return file
  }

  package func reserve(_ path: String) throws -> String {
    try place(path) { full throws(FileError) in try FileSystem.create(full, []) }
    return self.path + "/" + path
  }

  package func scratch() throws -> ScratchFile { try ScratchFile(in: path) }

  package func rename(_ folder: String, to path: String) throws {
    try FileSystem.rename(self.path + "/" + folder, to: self.path + "/" + path)
  }

  /// Puts something at a path, with the folders above it made where they are not there.
  private func place(_ path: String, _ action: (String) throws(FileError) -> Void) throws(FileError) {
    let full = self.path + "/" + path
    do {
      try action(full)
    } catch  where error.isNotFound {
      try makeFolders(above: path)
      try action(full)
    }
    written.wrappingAdd(1, ordering: .relaxed)
  }

  private func makeFolders(above path: String) throws(FileError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    do {
      try FileSystem.makeFolder(self.path + "/" + folder)
    } catch  where error.isNotFound {
      try makeFolders(above: folder)
      try FileSystem.makeFolder(self.path + "/" + folder)
    }
  }
}

/// A file of the tree that is written piece by piece.
private final class TreeFile: OutputFile {
  private let file: Mutex<GrowingFile>

  init(_ path: String) throws(FileError) {
    file = Mutex(try GrowingFile(creating: path))
  }

  func append(_ bytes: Bytes) throws {
    try file.withLock { try $0.append(bytes) }
  }
}
