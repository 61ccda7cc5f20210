import Diagnostics
import Escaping
import Markdown
import Testing

@Suite("Text")
struct TextTests {
  @Test(
    "that is raw HTML is reported with what to write instead",
    arguments: [
      ("<b>x</b>", ["raw-html:1", "raw-html:1"]), ("a\n\n<div>\nx\n</div>", ["raw-html:3"]),
      ("<!-- x -->", ["raw-html:1"]), ("a\n<br/>", ["raw-html:2"]),
      ("- a\n  <?x?>", ["raw-html:2"]), ("a < b", []), ("\\<b>", []), ("`<b>`", []),
    ])
  func rawHTML(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
  }

  @Test(
    "that holds invisible characters is reported and left as it is",
    arguments: [
      ("a\u{200B}b", ["invisible-character:1"]), ("a\n\u{AD}b", ["invisible-character:2"]),
      ("&shy;", ["invisible-character:1"]),
      ("`\u{202E}`", ["invisible-character:1"]), ("x\n&#x2066;", ["invisible-character:2"]),
      ("[a](b \"&#8203;\")", ["invisible-character:1"]),
      ("```a&#8203;b\n```", ["invisible-character:1"]), ("\u{1}", ["invisible-character:1"]),
      ("\u{7F}\u{85}", ["invisible-character:1", "invisible-character:1"]),
      ("\u{FEFF}a", []), ("a\u{FEFF}", ["invisible-character:1"]), ("a\tb\r\n’–“”…é\u{A0}日😀 &nbsp;&amp;", []),
      ("&amp;#8203;", []), ("`&#8203;`", []),
      ("\u{2028}", ["invisible-character:1"]), ("\u{E0041}", ["invisible-character:1"]),
      ("a\u{200B}\n&#8203;", ["invisible-character:1"]),
    ])
  func invisible(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
    #expect(plainHTML(source) == cmarkHTML(source))
  }

  @Test(
    "that begins with the name of a callout in bold is marked as one",
    arguments: ["Note", "Important", "Warning", "Example"])
  func callouts(_ name: String) {
    #expect(
      html("> **\(name):** x\n>\n> - y\n") == """
        <blockquote class="callout callout-\(name.lowercased())" role="note">
        <p><strong>\(name):</strong> x</p>
        <ul>
        <li>y</li>
        </ul>
        </blockquote>

        """)
  }

  @Test(
    "that is a quotation is no callout",
    arguments: [
      "> **Note** x", "> **Nota:** x", "> Note: x", "> *Note:* x", "> a **Note:** x", "**Note:** x",
    ])
  func quotations(_ source: String) {
    #expect(html(source) == cmarkHTML(source))
  }

  @Test("carries the lines of the file")
  func lines() {
    let document = MarkdownDocument(
      Bytes("a\n\n<b>".utf8), file: "letters/a.md", firstLine: 20, features: MarkdownFeatures())
    #expect(document.diagnostics.map(\.place.line) == [22])
    #expect(document.diagnostics.map(\.place.file) == ["letters/a.md"])
  }

  @Test("is quoted in reports only where it can be left out")
  func redaction() {
    let source =
      "[SECRET]: x\n\n<SECRET> [^SECRET] [x](SECRET:y) {SECRET=x} a {SECRET=x}\n\n- a {SECRETS=x}\n\n## A {#SECRET}\n\n## B {#SECRET}\n"
    let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: MarkdownFeatures())
    #expect(document.diagnostics.count >= 6)
    for diagnostic in document.diagnostics {
      let text =
        "\(diagnostic.redacted.message.text) \(diagnostic.redacted.expected?.text ?? "") \(diagnostic.redacted.suggestion ?? "")"
      #expect(!text.uppercased().contains("SECRET"))
    }
  }
}
