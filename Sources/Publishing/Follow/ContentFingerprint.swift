import Model
import Escaping
import FileSystem

/// What tells whether any file in some folders has been changed, added, renamed or removed.
///
/// It is made of what the file system says of each file, so that no file is read: its size, the times at which its
/// bytes and its properties were changed, to the nanosecond, and its number, which a file that takes the place of
/// another does not share. Nobody can set the time of a change of properties.
package struct ContentFingerprint: Equatable, Sendable {
  private let digest: Digest

  package init(of folders: [String]) throws {
    var bytes = Bytes()
    for folder in folders {
      for path in try FileSystem.files(below: folder) {
        bytes.append(contentsOf: path.utf8)
        let state = try FileSystem.state(of: folder + "/" + path)
        for number in [state.size, state.modified, state.changed, state.number] {
          bytes.append(" ")
          bytes.append(decimal: number)
        }
        bytes.append("\n")
      }
      bytes.append("\n")
    }
    digest = Digest(of: bytes)
  }
}
