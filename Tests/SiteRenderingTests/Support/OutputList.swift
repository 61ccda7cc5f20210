import Escaping
import SiteRendering
import Synchronization

/// The files of a site in memory, by path.
final class OutputList: OutputSink {
  private let written = Mutex<[String: Bytes]>([:])

  var files: [String: Bytes] { written.withLock { $0 } }

  func write(_ parts: [Bytes], to path: String) throws {
    try written.withLock { files in
      guard files.updateValue(parts.flatMap(\.self), forKey: path) == nil else {
        throw WrittenTwice(path: path)
      }
    }
  }

  func link(_ path: String, to original: String) throws {
    try written.withLock { files in
      guard let bytes = files[original] else { throw NotWritten(path: original) }
      guard files.updateValue(bytes, forKey: path) == nil else { throw WrittenTwice(path: path) }
    }
  }

  struct WrittenTwice: Error { let path: String }
  struct NotWritten: Error { let path: String }
}
