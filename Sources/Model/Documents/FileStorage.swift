package import Escaping
package import FileSystem

/// Where the bytes of a file of the content are.
package enum FileStorage: Hashable, Sendable {
  /// A file on this machine.
  case file(path: String)
  /// What was sealed is only ever in memory.
  case memory(Bytes)

  /// The bytes; nil where there are more than the limit.
  package func read(limit: Int) throws(FileError) -> Bytes? {
    switch self {
    case .file(let path): try FileSystem.read(path, limit: limit)
    case .memory(let bytes): bytes.count <= limit ? bytes : nil
    }
  }
}
