private import Glibc

/// A fresh folder that nobody else may look into; it is gone when nobody holds it any more.
///
/// Whoever holds it has it locked. So what a killed process left can be told from what is in use, and is removed when
/// the next one is made where the system keeps what is temporary.
package final class PrivateFolder: Sendable {
  package let path: String
  private let lock: FolderLock

  /// How the names of all of them begin.
  private static let prefix = ".findings-private-"

  /// Makes it where the system keeps what is temporary.
  package convenience init() throws(FileError) {
    let temporary = unsafe getenv("TMPDIR").flatMap { unsafe String(validatingCString: $0) } ?? "/tmp"
    Self.removeAbandoned(in: temporary)
    try self.init(in: temporary)
  }

  /// Makes it in a folder, such as a private one.
  package init(in folder: String) throws(FileError) {
    while true {
      let path = try Self.makeFolder(in: folder)
      // Before it is locked, another process may take it for an abandoned one.
      guard let lock = try Self.lock(path), FileSystem.kind(of: path) != nil else { continue }
      self.path = path
      self.lock = lock
      return
    }
  }

  deinit { try? FileSystem.remove(path) }

  /// How this process ends where it is told to, the folder going with it.
  package var processEnd: ProcessEnd { lock.processEnd(removing: path) }

  private static func makeFolder(in base: String) throws(FileError) -> String {
    var template = Array((base + "/" + prefix + "XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileError("make folder", base) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Locks one of them; nil where somebody else holds it, or it is gone.
  private static func lock(_ path: String) throws(FileError) -> FolderLock? {
    do {
      return try FolderLock(path)
    } catch  where error.isNotFound {
      return nil
    }
  }

  /// Removes those of this user that nobody holds; one that cannot be removed is left to whoever comes next.
  private static func removeAbandoned(in base: String) {
    for entry in (try? FileSystem.entries(of: base)) ?? [] where entry.name.hasPrefix(prefix) {
      let path = base + "/" + entry.name
      guard entry.kind == .folder, FileSystem.isOwn(path), let lock = try? lock(path) else { continue }
      try? FileSystem.remove(path)
      lock.release()
    }
  }
}
