import Markdown
import Testing

private let guidance = MarkdownFeatures(numberedParagraphs: true, topHeadingLevel: 2)

@Suite("Numbered paragraphs")
struct NumberedParagraphTests {
  @Test("keep the numbers of the source and can be linked to")
  func numbers() {
    let source = "3. Three\n4. Four\n7. Seven\n\n## Next\n\n8) Eight\n"
    #expect(
      html(source, features: guidance) == """
        <ol class="paragraphs" start="3">
        <li id="paragraph-3">Three</li>
        <li id="paragraph-4">Four</li>
        <li id="paragraph-7" value="7">Seven</li>
        </ol>
        <h2 id="next">Next</h2>
        <ol class="paragraphs" start="8">
        <li id="paragraph-8">Eight</li>
        </ol>

        """)
    #expect(reports(source, features: guidance) == ["paragraph-sequence:3"])
  }

  @Test("are reported where the sequence breaks, also after a heading, and get ids of their own")
  func sequence() {
    let source = "1. a\n2. b\n\n## H\n\n2. c\n3. d\n"
    #expect(reports(source, features: guidance) == ["paragraph-sequence:6"])
    #expect(html(source, features: guidance).contains("<li id=\"paragraph-2-2\">c</li>"))
  }

  @Test("are only the items of top-level lists, and only where the feature is on")
  func scope() {
    #expect(!html("> 1. a\n\n- 1. b\n", features: guidance).contains("paragraph"))
    #expect(html("1. a\n") == "<ol>\n<li>a</li>\n</ol>\n")
  }

  /// The words of the first paragraph, in a document whose paragraphs are 1 to 5 and 104 to 119.
  private func linked(_ words: String) -> String {
    let numbers = Array(2...5) + Array(104...119)
    let rest = numbers.map { "\($0). x\n" }.joined()
    let output = html("1. \(words)\n" + rest, features: guidance)
    return String(
      output.dropFirst("<ol class=\"paragraphs\">\n<li id=\"paragraph-1\">".count).prefix { $0 != "\n" }
        .dropLast(5))
  }

  @Test(
    "are linked where the text names them",
    arguments: [
      ("see paragraph 3.", "see <a href=\"#paragraph-3\">paragraph 3</a>."),
      ("Paragraph 3", "<a href=\"#paragraph-3\">Paragraph 3</a>"),
      (
        "paragraphs 104 to 119",
        "<a href=\"#paragraph-104\">paragraphs 104</a> to <a href=\"#paragraph-119\">119</a>"
      ),
      ("paragraphs 2–4", "<a href=\"#paragraph-2\">paragraphs 2</a>–<a href=\"#paragraph-4\">4</a>"),
      ("paragraphs 2-4", "<a href=\"#paragraph-2\">paragraphs 2</a>-<a href=\"#paragraph-4\">4</a>"),
      (
        "paragraphs 2, 3 and 99",
        "<a href=\"#paragraph-2\">paragraphs 2</a>, <a href=\"#paragraph-3\">3</a> and 99"
      ),
      ("paragraphs 99 and 3", "paragraphs 99 and <a href=\"#paragraph-3\">3</a>"),
      ("paragraph 3 of this guidance", "<a href=\"#paragraph-3\">paragraph 3</a> of this guidance"),
      ("paragraph\u{A0}3", "<a href=\"#paragraph-3\">paragraph\u{A0}3</a>"),
      ("*paragraph 3*", "<em><a href=\"#paragraph-3\">paragraph 3</a></em>"),
    ])
  func references(_ words: String, _ expected: String) {
    #expect(linked(words) == expected)
  }

  @Test(
    "are not linked where the text means something else",
    arguments: [
      "paragraph 99", "paragraph 3 of the report", "paragraph 3a", "paragraph 3.2", "subparagraph 3",
      "paragraphs",
      "paragraph three", "paragraphs 3 to 5 of annex A", "<code>paragraph 3</code>",
    ])
  func otherReferences(_ words: String) {
    let source = words.replacing("<code>", with: "`").replacing("</code>", with: "`")
    #expect(linked(source) == words)
  }

  @Test("are not linked from links and headings")
  func noNesting() {
    let source = "## About paragraph 1\n\n1. [paragraph 1](#x)\n"
    #expect(!html(source, features: guidance).contains("href=\"#paragraph-1\""))
  }

  @Test("are linked by the id that they were given")
  func explicitID() {
    let source = "1. a {#own}\n2. paragraph 1\n"
    #expect(html(source, features: guidance).contains("<a href=\"#own\">paragraph 1</a>"))
  }
}
