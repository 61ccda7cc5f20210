import Diagnostics
import TestSupport
import Testing

@Suite struct `A cell that a spreadsheet takes for a formula` {
  private static func site(_ text: String, _ more: String = "") async throws -> BuiltSite {
    try await BuiltSite.of { Document("letters/a.md", "release: 2022-03-12" + more, text: text) }
  }

  @Test(arguments: ["=1+1", "+44 113 496 0000", "-5 per cent", "@SUM(A1)"])
  func `is reported with its line, once, and not altered`(words: String) async throws {
    let escaped = (words.first.map { "=@".contains($0) ? "" : "\\" } ?? "") + words
    let site = try await Self.site("Words.\n\n## Strengths\n\n\(escaped)\n")
    #expect(site.diagnostics.map(\.rule) == ["formula-cell"])
    let diagnostic = try #require(site.diagnostics.first)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.place.line == 9)
    #expect(diagnostic.place.file.hasSuffix("/letters/a.md"))
    #expect(
      diagnostic.message.text
        == "a spreadsheet takes '\(words)' for a formula; the data files hold it as it stands")
    #expect(try site.table("findings")["text"] == [words])
    #expect(try site.table("passages")["text"].last == words)
  }

  @Test func `may be in the front matter`() async throws {
    let site = try await Self.site("Words.\n", "\ntitle: \"=1+1\"\nsummary: \"-x\"")
    #expect(site.diagnostics.map(\.rule) == ["formula-cell", "formula-cell"])
    #expect(try site.table("documents").rows[0]["title"] == "=1+1")
  }

  @Test(arguments: [
    "\\-5 per cent {allow=formula-cell}\n\n- \\-6 {allow=formula-cell}\n",
    "## A {allow=formula-cell}\n\n\\-5\n\n### B\n\n\\-6\n",
  ])
  func `may be allowed in its place`(text: String) async throws {
    #expect(try await Self.site(text).diagnostics.isEmpty)
    let after = try await Self.site(text + "\n## C\n\n\\-7\n")
    #expect(after.diagnostics.map(\.message.text).filter { $0.contains("'-7'") }.count == 1)
  }

  @Test func `is none where a dash or a space comes first`() async throws {
    let site = try await Self.site("– item\n\nA = b\n\n    =code\n")
    #expect(site.diagnostics.map(\.message.text).count == 1, "only the code begins with =")
  }
}
