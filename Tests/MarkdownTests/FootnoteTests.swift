import Escaping
import Markdown
import Testing

@Suite("Footnotes")
struct FootnoteTests {
  /// The HTML with each reference as `^1`, and each note as `1: words ↩1`.
  private func short(_ source: String) -> String {
    html(source)
      .replacing(
        /<sup class="footnote-ref"><a href="#footnote-(\d+)" id="footnote-ref-([\d-]+)" role="doc-noteref">\d+<\/a><\/sup>/
      ) {
        "^\($0.output.1)(\($0.output.2))"
      }
      .replacing(
        /\ <a href="#footnote-ref-([\d-]+)" role="doc-backlink" aria-label="Back to reference [\d-]+">↩<\/a>/
      ) {
        " ↩\($0.output.1)"
      }
      .replacing(/<li id="footnote-(\d+)">/) { "\($0.output.1): " }
      .replacing("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n", with: "--\n")
      .replacing("</li>", with: "").replacing("</ol>\n</section>\n", with: "")
  }

  @Test("are numbered by their first reference and stand at the end")
  func output() {
    #expect(
      html("A[^b].\n\n[^b]: The *note*\n") == """
        <p>A<sup class="footnote-ref"><a href="#footnote-1" id="footnote-ref-1" role="doc-noteref">1</a></sup>.</p>
        <section class="footnotes" role="doc-endnotes">
        <ol>
        <li id="footnote-1">The <em>note</em> <a href="#footnote-ref-1" role="doc-backlink" aria-label="Back to reference 1">↩</a></li>
        </ol>
        </section>

        """)
  }

  @Test(
    "are found in paragraphs and where cmark took them for link definitions",
    arguments: [
      ("a[^2] b[^1]\n\n[^1]: one x\n[^2]: two\n y", "<p>a^1(1) b^2(2)</p>\n--\n1: two\ny ↩1\n2: one x ↩2\n"),
      ("a[^1] b[^1]\n\n[^1]: one x", "<p>a^1(1) b^1(1-2)</p>\n--\n1: one x ↩1 ↩1-2\n"),
      ("a[^1]\n\n[^1]: Ibid.", "<p>a^1(1)</p>\n--\n1: Ibid. ↩1\n"),
      ("a[^1]\n\n[^1]: *Ibid*", "<p>a^1(1)</p>\n--\n1: <em>Ibid</em> ↩1\n"),
      (
        "a[^1]\n\n[^1]: https://e.org/_a_.",
        "<p>a^1(1)</p>\n--\n1: <a href=\"https://e.org/_a_\">https://e.org/_a_</a>. ↩1\n"
      ),
      (
        "a[^1] b[^2]\n\n[^1]: x y\n[^2]: https://e.org",
        "<p>a^1(1) b^2(2)</p>\n--\n1: x y ↩1\n2: <a href=\"https://e.org\">https://e.org</a> ↩2\n"
      ),
      (
        "a[^1][^2]\n\n[^1]: https://e.org\n[^2]: https://e.org",
        "<p>a^1(1)^2(2)</p>\n--\n1: <a href=\"https://e.org\">https://e.org</a> ↩1\n2: <a href=\"https://e.org\">https://e.org</a> ↩2\n"
      ),
      ("a[^1][^2]\n\n[^1]: x y\n[^2]: z", "<p>a^1(1)^2(2)</p>\n--\n1: x y ↩1\n2: z ↩2\n"),
      ("a[^1][^2]\n\n[^1]: z\n[^2]: x y", "<p>a^1(1)^2(2)</p>\n--\n1: z ↩1\n2: x y ↩2\n"),
      ("[a][^1]\n\n[^1]: z", "<p>[a]^1(1)</p>\n--\n1: z ↩1\n"),
      ("a[^A]\n\n[^a]: x y", "<p>a^1(1)</p>\n--\n1: x y ↩1\n"),
      ("a[^1]\n\n[^1]: see[^2]\n\n[^2]: b c", "<p>a^1(1)</p>\n--\n1: see^2(2) ↩1\n2: b c ↩2\n"),
      ("> a[^1]\n>\n> [^1]: x y", "<blockquote>\n<p>a^1(1)</p>\n</blockquote>\n--\n1: x y ↩1\n"),
      (
        "|a[^1]|\n|-|\n\n[^1]: x y",
        "<table>\n<thead>\n<tr>\n<th scope=\"col\">a^1(1)</th>\n</tr>\n</thead>\n</table>\n--\n1: x y ↩1\n"
      ),
      ("a[^1]\n\n[^1]:\n    x y", "<p>a^1(1)</p>\n--\n1: x y ↩1\n"),
      ("*a[^1]*\n\n[^1]: *x*\n*y*", "<p><em>a^1(1)</em></p>\n--\n1: <em>x</em>\n<em>y</em> ↩1\n"),
    ])
  func definitions(_ source: String, _ expected: String) {
    #expect(short(source) == expected)
    #expect(reports(source).isEmpty)
  }

  @Test(
    "leave marks that are escaped or in code, links and images text",
    arguments: [
      "\\[^1]", "[^1\\]", "&#91;^1]", "`[^1]`", "[a [^1]](u)", "![a [^1]](u)", "    [^1]", "[^ 1]", "[^a b]",
      "a &amp; \\[^1] é", "> b\n> c \\[^1]",
      "|\\[^1]|\n|-|",
    ])
  func noMarks(_ source: String) {
    #expect(!html(source + "\n\nx[^1]\n\n[^1]: y z").contains("footnote-ref-1-2"))
    #expect(
      !html("x[^1]\n\n" + source + "\n\n[^1]: y").contains("footnote-ref-1-2") || source == "[a [^1]](u)")
  }

  @Test(
    "are reported where mark and note do not belong together",
    arguments: [
      ("a[^1]", ["footnote-undefined:1"]), ("a\nb[^1]", ["footnote-undefined:2"]),
      ("[^1]: x y", ["footnote-unused:1"]),
      ("[^1]: x", ["footnote-unused:1"]), ("a[^1]\n\n[^1]: x y\n[^1]: y z", ["footnote-duplicate:4"]),
      ("a[^1]\n\n[^1]: x\n\n[^1]: y", ["footnote-duplicate:5"]),
      ("a[^1]\n\n[^1]: x y\n\n    z", ["footnote-continuation:5"]),
      ("a[^1]\n[^1]: x y\n\n[^1]: z z", ["footnote-placement:2"]),
    ])
  func reported(_ source: String, _ expected: [String]) {
    #expect(reports(source) == expected)
  }

  @Test("are all shown, whatever is wrong with them")
  func nothingLost() {
    let source = "a[^1]\n\n[^1]: first\n\n[^1]: second one\n\n[^1]: third\n\n[^9]: unused words\n"
    for word in ["first", "second one", "third", "unused words"] { #expect(html(source).contains(word)) }
  }

  @Test("do not count as words of headings")
  func headings() {
    #expect(html("# A[^1]\n\n[^1]: x y").hasPrefix("<h1 id=\"a\">A<sup"))
  }
}
