import TestSupport
import Testing

@Suite struct `A cell that a spreadsheet takes for a formula` {
  private static func site(_ text: String, _ more: String = "") async throws -> BuiltSite {
    try await BuiltSite.of { Document("letters/a.md", "release: 2022-03-12" + more, text: text) }
  }

  @Test(arguments: ["=1+1", "+44 113 496 0000", "-5 per cent", "@SUM(A1)"])
  func `is not altered, and the matter of check alone`(words: String) async throws {
    let escaped = (words.first.map { "=@".contains($0) ? "" : "\\" } ?? "") + words
    let site = try await Self.site("Words.\n\n## Strengths\n\n\(escaped)\n")
    #expect(site.diagnostics.isEmpty)
    #expect(try site.table("findings")["text"] == [words])
    #expect(try site.table("passages")["text"].last == words)
  }

  @Test func `may be in the front matter`() async throws {
    let site = try await Self.site("Words.\n", "\ntitle: \"=1+1\"\nsummary: \"-x\"\nreference: \"+44/1\"")
    let row = try #require(try site.table("documents").rows.first)
    #expect([row["title"], row["summary"], row["reference"]] == ["=1+1", "-x", "+44/1"])
  }
}
