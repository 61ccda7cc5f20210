import Diagnostics
import Escaping
import Markdown
import Testing

@Suite("Attributes")
struct AttributeTests {
  @Test(
    "go to the heading, list item or paragraph that they end, and do not show",
    arguments: [
      ("## A {#b .c .d}", "<h2 id=\"b\" class=\"c d\">A</h2>\n"),
      ("A {.c}", "<p class=\"c\">A</p>\n"),
      ("A\n{.c}", "<p class=\"c\">A</p>\n"),
      ("*A* {#x}", "<p id=\"x\"><em>A</em></p>\n"),
      ("- A {#finding-3 kind=strength}\n- B", "<ul>\n<li id=\"finding-3\">A</li>\n<li>B</li>\n</ul>\n"),
      ("- A {#x}\n\n  B {#y}", "<ul>\n<li id=\"x\">\n<p>A</p>\n<p id=\"y\">B</p>\n</li>\n</ul>\n"),
      ("- A\n  # B\n  C {.c}", "<ul>\n<li>A\n<h1 id=\"b\">B</h1>\n<p class=\"c\">C</p>\n</li>\n</ul>\n"),
      ("A {kind=\"a & *b* {\"}", "<p>A {kind=&quot;a &amp; <em>b</em> {&quot;}</p>\n"),
      ("A {kind=\"a & {b}\"}", "<p>A</p>\n"),
      ("A { .c  #d }", "<p id=\"d\" class=\"c\">A</p>\n"),
    ])
  func places(_ source: String, _ expected: String) {
    #expect(html(source) == expected)
  }

  @Test(
    "that are not well formed stay text",
    arguments: [
      ("A {}", 0), ("A {x}", 0), ("A {#x #y}", 1), ("A {#x.c}", 1), ("A {.c", 0), ("A {kind=}", 1),
      ("A {kind=\"x}", 1), ("A {kind=a kind=b}", 1), ("{.c}", 1), ("A \\{.c}", 0), ("A {.c\\}", 0),
      ("A &#123;.c}", 0),
      ("A {#1a}", 1), ("A {.c} b", 0), ("A `{.c}`", 0), ("A &amp; {.c\\}", 0), ("| {.c} |\n| - |", 0),
      ("A {#x\"y}", 1), ("A {criteria='EC\"3' kind=main}", 1), ("A {kind: main}", 1),
      ("A {agencies police}", 1),
      ("A {#x}.", 1), ("(A {kind=main})", 1), ("A {x}.", 0), ("A {kindly}", 0), ("A {.c}..", 0),
    ])
  func malformed(_ source: String, _ attempts: Int) {
    #expect(plainText(source).contains("{") || plainText(source).contains("}"))
    #expect(reports(source) == [String](repeating: "attribute-syntax:1", count: attempts))
  }

  @Test("that are not well formed are an error where they must be readable")
  func mustBeReadable() {
    let features = MarkdownFeatures(attributesMustBeReadable: true)
    for source in ["## A {#x\"y}", "A {kind=a kind=b}", "- A {agencies: police}", "A {#x}."] {
      let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: features)
      #expect(document.diagnostics.map(\.rule) == ["attribute-syntax"], "\(source)")
      #expect(document.diagnostics.allSatisfy { $0.severity == .error })
    }
    let document = MarkdownDocument(Bytes("A {x} {1}".utf8), file: "a.md", features: features)
    #expect(document.diagnostics.isEmpty)
  }

  private func plainText(_ source: String) -> String {
    html(source).replacing(/<[^>]*>/, with: "")
  }

  @Test("keep the values of known keys, and report others with the likely one")
  func values() throws {
    let source = "- A {agencies=\"police health\" criteria=EC3 agencie=x}\n"
    let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: MarkdownFeatures())
    let item = try #require(document.blocks().first?.children.first)
    #expect(item.attributes["agencies"] == ["police", "health"])
    #expect(item.attributes["criteria"] == ["EC3"])
    #expect(document.diagnostics.map(\.rule) == ["attribute-unknown"])
    #expect(document.diagnostics.first?.suggestion == "agencies")
  }

  @Test(
    "report ids that are given twice or look like ours",
    arguments: [
      ("A {#x}\n\nB {#x}", ["id-duplicate:3"]), ("A {#paragraph-3}", ["id-reserved:1"]),
      ("A {#page-x}", ["id-reserved:1"]),
      ("A {#footnote-1}", ["id-reserved:1"]), ("A {#finding-12}", []), ("A {#paragraphs}", []),
    ])
  func ids(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
  }

  @Test("cost no more than their length, however many braces there are")
  func hostile() {
    #expect(html(String(repeating: "{", count: 100_000) + "}").utf8.count == 100_009)
    #expect(html(String(repeating: "{#a ", count: 50_000) + "}").hasPrefix("<p id=\"a\">{#a {#a"))
  }
}
