private import Glibc

/// A system call on a path that failed.
package struct FileError: Error, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  let code: Int32

  init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var isNotFound: Bool { code == ENOENT || code == ENOTDIR }
  package var hasTooManyLinks: Bool { code == EMLINK }
  package var isExisting: Bool { code == EEXIST || code == ENOTEMPTY }

  /// What could not be done, and why: `cannot write public/index.html: No space left on device`.
  package var description: String {
    "cannot \(operation) \(path): \(unsafe String(cString: strerror(code)))"
  }
}
