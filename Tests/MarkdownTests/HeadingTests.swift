import Escaping
import Markdown
import Testing

private let documentFeatures = MarkdownFeatures(topHeadingLevel: 2)

@Suite("Headings")
struct HeadingTests {
  private func ids(_ source: String) -> [String] {
    MarkdownDocument(Bytes(source.utf8), file: "a.md", features: documentFeatures).headings.map(\.id)
  }

  @Test(
    "get ids made of their words",
    arguments: [
      ("What needs to improve?", "what-needs-to-improve"), ("Café *Ünï* `ß`", "cafe-uni-ss"),
      ("Ŵyl Tŷ Gŵyr ẁ ỳ", "wyl-ty-gwyr-w-y"),
      ("  --A--B--  ", "a-b"), ("Æther Œuvre Þing Łódź", "aether-oeuvre-thing-lodz"),
      ("Children’s", "children-s"),
      ("e\u{301}a", "ea"), ("日本", "section"), ("!", "section"), ("paragraph 3", "paragraph-3-section"),
      ("Finding 2", "finding-2-section"), ("Footnote x", "footnote-x-section"), ("Page", "page"),
      ("Finding out", "finding-out"),
      ("A & B [c](d) ![e](f)", "a-b-c-e"),
    ])
  func slugs(_ words: String, _ expected: String) {
    #expect(ids("## " + words) == [expected])
  }

  @Test("get ids of at most eighty bytes, cut between words")
  func longSlugs() {
    let words = String(repeating: "abcdefghi ", count: 12)
    #expect(ids("## " + words) == [Array(repeating: "abcdefghi", count: 8).joined(separator: "-")])
    #expect(ids("## " + String(repeating: "a", count: 300)) == [String(repeating: "a", count: 80)])
  }

  @Test("that are equal get numbers, and what authors chose comes first")
  func duplicates() {
    #expect(ids("## A\n## A\n## B {#a-2}\n## A\n") == ["a", "a-3", "a-2", "a-4"])
    #expect(ids("## Paragraph\n## Paragraph\n") == ["paragraph", "paragraph-2-section"])
  }

  @Test(
    "are reported where a level is skipped, and shown under the title",
    arguments: [
      ("## A\n### B\n## C", []), ("## A\n#### B", ["heading-skipped:2"]), ("### A", ["heading-skipped:1"]),
      ("# A", ["heading-level:1"]),
      ("# A\n## B\n### C", ["heading-level:1"]), ("##", ["heading-empty:1"]),
    ])
  func levels(_ source: String, _ expected: [String]) {
    #expect(reports(source, features: documentFeatures) == expected)
  }

  @Test("of level one are shown at the level below the title, and listed so")
  func shownLevel() {
    let document = MarkdownDocument(
      Bytes("\n# A".utf8), file: "a.md", firstLine: 10, features: documentFeatures)
    #expect(document.headings.map(\.level) == [2])
    #expect(document.headings.map(\.line) == [11])
    #expect(html("# A", features: documentFeatures) == "<h2 id=\"a\">A</h2>\n")
  }
}
