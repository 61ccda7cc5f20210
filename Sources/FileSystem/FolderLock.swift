private import Glibc

/// A lock on a folder, held until it is let go or the process ends, however it ends.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks the folder; nil where somebody else holds the lock, an error where it is a symbolic link.
  package init?(_ folder: String) throws(FileError) {
    descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("lock", folder) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw FileError("lock", folder, code: code)
    }
  }

  /// How this process ends, while it has the lock, where a folder has to go with it.
  package borrowing func processEnd(removing folder: String) -> ProcessEnd {
    ProcessEnd(removing: folder, lock: descriptor)
  }

  /// Lets the folder go.
  package consuming func release() {}

  deinit {
    close(descriptor)
  }
}
