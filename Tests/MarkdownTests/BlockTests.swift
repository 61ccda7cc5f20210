import Escaping
import Markdown
import Testing

@Suite("Blocks")
struct BlockTests {
  private let source = """
    ## Key strengths {.x}

    Lead:

    - One *finding* {#finding-9 kind=strength}
      - sub
    - Two[^1]

    | a | b |
    |---|---|
    | EC1 | words |

    > quoted

    [^1]: the note
    """

  /// The blocks as lines, indented by their depth.
  private func outline(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block in
      ["\(block.number) \(block.kind) \(block.line) \(block.id ?? "-") \(block.text)"]
        + outline(block.children).map { "  " + $0 }
    }
  }

  @Test("are values with their words, lines, ids and what stands in them")
  func values() {
    let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: MarkdownFeatures())
    #expect(
      outline(document.blocks()) == [
        "0 heading(level: 2) 1 key-strengths Key strengths", "1 paragraph 3 - Lead:",
        "2 list(isOrdered: false) 5 - ", "  3 item(number: nil) 5 finding-9 ",
        "    4 paragraph 5 - One finding", "    5 list(isOrdered: false) 6 - ",
        "      6 item(number: nil) 6 - ", "        7 paragraph 6 - sub",
        "  8 item(number: nil) 7 - ", "    9 paragraph 7 - Two", "10 table 9 - ", "  11 row 9 - ",
        "    12 cell 9 - a", "    13 cell 9 - b", "  14 row 11 - ",
        "    15 cell 11 - EC1", "    16 cell 11 - words", "17 quote 13 - ", "  18 paragraph 13 - quoted",
        "19 footnotes 15 - ", "  20 footnote(number: 1) 15 - the note",
      ])
  }

  @Test("can be given ids, classes and markup for the output")
  func marks() {
    var document = MarkdownDocument(
      Bytes("a {.b}\n\n- c\n\n- d\n".utf8), file: "a.md", features: MarkdownFeatures())
    document.mark([
      0: BlockMark(id: "finding-1", classes: ["finding"], markup: Array("<i></i>".utf8)),
      2: BlockMark(id: "finding-2"),
      4: BlockMark(markup: Array("<b>".utf8)),
    ])
    var output = Bytes()
    document.writeHTML(to: &output) { _ in .asWritten }
    #expect(
      String(decoding: output, as: UTF8.self) == """
        <p id="finding-1" class="b finding"><i></i>a</p>
        <ul>
        <li id="finding-2">
        <p>c</p>
        </li>
        <li><b>
        <p>d</p>
        </li>
        </ul>

        """)
    #expect(document.anchors == ["finding-1", "finding-2"])
  }

  @Test("can be given classes where they are lists, quotes and tables")
  func classesOfContainers() {
    var document = MarkdownDocument(
      Bytes("- a\n\n3. b\n\n> c\n\n| d |\n| - |\n| e |\n".utf8), file: "a.md", features: MarkdownFeatures())
    let blocks = document.blocks()
    document.mark(Dictionary(uniqueKeysWithValues: blocks.map { ($0.number, BlockMark(classes: ["x"])) }))
    var output = Bytes()
    document.writeHTML(to: &output) { _ in .asWritten }
    let tags = String(decoding: output, as: UTF8.self).matches(of: /<(?:ul|ol|blockquote|table)[^>]*>/)
    #expect(
      tags.map { String($0.output) } == [
        "<ul class=\"x\">", "<ol class=\"x\" start=\"3\">", "<blockquote class=\"x\">",
        "<table class=\"x\">",
      ])
  }
}
