import Escaping
import FileSystem
import SiteRendering
import Synchronization
import TestSupport

/// The files of a site in memory, by path.
final class OutputList: OutputSink {
  private let written = Mutex<[String: Bytes]>([:])
  /// What libraries write by themselves, and where.
  private let folder = Mutex<TemporaryFolder?>(nil)
  private let reserved = Mutex<[String: String]>([:])

  var files: [String: Bytes] {
    var files = written.withLock { $0 }
    for (path, place) in reserved.withLock({ $0 }) {
      files[path] = try? FileSystem.read(place, limit: 1 << 30)
    }
    return files
  }

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

  func open(_ path: String) throws -> any OutputFile {
    try write([], to: path)
    return ListedFile(list: self, path: path)
  }

  func scratch() throws -> ScratchFile { try ScratchFile(in: "/tmp") }

  func rename(_ folder: String, to path: String) throws {
    written.withLock { files in
      for (file, bytes) in files where file.hasPrefix(folder + "/") {
        files[file] = nil
        files[path + file.dropFirst(folder.count)] = bytes
      }
    }
  }

  func reserve(_ path: String) throws -> String {
    try write([], to: path)
    let folder = try folder.withLock { folder in
      let made = try folder ?? TemporaryFolder()
      folder = made
      return made
    }
    let place = folder.path(path.split(separator: "/").joined(separator: "-"))
    reserved.withLock { $0[path] = place }
    return place
  }

  private struct ListedFile: OutputFile {
    let list: OutputList
    let path: String

    func append(_ bytes: Bytes) throws {
      list.written.withLock { $0[path, default: []] += bytes }
    }
  }

  struct WrittenTwice: Error { let path: String }
  struct NotWritten: Error { let path: String }
}
