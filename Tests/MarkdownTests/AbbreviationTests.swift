import Markdown
import Testing

private let glossary = Glossary([
  ("MASH", "multi-agency safeguarding hub"), ("A&E", "accident & \"emergency\""), ("LA", "local authority"),
  ("LA MASH", "the hub of a local authority"), ("safeguarding partners", "who works together"),
  ("Ŵ", "double u"),
])

@Suite("Abbreviations")
struct AbbreviationTests {
  private let mash = "<abbr title=\"multi-agency safeguarding hub\">MASH</abbr>"

  @Test("are explained where a document first uses them")
  func firstUse() {
    #expect(
      html("The MASH. A MASH\n\nMASH", glossary: glossary) == "<p>The \(mash). A MASH</p>\n<p>MASH</p>\n")
  }

  @Test(
    "are whole words",
    arguments: [
      ("MASH’s", true), ("(MASH)", true), ("non-MASH", true), ("MASH", true), ("*MASH*", true),
      ("é MASH", true),
      ("MASHs", false), ("SMASH", false), ("éMASH", false), ("MASHé", false), ("MASH1", false),
      ("mash", false),
    ])
  func words(_ text: String, _ isExplained: Bool) {
    #expect(html(text, glossary: glossary).contains(mash) == isExplained)
  }

  @Test(
    "are not explained in headings, links, images and code",
    arguments: ["# MASH", "[MASH](x)", "![MASH](x)", "`MASH`", "    MASH"])
  func elsewhere(_ text: String) {
    #expect(!html(text, glossary: glossary).contains("<abbr"))
    #expect(html(text + "\n\nMASH", glossary: glossary).hasSuffix("<p>\(mash)</p>\n"))
  }

  @Test("may hold special characters and several words, also across lines, and the longest counts")
  func terms() {
    #expect(
      html("A&E", glossary: glossary)
        == "<p><abbr title=\"accident &amp; &quot;emergency&quot;\">A&amp;E</abbr></p>\n")
    #expect(
      html("safeguarding\npartners", glossary: glossary).contains(
        "<abbr title=\"who works together\">safeguarding\npartners</abbr>"))
    #expect(
      html("LA MASH LA", glossary: glossary)
        == "<p><abbr title=\"the hub of a local authority\">LA MASH</abbr> <abbr title=\"local authority\">LA</abbr></p>\n"
    )
    #expect(html("Ŵ", glossary: glossary) == "<p><abbr title=\"double u\">Ŵ</abbr></p>\n")
  }
}
