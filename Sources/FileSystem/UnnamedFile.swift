private import CLinux
private import Glibc

/// A file for this user alone that is whole and on the disk before it has its name.
///
/// Until then it has none, so that nothing of it is left however the process ends. Where the file system has no such
/// files it lies beside its place, under a name that begins with a full stop; the next one for that place removes it
/// there.
package final class UnnamedFile: Sendable {
  private let path: String
  private let descriptor: Int32
  /// The name that it has until then, if any.
  private let draft: String?

  package init(for path: String, _ bytes: [UInt8]) throws(FileError) {
    self.path = path
    let (folder, name) = FileSystem.split(path)
    let unnamed = unsafe findings_open_unnamed(folder)
    if unnamed >= 0 {
      (descriptor, draft) = (unnamed, nil)
    } else {
      let draft = "\(folder)/.\(name).new"
      try FileSystem.remove(draft)
      descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw FileError("write", path) }
      self.draft = draft
    }
    try FileSystem.write(bytes, to: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw FileError("write", path) }
  }

  deinit {
    close(descriptor)
    if let draft { try? FileSystem.remove(draft) }
  }

  /// Gives it its name.
  package func appear() throws(FileError) {
    if let draft { return try FileSystem.rename(draft, to: path) }
    guard unsafe findings_name(descriptor, path) == 0 else { throw FileError("write", path) }
  }
}
