package import Escaping
import FileSystem
package import Model

/// The files of a release and the digests of their bytes, by which a release is named and proven.
///
/// As a file it is what `sha256sum --check` reads: a line for each file, its digest in hexadecimal, two spaces and its
/// path, in the order of the bytes of the paths.
package struct ReleaseManifest: Equatable, Sendable {
  package struct File: Hashable, Sendable {
    package let path: String
    package let digest: Digest

    package init(path: String, digest: Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// In the order of the bytes of their paths.
  package let files: [File]
  /// The name of the release: the first 128 bits of the digest of this manifest, in hexadecimal.
  package let id: String

  package init(_ files: some Sequence<File>) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    id = Digest(of: Self.written(self.files)).name
  }

  /// The digests by the paths.
  package var digests: [String: Digest] {
    Dictionary(files.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }

  /// The manifest of a release in the folder of its site, written again where it is damaged and the tree still has the
  /// files that its name proves.
  init(of release: String, in site: String, mending tree: String) throws {
    do {
      self = try Self(of: release, in: site)
    } catch {
      let files = try FileSystem.files(below: tree).map { path in
        File(path: path, digest: try Digest(ofFile: tree + "/" + path))
      }
      let manifest = Self(files)
      guard manifest.id == release else { throw error }
      let path = site + "/manifests/" + release
      try FileSystem.remove(path)
      try FileSystem.createDurably(path, manifest.written(), mode: 0o644)
      self = manifest
    }
  }

  /// The manifest of a release in the folder of its site; an error where it is not what its name says.
  init(of release: String, in site: String) throws {
    let path = site + "/manifests/" + release
    guard let bytes = try FileSystem.read(path, limit: 1 << 30), let manifest = Self(reading: bytes),
      manifest.id == release
    else { throw ReleaseError.badManifest(path) }
    self = manifest
  }

  // MARK: Format

  package func written() -> Bytes { Self.written(files) }

  private static func written(_ files: [File]) -> Bytes {
    var bytes = Bytes()
    bytes.reserveCapacity(files.count * 110)
    for file in files {
      bytes += file.digest.hexadecimal
      bytes.append("  ")
      bytes.append(contentsOf: file.path.utf8)
      bytes.append("\n")
    }
    return bytes
  }

  /// Nil where the bytes are not what ``written()`` gave.
  package init?(reading bytes: Bytes) {
    var files: [File] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.count > 66, line.dropFirst(64).prefix(2).allSatisfy({ $0 == UInt8(ascii: " ") }),
        let digest = Digest(hexadecimal: line.prefix(64)),
        let path = String(validating: line.dropFirst(66), as: UTF8.self)
      else { return nil }
      files.append(File(path: path, digest: digest))
    }
    self.files = files
    id = Digest(of: bytes).name
  }
}
