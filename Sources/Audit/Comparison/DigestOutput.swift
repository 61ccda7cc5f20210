import Escaping
import FileSystem
import Model
import SiteRendering
import Synchronization

/// A site of which nothing is kept but the digest of each file.
final class DigestOutput: OutputSink {
  private let state = Mutex(State())
  /// For files that something else writes.
  private let folder: PrivateFolder

  private struct State {
    var digests: [String: Digest] = [:]
    var links: [(path: String, original: String)] = []
    var files: [String: GrowingDigest] = [:]
    var reserved: [String: String] = [:]
    var renamed = RenamedFolders()
  }

  /// - Parameter workFolder: Where files are put that something else writes.
  init(in workFolder: String) throws {
    folder = try PrivateFolder(in: workFolder)
  }

  func write(_ parts: [Bytes], to path: String) throws {
    let digest = Digest(ofParts: parts)
    state.withLock { $0.digests[path] = digest }
  }

  func link(_ path: String, to original: String) throws {
    state.withLock { $0.links.append((path, original)) }
  }

  func open(_ path: String) throws -> any OutputFile {
    let file = GrowingDigest()
    state.withLock { $0.files[path] = file }
    return file
  }

  func reserve(_ path: String) throws -> String {
    let place = state.withLock { state in
      let place = folder.path + "/\(state.reserved.count)"
      state.reserved[path] = place
      return place
    }
    try FileSystem.create(place, [])
    return place
  }

  func scratch() throws -> ScratchFile { try ScratchFile(in: folder.path) }

  func rename(_ folder: String, to path: String) throws {
    state.withLock { $0.renamed.rename(folder, to: path) }
  }

  /// The digests of the files by their paths, when all are written.
  func digests() throws -> [String: Digest] {
    try state.withLock { state in
      var digests = state.digests
      for (path, file) in state.files { digests[path] = file.digest }
      for (path, place) in state.reserved { digests[path] = try Digest(ofFile: place) }
      for link in state.links { digests[link.path] = digests[link.original] }
      return Dictionary(
        digests.map { (state.renamed.path(of: $0), $1) }, uniquingKeysWith: { first, _ in first })
    }
  }
}

/// A file of which the digest alone is kept.
private final class GrowingDigest: OutputFile {
  private let builder = Mutex(DigestBuilder())

  func append(_ bytes: Bytes) throws { builder.withLock { $0.append(bytes) } }

  var digest: Digest { builder.withLock { $0.digest } }
}
