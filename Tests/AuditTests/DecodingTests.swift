import Escaping
import Testing

@testable import Audit

@Suite struct `What a file says` {
  private func text(_ bytes: Bytes?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test(arguments: [
    ("<p>light<em>house</em> keeper</p><p>Next", " lighthouse keeper  Next"),
    ("a &lt;b&gt; &amp; &#233;&#xe9;&nbsp;&unknown; &", "a <b> & éé\u{A0}&unknown; &"),
    ("<a title=\"x\">one</a><br>two", "one two"), ("no tag", "no tag"), ("a < b", "a < b"),
    ("&#xD800;&#99999999;", "&#xD800;&#99999999;"), ("", ""),
  ])
  func `between the tags of HTML, it says as readers see it`(html: String, expected: String) {
    #expect(text(Bytes(html.utf8).textAndTags.text) == expected)
  }

  @Test func `in tags and comments, it says too`() {
    let tags = Bytes("<p title=\"One &amp; two\">three<!-- four --></p>".utf8).textAndTags.tags
    #expect(text(tags) == "<p title=\"One & two\"><!-- four --></p>")
  }

  @Test(arguments: [
    (#""a\u00e9b""#, #""aéb""#), (#""\ud83d\ude00""#, "\"😀\""), (#""one\ntwo""#, #""one two""#),
    (#""\u12"#, #""\u12"#), (#"\"#, " "),
  ])
  func `in JSON, it says without escapes`(json: String, expected: String) {
    #expect(text(Bytes(json.utf8).unescapedJSON) == expected)
  }

  @Test func `in an address, it says without percent signs`() {
    #expect(text(Bytes("a%20b%C3%A9%zz%4".utf8).decodingPercents) == "a bé%zz%4")
    #expect(Bytes("plain".utf8).decodingPercents == nil)
  }
}

@Suite struct `The source that readers may know` {
  private func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `has no keys for the staff`() {
    let edition = """
      ---
      title: A
      hold:
        reason: secret
        cleared: {by: B, at: 2024-01-01}
      themes: [x]
      agreed: [{inspectorate: cqc}]
      ---

      hold: this is text
      """
    #expect(
      text(Bytes(edition.utf8).withoutStatusKeys) == """
        ---
        title: A
        themes: [x]
        ---

        hold: this is text
        """)
  }

  @Test(arguments: [
    "", "no front matter", "---\ntitle: x", "---\n{title: x, hold: {reason: y}}\n---\n", "---\n---\n",
  ])
  func `stays as it is where the keys cannot be told apart`(edition: String) {
    #expect(text(Bytes(edition.utf8).withoutStatusKeys) == edition)
  }

  @Test func `has no moratoria`() {
    let settings = "title: A\nmoratoria:\n  - {from: 2024-05-25, reason: x}\nlanguage: en-GB\n"
    #expect(text(Bytes(settings.utf8).withoutMoratoria) == "title: A\nlanguage: en-GB\n")
  }

  @Test func `has no targets of links between its words`() {
    #expect(
      text(Bytes("found [the police](guidance/x#y) did (not){#a .b}, f(x)".utf8).withoutMarkdownTargets)
        == "found [the police] did (not), f(x)")
  }
}
