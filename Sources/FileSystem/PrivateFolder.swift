private import Glibc

/// A fresh folder that nobody else may look into; it is gone when nobody holds it any more.
package final class PrivateFolder: Sendable {
  package let path: String

  /// Makes it in a folder, or where the system keeps what is temporary.
  package init(in folder: String? = nil) throws(FileError) {
    let temporary = unsafe getenv("TMPDIR").flatMap { unsafe String(validatingCString: $0) } ?? "/tmp"
    let base = folder ?? temporary
    var template = Array((base + "/findings-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileError("make folder", base) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileSystem.remove(path) }
}
