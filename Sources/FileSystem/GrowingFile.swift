private import Glibc

/// A new file that is written piece by piece, from its beginning to its end, and closed when nobody holds it.
package struct GrowingFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Creates the file, which must not exist.
  package init(creating path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError("write", path) }
  }

  /// Writes the bytes after those that are there.
  package mutating func append(_ bytes: [UInt8]) throws(FileError) {
    try FileSystem.write(bytes, to: descriptor, path: path)
  }

  deinit {
    close(descriptor)
  }
}
