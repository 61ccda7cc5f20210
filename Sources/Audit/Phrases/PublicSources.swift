import Embargo
import Escaping
import FanOut
import FileSystem
import Model

/// What readers may know: the content without all that is unreleased, and the words of the site.
struct PublicSources: Sendable {
  /// A phrase that stands in a source.
  struct Mention: Sendable {
    let phrase: Phrase
    /// The place of what it tells of among the secrets of the set.
    let secret: Int
    /// The path of the source.
    let file: String
  }

  private let files: [String]
  /// What tombstones and notices of withdrawals say.
  private let notices: [Bytes]

  init(_ content: PrunedContent, site: String, of published: PublishedArchive) throws {
    files =
      content.texts
      + (try FileSystem.files(below: site).map { site + "/" + $0 }.filter { !$0.hasSuffix(".wasm") })
    let removals = published.removals.compactMap(\.notice).flatMap { [$0.reason, $0.decidedBy ?? ""] }
    let withdrawals = published.documents.flatMap(\.editions).compactMap(\.withdrawal)
      .flatMap { [$0.reason, $0.decidedBy ?? ""] }
    notices = (removals + withdrawals).map { Bytes($0.utf8) }
  }

  /// The phrases of a set that stand in the sources.
  func mentions(of phrases: PhraseSet, jobs: Int) async throws -> [Mention] {
    let files = files
    let found = try await fanOut(over: files.count, jobs: jobs) { index -> [Mention] in
      guard let bytes = try FileSystem.read(files[index], limit: 1 << 30) else { return [] }
      if files[index].hasSuffix("/archive.yml") {
        return Self.mentions(of: phrases, in: bytes.withoutMoratoria, of: files[index])
      }
      guard files[index].hasSuffix(".md") else {
        return Self.mentions(of: phrases, in: bytes.unescapedJSON ?? bytes, of: files[index])
      }
      let edition = bytes.withoutStatusKeys
      return [edition, edition.withoutMarkdownTargets].flatMap {
        Self.mentions(of: phrases, in: $0, of: files[index])
      }
    }
    return found.flatMap(\.self) + notices.flatMap { Self.mentions(of: phrases, in: $0, of: "") }
  }

  private static func mentions(of phrases: PhraseSet, in text: Bytes, of file: String) -> [Mention] {
    var mentions: [Mention] = []
    var reader = PhraseReader()
    phrases.search(text.span, with: &reader) { phrase, secret in
      mentions.append(Mention(phrase: phrase, secret: secret, file: file))
    }
    return mentions
  }
}
