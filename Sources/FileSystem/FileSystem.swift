private import CLinux
import Glibc

/// The system calls on files and folders that the archive needs, with paths as text and typed errors.
package enum FileSystem {
  package enum Kind: Hashable, Sendable { case file, folder, link, other }

  /// An entry of a folder.
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let kind: Kind
    /// False where the name is not UTF-8; then `name` shows it with replacement characters.
    package let isNameValid: Bool
  }

  /// The kind of what is at the path itself, a symbolic link not followed; nil where there is nothing.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return kind(ofMode: status.st_mode)
  }

  private static func kind(ofMode mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The entries of a folder in the order of their names' bytes.
  package static func entries(of folder: String) throws(FileError) -> [Entry] {
    guard let stream = unsafe opendir(folder) else { throw FileError("read folder", folder) }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let characters = unsafe self.name(of: entry)
      let name = unsafe (String(validatingCString: characters), String(cString: characters))
      guard name.1 != ".", name.1 != ".." else { continue }
      let kind = unsafe kind(of: entry.pointee.d_type, at: folder + "/" + name.1)
      entries.append(Entry(name: name.1, kind: kind, isNameValid: name.0 != nil))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The name of an entry where it stands: a copy of all that a name has room for would reach beyond the entry.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      preconditionFailure("the name of an entry stands in it")
    }
    return unsafe UnsafePointer(
      UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
  }

  /// The paths of everything below a folder that is no folder itself, in order.
  package static func files(below folder: String) throws(FileError) -> [String] {
    try kinds(below: folder).map(\.path)
  }

  /// The same with what each is.
  package static func kinds(below folder: String) throws(FileError) -> [(path: String, kind: Kind)] {
    var files: [(path: String, kind: Kind)] = []
    try appendFiles(of: folder, "", to: &files)
    return files
  }

  private static func appendFiles(
    of folder: String, _ prefix: String, to files: inout [(path: String, kind: Kind)]
  ) throws(FileError) {
    for entry in try entries(of: folder) {
      let path = prefix + entry.name
      if entry.kind == .folder {
        try appendFiles(of: folder + "/" + entry.name, path + "/", to: &files)
      } else {
        files.append((path, entry.kind))
      }
    }
  }

  private static func kind(of type: UInt8, at path: String) -> Kind {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): kind(of: path) ?? .other
    default: .other
    }
  }

  /// The path with every symbolic link resolved, or nil where it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(validatingCString: real)
  }

  // MARK: Files

  /// The bytes of a regular file of at most that many bytes; nil where it is larger.
  ///
  /// A pipe or device at the path is an error, not a wait.
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileError("read", path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw FileError("read", path) }
    guard kind(ofMode: status.st_mode) == .file else {
      throw FileError("read", path, code: EISDIR)
    }
    let size = Int(status.st_size)
    guard size <= limit else { return nil }
    // A file that is as long as it said needs no second look for its end.
    return try readToEnd(file, path: path, expecting: size, limit: limit)
  }

  /// The bytes of standard input up to a limit; nil where there are more.
  package static func readStandardInput(limit: Int) throws(FileError) -> [UInt8]? {
    try readToEnd(STDIN_FILENO, path: "standard input", expecting: nil, limit: limit)
  }

  /// The bytes of a file or a pipe, to whose end it waits, up to a limit; nil where there are more.
  package static func readStream(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError("read", path) }
    defer { close(file) }
    return try readToEnd(file, path: path, expecting: nil, limit: limit)
  }

  /// Reads to the end, or as far as the size that a regular file said it has.
  private static func readToEnd(
    _ file: Int32, path: String, expecting size: Int?, limit: Int
  ) throws(FileError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < size ?? .max {
      let chunk = try readOnce(file, path: path, atMost: size.map { $0 - bytes.count } ?? 65_536)
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { return nil }
    }
    return bytes
  }

  private static func readOnce(
    _ file: Int32, path: String, atMost count: Int
  ) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    repeat {
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        let result = unsafe Glibc.read(file, buffer.baseAddress, count)
        code = result < 0 ? errno : 0
        filled = max(0, result)
      }
      if code == 0 { return chunk }
    } while code == EINTR
    throw FileError("read", path, code: code)
  }

  /// Reads a regular file from its beginning to its end, some of its bytes at a time.
  package static func readPieces(of path: String, _ take: ([UInt8]) throws -> Void) throws {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw FileError("read", path) }
    defer { close(file) }
    while true {
      let piece = try readOnce(file, path: path, atMost: 1 << 18)
      if piece.isEmpty { return }
      try take(piece)
    }
  }

  /// Creates a file that must not exist, with the parts one after the other as its bytes.
  package static func create(_ path: String, _ parts: [[UInt8]]) throws(FileError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    for part in parts { try write(part, to: file, path: path) }
  }

  /// Replaces the bytes at a place within a file.
  package static func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws(FileError) {
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    guard lseek(file, off_t(offset), SEEK_SET) == offset else { throw FileError("write", path) }
    try write(bytes, to: file, path: path)
  }

  /// Writes all of the bytes to an open file.
  static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw FileError("write", path) }
      written += result
    }
  }

  /// The size of a regular file in bytes.
  package static func size(of path: String) throws(FileError) -> Int {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileError("read", path) }
    return Int(status.st_size)
  }

  /// Makes a second name for a file, in a folder that exists.
  package static func link(_ path: String, from original: String) throws(FileError) {
    guard unsafe Glibc.link(original, path) == 0 else { throw FileError("link", path) }
  }

  // MARK: Folders

  /// Makes one folder in a folder that exists; one that is there already is no error.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
    guard unsafe mkdir(path, mode) != 0, errno != EEXIST else { return }
    throw FileError("make folder", path)
  }

  /// Makes a folder that this user alone can look into, or sees to it that there is one: whatever else is there goes.
  package static func makePrivateFolder(_ path: String) throws(FileError) {
    if let kind = kind(of: path), kind != .folder { try remove(path) }
    try makeFolder(path, mode: 0o700)
    try setMode(path, 0o700)
  }

  /// A path without what at its end names nothing: slashes, and full stops between them.
  package static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    return path
  }

  /// Makes a folder and those above it.
  package static func makeFolders(_ path: String) throws(FileError) {
    do {
      try makeFolder(path)
    } catch  where error.isNotFound {
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw error }
      try makeFolders(String(path[..<slash]))
      try makeFolder(path)
    }
  }

  /// Removes what is at the path, a folder with all it holds; nothing there is no error.
  package static func remove(_ path: String) throws(FileError) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for entry in try entries(of: path) { try remove(path + "/" + entry.name) }
      try removeFolder(path)
    default:
      guard unsafe unlink(path) == 0 else { throw FileError("remove", path) }
    }
  }

  /// Removes a folder that is empty.
  package static func removeFolder(_ path: String) throws(FileError) {
    guard unsafe rmdir(path) == 0 else { throw FileError("remove", path) }
  }

  /// Gives a path another name, replacing a file or an empty folder of that name.
  package static func rename(_ path: String, to target: String) throws(FileError) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw FileError("rename", path) }
  }

  /// Exchanges two folders in one atomic step.
  package static func exchange(_ one: String, _ other: String) throws(FileError) {
    guard unsafe findings_exchange(one, other) == 0 else { throw FileError("replace", other) }
  }

  /// Lets everybody read the files and folders that this process makes from now on, whatever mask it was
  /// started with.
  package static func makeReadableForAll() {
    _ = umask(0o022)
  }

  /// Sets the permissions of a path.
  package static func setMode(_ path: String, _ mode: UInt32) throws(FileError) {
    guard unsafe chmod(path, mode) == 0 else { throw FileError("set the permissions of", path) }
  }
}
