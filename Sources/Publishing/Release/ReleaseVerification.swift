import Model
import FanOut
import FileSystem

/// Proves that a tree is what its manifest says, and that no link of a page leads nowhere within it.
package struct ReleaseVerification: Sendable {
  private let manifest: ReleaseManifest
  private let folder: String

  /// - Parameter folder: Where the tree is.
  package init(_ manifest: ReleaseManifest, in folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  /// What is wrong, in the order of the files; at most so many things of one file, since a wrong template is wrong
  /// everywhere.
  package func problems(jobs: Int) async throws -> [Problem] {
    let files = manifest.files
    let paths = Set(files.map(\.path))
    let found = try await fanOut(over: files.count, jobs: jobs) { index in
      try problems(of: files[index], among: paths)
    }
    return found.flatMap(\.self) + (try strangers(beside: paths))
  }

  /// Something that must not reach the public.
  package enum Problem: Equatable, Sendable, CustomStringConvertible {
    case altered(String)
    case missing(String)
    case unknown(String)
    case deadLink(String, in: String)

    /// Whether the disk does not hold what was written, perhaps since a release before.
    package var isOfDisk: Bool {
      switch self {
      case .altered, .missing, .unknown: true
      case .deadLink: false
      }
    }

    package var description: String {
      switch self {
      case .altered(let path): "\(path) is not on the disk as it was written"
      case .missing(let path): "\(path) is not on the disk"
      case .unknown(let path): "\(path) belongs to no page"
      case .deadLink(let link, let path): "\(path) links to \(link), which is not there"
      }
    }
  }

  private func problems(of file: ReleaseManifest.File, among paths: Set<String>) throws -> [Problem] {
    let full = folder + "/" + file.path
    guard FileSystem.kind(of: full) == .file else { return [.missing(file.path)] }
    guard file.path.hasSuffix(".html") else {
      return try Digest(ofFile: full) == file.digest ? [] : [.altered(file.path)]
    }
    guard let page = try FileSystem.read(full, limit: 1 << 30), Digest(of: page) == file.digest else {
      return [.altered(file.path)]
    }
    var dead: [String] = []
    PageLinks.each(in: page) { link in
      if !link.isThere(among: paths), !dead.contains(link.text) { dead.append(link.text) }
    }
    return dead.prefix(5).map { .deadLink($0, in: file.path) }
  }

  /// Files in the tree that the manifest does not name.
  private func strangers(beside paths: Set<String>) throws -> [Problem] {
    try FileSystem.files(below: folder).filter { !paths.contains($0) }.map { .unknown($0) }
  }
}
