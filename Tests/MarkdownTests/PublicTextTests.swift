import Escaping
import Markdown
import Testing

@Suite("Public text")
struct PublicTextTests {
  private func publicText(_ source: String, features: MarkdownFeatures = MarkdownFeatures()) -> String {
    var text = Bytes()
    MarkdownDocument(Bytes(source.utf8), file: "a.md", features: features).writePublicText(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  @Test("frames every block with its kind")
  func framing() {
    let source =
      "## A {#x .y}\n\n- *b* [c](d \"e\")\n  f ![g](h)[^1]\n\n```\ni\n```\n\n|j|\n|-|\n\n[^1]: k l\n"
    #expect(
      publicText(source) == """
        document
        heading 2
        id 1:x
        text 1:A
        end
        list
        item
        paragraph
        text 2:b\u{20}
        title 1:e
        text 4:c f\u{20}
        image 1:g
        footnote-reference 1
        end
        end
        end
        code
        text 2:i

        end
        table
        row
        cell
        text 1:j
        end
        end
        end
        footnotes
        footnote 1
        text 3:k l
        end
        end
        end

        """)
  }

  @Test(
    "stays the same where readers are told the same",
    arguments: [
      ("a\nb", "a b"), ("[a](b)", "[a](c)"), ("*a*", "**a**"), ("a {kind=x .y}", "a"),
      ("a[^1]\n\n[^1]: b c", "a[^x]\n\n[^x]: b c"), ("* a", "- a"),
      ("a&amp;", "a&"), ("|a|\n|-|", "a\n:-:|"),
    ])
  func unchanged(_ before: String, _ after: String) {
    #expect(publicText(before) == publicText(after))
  }

  @Test(
    "changes where readers are told something else",
    arguments: [
      ("a", "b"), ("## a", "### a"), ("- a", "1. a"), ("a\n\nb", "a b"), ("- a\n- b", "- a\n\n  b"),
      ("a {#b}", "a"), ("![a](b)", "a"), ("a", "    a"), ("> a", "a"),
      ("a[^1] b\n\n[^1]: c d", "a b[^1]\n\n[^1]: c d"), ("1. a", "2. a"), ("a", "a\n\n***"),
      ("text 1:a", "a"), ("a  \nb", "a b"), ("", "\u{0}"),
    ])
  func changed(_ before: String, _ after: String) {
    #expect(publicText(before) != publicText(after))
  }

  @Test("holds the numbers of numbered paragraphs")
  func numbers() {
    let features = MarkdownFeatures(numberedParagraphs: true)
    #expect(publicText("1. a\n2. b", features: features) != publicText("1. a\n3. b", features: features))
  }
}
