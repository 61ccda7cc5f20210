import Diagnostics
import Escaping
import Markdown
import Testing

/// Sources that take quadratic time in some parser of Markdown, each grown to a size in bytes.
struct HostileSource: Sendable, CustomTestStringConvertible {
  let name: String
  let prefix: String
  let unit: String
  let suffix: String

  init(_ unit: String, prefix: String = "", suffix: String = "", name: String? = nil) {
    self.unit = unit
    self.prefix = prefix
    self.suffix = suffix
    self.name = name ?? unit
  }

  var testDescription: String { name.debugDescription }

  func source(bytes: Int) -> Bytes {
    let count = (bytes - prefix.utf8.count - suffix.utf8.count) / unit.utf8.count
    return Bytes((prefix + String(repeating: unit, count: count) + suffix).utf8)
  }

  static let all: [HostileSource] =
    [
      "[a](<b", "[a](b", "[", "![[]()", "]()[a]: b<![CDATA[", "<!A ", "<?", "<![CDATA[", "<!--", "*a_ ",
      "*a **a ", "a**b*c ", "`", "&", "&#", "\\", "]", "[a][b]", "<a href=", "<a b='",
      "a](b", "[a](b \"", "[a](b (", "[a]: b\n", "[a]: b\n\n", "- [a]: b\n", "[a]:\n", "> ", ">", "- ", "* ",
      "1. ", "> - ", "- a\n", "> a\n", "#\n", "# a\n", "a\n===\n", "|a", "|a\n|-|-\n", "|-|\n",
      "[^1]", "\\[^1]", "[^1]: a b\n", "{#a ", "}", "{", "a {.b}\n\n", "\u{200B}", "&shy; ",
      "paragraph 1, 1 ", "MASH ", "\r", "\n", "\u{0}", "\u{FEFF}", "1. a\n", "999999999. a\n\n", "<b>",
      "    a\n", "```\n",
    ].map { HostileSource($0) } + [
      HostileSource("a\n", prefix: String(repeating: "> ", count: 45), name: "a lazy line in 45 quotes"),
      HostileSource(
        "\n", prefix: String(repeating: "- ", count: 45) + "a\n", name: "an empty line in 45 lists"),
      HostileSource("*a* ", prefix: String(repeating: "> ", count: 45), name: "emphasis in 45 quotes"),
      HostileSource("[^1]", suffix: "\n\n[^1]: a b", name: "references to a footnote"),
      HostileSource("[^1]", suffix: "\n\n[^1]: a", name: "references to a swallowed footnote"),
      HostileSource("paragraph 2, ", prefix: "1. a\n2. ", name: "references to a paragraph"),
      HostileSource("[a] ", prefix: "[a]: b\n\n", name: "uses of a definition"),
      HostileSource(
        "x\n",
        prefix: String(repeating: "a|", count: 9999) + "\n" + String(repeating: "-|", count: 9999) + "\n",
        name: "rows to fill up"),
      HostileSource("![](a)", prefix: "|a|\n|-|\n", name: "images in a row"),
    ]
}

@Suite("Limits")
struct LimitTests {
  private let guidance = MarkdownFeatures(numberedParagraphs: true)

  @Test(
    "hold whatever is written: large hostile sources are read or refused at once",
    arguments: HostileSource.all)
  func hostile(_ hostile: HostileSource) {
    let document = MarkdownDocument(hostile.source(bytes: 40_000), file: "a.md", features: guidance)
    var output = Bytes()
    document.writeHTML(to: &output, glossary: Glossary([("MASH", "x")])) { _ in .asWritten }
    document.writePublicText(to: &output)
    #expect(!output.isEmpty)
  }

  @Test(
    "refuse at two mebibytes what takes libcmark quadratic time, and show its source",
    arguments: [
      ("![[]()", "block-too-large"), ("> ", "nesting-too-deep"), ("- ", "nesting-too-deep"),
      ("1. > ", "nesting-too-deep"),
    ])
  func refused(_ unit: String, _ rule: String) {
    let source = HostileSource(unit).source(bytes: 2 << 20)
    let document = MarkdownDocument(source, file: "a.md", features: guidance)
    var output = Bytes()
    document.writeHTML(to: &output) { _ in .asWritten }
    #expect(document.diagnostics.map(\.rule) == [rule])
    #expect(output.starts(with: "<pre>".utf8) && output.count > source.count)
  }

