package import Escaping
package import FileSystem
package import SiteRendering
import Synchronization

/// A folder that is being filled with the files of a site.
///
/// Each file is created once and never touched again, since it may have names in other trees; folders are made when
/// their first file comes.
package final class OutputTree: OutputSink {
  package let path: String
  /// The tree of which files may be taken over; nil where there is none.
  private let last: LastTree?
  /// Whether the folder is a copy of the last tree, which is brought up to date.
  private let isContinuing: Bool
  private let changes = Mutex(TreeChanges())
  private let count = Atomic(0)

  init(path: String, last: LastTree? = nil, isContinuing: Bool = false) {
    self.path = path
    self.last = last
    self.isContinuing = isContinuing
  }

  /// How many files the tree holds, when all are written.
  package var fileCount: Int { count.load(ordering: .relaxed) + keptFileCount }

  /// How many files were taken over from the last tree.
  private var keptFileCount: Int {
    guard let last else { return 0 }
    return changes.withLock { last.files.count - $0.leftOut(of: last).count }
  }

  /// What must be done to make a copy of the last tree one of this tree; nil where there is no last tree.
  var difference: TreeDifference? { last.map { last in changes.withLock { $0.difference(to: last) } } }

  // MARK: OutputSink

  package func write(_ parts: [Bytes], to path: String) throws {
    if try hasLast(path, parts), try keep(file: path) { return }
    try make(path) { full throws(FileError) in try FileSystem.create(full, parts) }
  }

  package func link(_ path: String, to original: String) throws {
    let original = self.path + "/" + original
    try make(path) { full throws(FileError) in try FileSystem.link(full, from: original) }
  }

  /// Gives a file that lies outside the tree, on the same file system, a second name in it.
  func share(_ file: String, as path: String) throws(FileError) {
    try make(path) { full throws(FileError) in try FileSystem.link(full, from: file) }
  }

  package func open(_ path: String) throws -> any OutputFile {
    var file: TreeFile?
    try make(path) { full throws(FileError) in file = try TreeFile(full) }
    guard let file else { preconditionFailure("a file that could not be created is an error") }
    return file
  }

  package func reserve(_ path: String) throws -> String {
    try make(path) { full throws(FileError) in try FileSystem.create(full, []) }
    return self.path + "/" + path
  }

  package func scratch() throws -> ScratchFile { try ScratchFile(in: path) }

  package func rename(_ folder: String, to path: String) throws {
    if isContinuing { try FileSystem.remove(self.path + "/" + path) }
    try FileSystem.rename(self.path + "/" + folder, to: self.path + "/" + path)
    changes.withLock { $0.rename(folder, to: path) }
  }

  // MARK: The last tree

  package func lastFile(_ path: String) -> String? { last.map { $0.path + "/" + path } }

  package func reuse(_ path: String, as new: String) throws {
    guard let file = lastFile(path) else {
      preconditionFailure("what is kept is of a last tree, and there is none")
    }
    try share(file, as: new)
  }

  package func keep(folder: String) throws -> Bool {
    guard let known = lastFile(folder), FileSystem.kind(of: known) == .folder else { return false }
    if !isContinuing {
      for file in try FileSystem.files(below: known) {
        try place(folder + "/" + file, sharing: known + "/" + file)
      }
    }
    changes.withLock { $0.keep(folder: folder) }
    return true
  }

  package func keep(file path: String) throws -> Bool {
    guard let known = lastFile(path), FileSystem.kind(of: known) == .file else { return false }
    if !isContinuing { try place(path, sharing: known) }
    changes.withLock { $0.keep(file: path) }
    return true
  }

  private func place(_ path: String, sharing file: String) throws(FileError) {
    do {
      try place(path) { full throws(FileError) in try FileSystem.link(full, from: file) }
    } catch  where error.hasTooManyLinks {
      guard let bytes = try FileSystem.read(file, limit: .max) else { throw error }
      try place(path) { full throws(FileError) in try FileSystem.create(full, [bytes]) }
    }
  }

  /// Whether the last tree has a file at a path that holds just these bytes.
  private func hasLast(_ path: String, _ parts: [Bytes]) throws -> Bool {
    let size = parts.reduce(0) { $0 + $1.count }
    guard let file = lastFile(path), (try? FileSystem.size(of: file)) == size,
      let bytes = try FileSystem.read(file, limit: size)
    else { return false }
    var place = 0
    for part in parts {
      guard bytes[place..<(place + part.count)] == part[...] else { return false }
      place += part.count
    }
    return true
  }

  // MARK: Places

  /// Makes a file of this tree's own.
  private func make(_ path: String, _ action: (String) throws(FileError) -> Void) throws(FileError) {
    do {
      try place(path, action)
    } catch  where isContinuing && error.isExisting {
      try FileSystem.remove(self.path + "/" + path)
      try place(path, action)
    }
    if last != nil { changes.withLock { $0.make(file: path) } }
    count.wrappingAdd(1, ordering: .relaxed)
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
  }

  private func makeFolders(above path: String) throws(FileError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    // What was a file of the last tree is a folder of this one.
    if isContinuing, FileSystem.kind(of: self.path + "/" + folder) == .file {
      try FileSystem.remove(self.path + "/" + folder)
    }
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
