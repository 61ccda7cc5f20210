import Escaping
import FanOut
import FileSystem
import Model
import ResearchDatabase

/// Looks for phrases in the files of a site, also where they are packed, escaped or encoded.
struct OutputScan: Sendable {
  /// Something that a file tells.
  struct Hit: Hashable, Sendable {
    let file: String
    let secret: Secret
  }

  /// What a file tells, by the places of the secrets, and whether all of it could be looked into.
  private struct Found: Sendable {
    var secrets: Set<Int> = []
    var isRead = true
  }

  let phrases: PhraseSet
  /// Where the site is.
  let folder: String
  /// Where files that are in others are put; where the system keeps what is temporary, unless given.
  let workFolder: String

  /// The hits in the order of the files, and the files that could not be looked into.
  ///
  /// A file with several names is looked into once; all of its names are.
  ///
  /// - Parameter digests: The digests of the files by their paths.
  func hits(in digests: [String: Digest], jobs: Int) async throws -> (hits: [Hit], unread: [String]) {
    guard !phrases.isEmpty else { return ([], []) }
    let paths = digests.keys.sorted()
    var numbers: [Digest: Int] = [:]
    var files: [String] = []
    for path in paths {
      guard let digest = digests[path], numbers[digest] == nil else { continue }
      numbers[digest] = files.count
      files.append(path)
    }
    let distinct = files
    var found = try await fanOut(over: distinct.count, jobs: jobs) { try look(into: distinct[$0]) }
    // Other programs look into these.
    for (index, file) in files.enumerated() where file.lowercased().hasSuffix(".pdf") {
      guard let bytes = try FileSystem.read(folder + "/" + file, limit: Self.sizeLimit) else { continue }
      let document = try await PDFTexts(of: bytes, in: workFolder)
      search(document.texts, &found[index])
      found[index].isRead = document.isReadable
    }
    var hits: [Hit] = []
    var unread: [String] = []
    for path in paths {
      guard let number = digests[path].flatMap({ numbers[$0] }) else { continue }
      var all = found[number]
      search([Bytes(path.utf8)], &all)
      hits += all.secrets.sorted().map { Hit(file: path, secret: phrases.secrets[$0]) }
      if !all.isRead { unread.append(path) }
    }
    return (hits, unread)
  }

  private func look(into file: String) throws -> Found {
    var found = Found()
    guard let bytes = try FileSystem.read(folder + "/" + file, limit: Self.sizeLimit) else {
      found.isRead = false
      return found
    }
    found.isRead = FileTexts.each(in: bytes, named: file) { search([$0], &found) }
    if bytes.starts(with: "SQLite format 3".utf8) {
      // The values stand in the file without anything between them.
      try DatabaseTexts.each(in: folder + "/" + file) { search([$0], &found) }
    }
    return found
  }

  /// The largest file that is looked into, in bytes.
  private static let sizeLimit = 2 << 30

  private func search(_ texts: [Bytes], _ found: inout Found) {
    for text in texts {
      var reader = PhraseReader()
      phrases.search(text.span, with: &reader) { found.secrets.insert($1) }
    }
  }
}
