import Escaping
import FanOut
import FileSystem
package import Model

/// What tells whether any file in some folders has been changed, added, renamed or removed; those that begin with a full
/// stop, which editors write, are passed over.
///
/// It is made of what the file system says of each file, so that no file is read: its size, the times at which its
/// bytes and its properties were changed, to the nanosecond, and its number. It is a sum over the files, so that one of
/// which few have changed since is made of these alone.
package struct FolderFingerprint: Equatable, Sendable {
  /// A file with what is said of it.
  fileprivate struct File: Sendable {
    /// From its folder.
    let path: String
    let state: FileState
    let sum: DigestSum
  }

  private let files: [File]
  private let sum: DigestSum

  /// - Parameter names: Files of the folders that do not matter.
  package init(of folders: [String], besides names: Set<String> = []) throws {
    var files: [File] = []
    var open = Folder.roots(folders)
    while !open.isEmpty {
      let found = try open.map { try $0.look() }
      files += found.flatMap(\.files)
      open = found.flatMap(\.folders)
    }
    self.init(files.filter { !names.contains($0.path) })
  }

  /// Looks at many files, in at most `jobs` folders at a time.
  package init(of folders: [String], jobs: Int) async throws {
    var files: [File] = []
    var open = Folder.roots(folders)
    while !open.isEmpty {
      let level = open
      let found = try await fanOut(over: level.count, jobs: jobs) { try level[$0].look() }
      files += found.flatMap(\.files)
      open = found.flatMap(\.folders)
    }
    self.init(files)
  }

  private init(_ files: [File]) {
    self.files = files
    sum = files.reduce(into: DigestSum()) { $0 += $1.sum }
  }

  /// The paths of the files from their folders.
  var paths: [String] { files.map(\.path) }

  package var digest: Digest { sum.digest }

  /// When a file was changed last, in nanoseconds since 1970.
  package var lastChange: Int { files.lazy.map(\.state.changed).max() ?? 0 }

  package static func == (one: Self, other: Self) -> Bool { one.sum == other.sum }

  /// What the digest is after this program has made some files of a folder and removed others, at which alone it looks.
  ///
  /// What somebody else does to the folder meanwhile makes another digest of whoever looks at all of it.
  ///
  /// A name that comes or goes changes the properties of a file. So those are looked at too that share a number with one
  /// of these, and those right in the folder, which were moved there (`LastBuild.moveCopy(to:)`).
  func digest(after difference: TreeDifference, in folder: String) throws -> Digest {
    let root = Folder(root: 0, path: "", place: folder)
    let made = try Set(difference.made).map { try root.look(at: $0) }
    let paths = Set(difference.removed).union(difference.made)
    let gone = files.filter { paths.contains($0.path) }
    let numbers = Set((made + gone).map(\.state.number))
    let others = files.filter { file in
      !paths.contains(file.path) && (numbers.contains(file.state.number) || !file.path.utf8.contains(slash))
    }
    var sum = sum
    for file in gone + others { sum -= file.sum }
    for file in made { sum += file.sum }
    for file in others { sum += try root.look(at: file.path).sum }
    return sum.digest
  }
}

private let slash = UInt8(ascii: "/")

/// A folder that is looked at.
private struct Folder: Sendable {
  /// Which of the folders that were asked for it is in.
  let root: Int
  /// Where it is in that, with a slash at the end; nothing for that itself.
  let path: String
  let place: String

  static func roots(_ folders: [String]) -> [Folder] {
    folders.enumerated().map { Folder(root: $0, path: "", place: $1) }
  }

  /// The files in it, and the folders.
  func look() throws -> (files: [FolderFingerprint.File], folders: [Folder]) {
    let found = try FileSystem.states(in: place)
    return (
      found.files.map { file($0, $1) },
      found.folders.map { Folder(root: root, path: path + $0 + "/", place: place + "/" + $0) }
    )
  }

  /// A file in it or below it.
  func look(at name: String) throws -> FolderFingerprint.File {
    file(name, try FileSystem.state(of: place + "/" + name))
  }

  private func file(_ name: String, _ state: FileState) -> FolderFingerprint.File {
    var bytes = Bytes()
    bytes.append(decimal: root)
    bytes.append("/")
    bytes.append(contentsOf: path.utf8)
    bytes.append(contentsOf: name.utf8)
    for number in [state.size, state.modified, state.changed, state.number] {
      bytes.append(" ")
      bytes.append(decimal: number)
    }
    return FolderFingerprint.File(path: path + name, state: state, sum: DigestSum(of: bytes))
  }
}