  @Test("are two mebibytes a file")
  func size() {
    #expect(reports(String(repeating: "a\n", count: 1 << 20)).isEmpty)
    #expect(reports(String(repeating: "a\n", count: 1 << 20) + "a") == ["input-too-large:0"])
  }

  @Test(
    "allow forty-eight levels of lists and quotes",
    arguments: [
      ("> ", 48, true), ("> ", 49, false), (">", 48, true), (">", 49, false), ("- ", 48, true),
      ("- ", 49, false), ("\t> ", 48, true), ("1. ", 49, false),
    ])
  func nesting(_ mark: String, _ count: Int, _ isAllowed: Bool) {
    #expect(reports(String(repeating: mark, count: count) + "a") == (isAllowed ? [] : ["nesting-too-deep:1"]))
  }

  @Test("count levels that indentation opens line by line")
  func indentedNesting() {
    func list(_ levels: Int) -> String {
      (0..<levels).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    }
    #expect(reports(list(48)).isEmpty)
    #expect(reports(list(49)) == ["nesting-too-deep:49"])
  }

  @Test(
    "do not count lists and quotes that stand beside each other",
    arguments: ["- a\n", "> a\n", "> - a\n", "- a\n  - b\n", "1. a\n\n   > b\n\n", ">\n", "          - a\n"])
  func shallow(_ unit: String) {
    #expect(!reports(String(repeating: unit, count: 1000)).contains { $0.hasPrefix("nesting") })
  }

  @Test("leave a list of five hundred items without empty lines alone")
  func longList() {
    let source = (1...500).map {
      "\($0). Leaders have [a](b) strong understanding of children's needs, **and act on it**.\n"
    }.joined()
    #expect(reports(source, features: guidance).isEmpty)
  }

  @Test(
    "report what is no UTF-8, with its byte and line, and show the rest",
    arguments: [
      ([0xFF], "byte 4", 2), ([0xC3], "byte 4", 2), ([0xE2, 0x80], "byte 4", 2),
      ([0xED, 0xA0, 0x80], "byte 4", 2), ([0xC0, 0x80], "byte 4", 2),
      ([0xF4, 0x90, 0x80, 0x80], "byte 4", 2),
    ] as [([UInt8], String, Int)])
  func invalidUTF8(_ bytes: [UInt8], _ place: String, _ line: Int) throws {
    let source = Bytes("ab\nc".utf8) + bytes + Bytes("\n\n# d".utf8)
    let document = MarkdownDocument(source, file: "a.md", features: guidance)
    let report = try #require(document.diagnostics.first { $0.rule == "invalid-utf8" })
    #expect(report.message.text.contains(place))
    #expect(report.place.line == line)
    #expect(document.headings.map(\.text) == ["d"])
    var output = Bytes()
    document.writeHTML(to: &output) { _ in .asWritten }
    #expect(String(validating: output, as: UTF8.self)?.contains("c\u{FFFD}") == true)
  }

  @Test("report NUL, which becomes a replacement character as in cmark")
  func nul() {
    #expect(reports("a\n\u{0}") == ["invisible-character:2"])
    #expect(html("a\u{0}b") == cmarkHTML("a\u{0}b"))
  }

  @Test("bound the reports of one rule, and say how many there are")
  func manyReports() {
    let document = MarkdownDocument(
      Bytes(String(repeating: "<b>", count: 5000).utf8), file: "a.md", features: guidance)
    #expect(document.diagnostics.count == 1001)
    #expect(document.diagnostics.contains { $0.message.text.contains("5000") })
  }

  @Test("hold for random bytes, and what is written is well formed", arguments: 0..<8)
  func randomBytes(_ seed: UInt64) {
    var generator = RandomMarkdown(seed: seed)
    for _ in 0..<50 {
      let source = Bytes((0..<40).flatMap { _ in generator.hostileBytes() })
      let document = MarkdownDocument(source, file: "a.md", features: guidance)
      var output = Bytes()
      document.writeHTML(to: &output, glossary: Glossary([("a", "b"), ("b c", "d")])) {
        $0.destination.count % 2 == 0 ? .plainText : .asWritten
      }
      let text = String(decoding: output, as: UTF8.self)
      if let problem = wellFormednessProblem(text) {
        Issue.record("\(problem)\n\(source)\n\(text.debugDescription)")
      }
      if Set(document.anchors).count != document.anchors.count {
        Issue.record("an id is given twice\n\(source)")
      }
      document.writePublicText(to: &output)
      #expect(document.blocks().count >= 0)
    }
  }
}
