import FileSystem
private import Foundation

/// A fresh folder, removed with all it holds when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/findings-test-" + UUID().uuidString
    try FileSystem.makeFolder(path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The whole path of something in the folder.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, in the place of one that is there, with the folders above it.
  package func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file, in the place of one that is there, with the folders above it.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try makeFolders(above: name)
    try FileSystem.remove(path(name))
    try FileSystem.create(path(name), [bytes])
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) throws {
    try makeFolders(above: name)
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// The text of a file, nil where there is none.
  package func text(_ name: String) throws -> String? {
    guard FileSystem.kind(of: path(name)) != nil else { return nil }
    return try FileSystem.read(path(name), limit: 1 << 30).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of all files and links below the folder, in order.
  package func files(below name: String = "") throws -> [String] {
    try FileSystem.entries(of: path(name)).flatMap { entry in
      let inner = name.isEmpty ? entry.name : name + "/" + entry.name
      return entry.kind == .folder ? try files(below: inner) : [inner]
    }
  }

  private func makeFolders(above name: String) throws {
    guard let slash = name.lastIndex(of: "/") else { return }
    try FileSystem.makeFolders(path(String(name[..<slash])))
  }
}
