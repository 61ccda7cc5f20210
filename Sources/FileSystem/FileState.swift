private import Glibc

/// What the file system says of a file or link.
package struct FileState: Sendable {
  /// Its size in bytes.
  package let size: Int
  /// When its bytes were changed, in nanoseconds since 1970.
  package let modified: Int
  /// When its properties were changed, to which its names belong, in nanoseconds since 1970; nobody can set it.
  package let changed: Int
  /// Its number, which a file that takes the place of another does not share.
  package let number: Int

  fileprivate init(_ status: stat) {
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    number = Int(truncatingIfNeeded: status.st_ino)
  }
}

extension FileSystem {
  package static func state(of path: String) throws(FileError) -> FileState {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileError("read", path) }
    return FileState(status)
  }

  /// The states of the files and links in a folder, and the names of the folders in it, in no order; what begins with a
  /// full stop is passed over.
  package static func states(
    in folder: String
  ) throws(FileError) -> (files: [(name: String, state: FileState)], folders: [String]) {
    guard let stream = unsafe opendir(folder) else { throw FileError("read folder", folder) }
    defer { unsafe closedir(stream) }
    var files: [(name: String, state: FileState)] = []
    var folders: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe self.name(of: entry)
      let text = unsafe String(cString: name)
      guard !text.hasPrefix(".") else { continue }
      let isFolder = unsafe Int(entry.pointee.d_type) == Int(DT_DIR)
      var status = stat()
      guard unsafe isFolder || fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw FileError("read", folder + "/" + text)
      }
      if isFolder || status.st_mode & S_IFMT == S_IFDIR {
        folders.append(text)
      } else {
        files.append((text, FileState(status)))
      }
    }
    return (files, folders)
  }
}
