import Escaping
import Markdown
import Testing

@Suite("Links")
struct LinkTests {
  private func links(_ source: String) -> [String] {
    MarkdownDocument(Bytes(source.utf8), file: "a.md", firstLine: 5, features: MarkdownFeatures()).links
      .map { "\($0.isImage ? "!" : "")\($0.destination) \($0.line)" }
  }

  @Test("are listed decoded, with the lines of the file, in the order in which they are written")
  func listed() {
    let source = """
      [a](b&amp;c\\_%20 "t")
      ![d](<e f>) <http://g>
      `x
      y` [r]

      | [h](i) |
      | - |
      | [j](k)[^1] |

      [r]: l
      [^1]: the [m](n)
      """
    #expect(links(source) == ["b&c_%20 5", "!e f 6", "http://g 6", "l 8", "i 10", "k 12", "n 15"])
  }

  @Test("go where the caller says")
  func resolved() {
    let source =
      "[*a*](guidance/x \"t\") [b](private) ![c *d*](private) ![e](f.png)\n\n|[g](guidance/y)|\n|-|\n"
    let output = html(source) { link in
      if link.destination == "private" { return .plainText }
      return link.destination.hasPrefix("guidance/")
        ? .address("/\(link.destination)/?a='1'&b=\"") : .asWritten
    }
    let query = "?a=&#x27;1&#x27;&amp;b=%22"
    #expect(
      output.hasPrefix(
        "<p><a href=\"/guidance/x/\(query)\" title=\"t\"><em>a</em></a> b c d <img src=\"f.png\" alt=\"e\" /></p>\n<table>"
      ))
    #expect(output.contains("<th scope=\"col\"><a href=\"/guidance/y/\(query)\">g</a></th>"))
  }

  @Test(
    "are relative, or have an allowed scheme",
    arguments: [
      ("a.pdf", []), ("/a/b", []), ("#a", []), ("?a:b", []), ("./a:b", []), ("http://a", []),
      ("HTTPS://a", []), ("mailto:a@b", []), ("tel:+44", []),
      ("ftp://a", ["link-scheme:1"]), ("javascript:a", ["link-scheme:1"]),
      ("java&#9;script:a", ["invisible-character:1", "link-scheme:1"]),
      ("data:image/png,a", ["link-scheme:1"]), ("file:///a", ["link-scheme:1"]), ("a:b", ["link-scheme:1"]),
      ("//a", ["link-scheme:1"]),
      ("/\\\\a", ["link-scheme:1"]), ("\\\\\\\\a", ["link-scheme:1"]),
      ("a&#x202E;b", ["invisible-character:1"]), ("a&ZeroWidthSpace;b", ["invisible-character:1"]),
      ("", ["link-empty:1"]),
    ])
  func schemes(_ destination: String, _ expected: [String]) {
    #expect(reports("[x](\(destination))") == expected)
    #expect(reports("![x](\(destination))") == expected)
  }

  @Test(
    "are written as cmark writes them, whatever is wrong with them",
    arguments: ["javascript:x", "ftp://a", "//a", "a&#9;b", "/\\\\a"])
  func safe(_ destination: String) {
    let source = "[x](\(destination)) ![y](\(destination))"
    #expect(html(source) == cmarkHTML(source))
  }

  @Test(
    "need words, and images need alternative text",
    arguments: [
      ("[](a)", ["link-empty:1"]), ("[ ](a)", ["link-empty:1"]), ("[![b](c)](a)", []),
      ("[![](c)](a)", ["image-alternative-text:1", "link-empty:1"]),
      ("\n![](a)", ["image-alternative-text:2"]), ("![*a*](b)", []), ("[a <b@c.org>](d)", ["link-nested:1"]),
    ])
  func words(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
  }

  @Test(
    "are reported where a definition is not used, since its words would vanish",
    arguments: [
      ("[Note]: something", ["unused-definition:1"]), ("[a]: b\n\n[a]", []),
      ("[a]: b\n[A]: c\n\n[a]", ["unused-definition:2"]),
      ("> [a]: b", ["unused-definition:1"]), ("- [a]: b\n- [c]: d\n\n[a]", ["unused-definition:2"]),
      ("[a]:\nb\n'c\nd'\n[e]: f\ng", ["unused-definition:1", "unused-definition:5"]),
      ("[a]: b c", []), ("```\n[a]: b\n```", []), ("[a]: b\n\n![a]", []), ("[a]: b\n\n|[a]|\n|-|", []),
      ("Foo\n===\n[a]: b", ["unused-definition:3"]),
      ("1. x\n\n   [a]: b\n\n2. [x][a]", []),
      ("[a]: <b> \"c\"\n\n[ẞ]: d\n\n[a][SS]", ["unused-definition:1"]),
    ])
  func definitions(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
  }
}
