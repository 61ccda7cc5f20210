private import Glibc

extension FileSystem {
  /// Replaces the bytes of a regular file in one step, its permissions kept: whoever reads it, also after a crash,
  /// finds the former file whole or the new one.
  ///
  /// The new file is written beside it first, under a name of its own that begins with a full stop. One that a
  /// crash left there is removed; whoever calls holds the lock of the folder.
  ///
  /// - Parameter check: Looks at the new file, given by its path, before it takes the place of the other; what
  ///   it throws leaves everything as it was.
  package static func replace(_ path: String, with bytes: [UInt8], check: (String) throws -> Void) throws {
    let (folder, name) = split(path)
    let draft = "\(folder)/.\(name).new"
    try remove(draft)
    do {
      try createDurably(draft, bytes, mode: permissions(of: path))
      try check(draft)
      try rename(draft, to: path)
    } catch {
      try? remove(draft)
      throw error
    }
    try syncFolder(folder)
  }

  /// The folder in which the path lies, and its name there.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...])
    )
  }

  /// The permissions of a regular file, as chmod(2) takes them.
  package static func permissions(of path: String) throws(FileError) -> UInt32 {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError("replace", path, code: EINVAL) }
    return status.st_mode & 0o7777
  }

  /// Whether what is at the path itself belongs to the user of this process.
  static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_uid == geteuid()
  }
}
