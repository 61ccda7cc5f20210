import Escaping
import FanOut
import FileSystem
package import Model

/// What tells whether any file in some folders has been changed, added, renamed or removed; those that begin with a full
/// stop, which editors write, are passed over.
///
/// It is made of what the file system says of each file, so that no file is read: its size, the times at which its
/// bytes and its properties were changed, to the nanosecond, and its number, which a file that takes the place of
/// another does not share. Nobody can set the time of a change of properties.
package struct FolderFingerprint: Equatable, Sendable {
  package let digest: Digest
  /// When a file was changed last, in nanoseconds since 1970.
  package let lastChange: Int

  /// - Parameter names: Files of the folders that do not matter.
  package init(of folders: [String], besides names: Set<String> = []) throws {
    let parts = try Self.files(in: folders, besides: names).map { try Part(of: $0) }
    self.init(parts)
  }

  /// Looks at many files, at most `jobs` folders' worth of them at a time.
  package init(of folders: [String], jobs: Int) async throws {
    let files = try Self.files(in: folders, besides: [])
    self.init(try await fanOut(over: files.count, jobs: jobs) { try Part(of: files[$0]) })
  }

  private init(_ parts: [Part]) {
    digest = Digest(ofParts: parts.map(\.bytes))
    lastChange = parts.map(\.lastChange).max() ?? 0
  }

  /// The paths of all files, in runs that are worth a worker's while.
  private static func files(in folders: [String], besides names: Set<String>) throws -> [[String]] {
    let all = try folders.flatMap { folder in
      try FileSystem.files(below: folder)
        .filter { !$0.hasPrefix(".") && !$0.contains("/.") && !names.contains($0) }.map { folder + "/" + $0 }
    }
    return stride(from: 0, to: all.count, by: 2048).map { Array(all[$0..<min($0 + 2048, all.count)]) }
  }

  private struct Part: Sendable {
    var bytes = Bytes()
    var lastChange = 0

    init(of files: [String]) throws {
      for path in files {
        bytes.append(contentsOf: path.utf8)
        let state = try FileSystem.state(of: path)
        for number in [state.size, state.modified, state.changed, state.number] {
          bytes.append(" ")
          bytes.append(decimal: number)
        }
        bytes.append("\n")
        lastChange = max(lastChange, state.changed)
      }
    }
  }
}
