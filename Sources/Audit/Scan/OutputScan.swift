import Escaping
import FanOut
import FileSystem
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

  /// The hits in the order of the files, and the files that could not be looked into.
  func hits(in files: [String], jobs: Int) async throws -> (hits: [Hit], unread: [String]) {
    guard !phrases.isEmpty else { return ([], []) }
    var found = try await fanOut(over: files.count, jobs: jobs) { try look(into: files[$0]) }
    // Other programs look into these.
    for (index, file) in files.enumerated() where file.lowercased().hasSuffix(".pdf") {
      let document = try await PDFTexts(of: folder + "/" + file)
      search(document.texts, &found[index])
      found[index].isRead = document.isReadable
    }
    let hits = zip(files, found).flatMap { file, found in
      found.secrets.sorted().map { Hit(file: file, secret: phrases.secrets[$0]) }
    }
    return (hits, zip(files, found).filter { !$1.isRead }.map(\.0))
  }

  private func look(into file: String) throws -> Found {
    var found = Found()
    search([Bytes(file.utf8)], &found)
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
