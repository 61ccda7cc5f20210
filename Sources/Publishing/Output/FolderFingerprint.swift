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
  /// The paths of the files from their folder, folder by folder.
  let files: [String]

  /// - Parameter names: Files of the folders that do not matter.
  package init(of folders: [String], besides names: Set<String> = []) throws {
    let runs = try Run.all(in: folders, besides: names)
    self.init(runs, try runs.map { try $0.look() })
  }

  /// Looks at many files, at most `jobs` folders' worth of them at a time.
  package init(of folders: [String], jobs: Int) async throws {
    let runs = try Run.all(in: folders, besides: [])
    self.init(runs, try await fanOut(over: runs.count, jobs: jobs) { try runs[$0].look() })
  }

  private init(_ runs: [Run], _ found: [(bytes: Bytes, lastChange: Int)]) {
    files = runs.flatMap(\.files)
    digest = Digest(ofParts: found.map(\.bytes))
    lastChange = found.map(\.lastChange).max() ?? 0
  }

  /// Some files of a folder, as many as are worth a worker's while.
  private struct Run: Sendable {
    let number: Int
    let folder: String
    let files: [String]

    static func all(in folders: [String], besides names: Set<String>) throws -> [Run] {
      try folders.enumerated().flatMap { number, folder in
        let files = try FileSystem.files(below: folder)
          .filter { !$0.hasPrefix(".") && !$0.contains("/.") && !names.contains($0) }
        return stride(from: 0, to: files.count, by: 2048).map { start in
          Run(number: number, folder: folder, files: Array(files[start..<min(start + 2048, files.count)]))
        }
      }
    }

    /// What the file system says of the files, and when one was changed last.
    func look() throws -> (bytes: Bytes, lastChange: Int) {
      var bytes = Bytes()
      var lastChange = 0
      for file in files {
        bytes.append(decimal: number)
        bytes.append("/")
        bytes.append(contentsOf: file.utf8)
        let state = try FileSystem.state(of: folder + "/" + file)
        for number in [state.size, state.modified, state.changed, state.number] {
          bytes.append(" ")
          bytes.append(decimal: number)
        }
        bytes.append("\n")
        lastChange = max(lastChange, state.changed)
      }
      return (bytes, lastChange)
    }
  }
}
