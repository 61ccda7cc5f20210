import Markdown
import Testing

@Suite("Tables")
struct TableTests {
  @Test("have a header with scope, rows, and alignment where it is given")
  func alignment() {
    let source = """
      | a | b | c | d |
      |---|:--|:-:|--:|
      | 1 | 2 | 3 | 4 |
      """
    #expect(
      html(source) == """
        <table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="align-left">b</th>
        <th scope="col" class="align-center">c</th>
        <th scope="col" class="align-right">d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-left">2</td>
        <td class="align-center">3</td>
        <td class="align-right">4</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  /// The cells of every row, one row a line.
  private func cells(_ source: String) -> [String] {
    html(source).split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "\n").filter { $0.hasPrefix("<t") && $0.hasSuffix(">") && $0.contains("</t") }
        .map { String($0.drop { $0 != ">" }.dropFirst().dropLast(5)) }.joined(separator: "¦")
    }
  }

  @Test(
    "cut their lines into cells as GitHub does",
    arguments: [
      ("a|b\n-|-\n1|2", ["a¦b", "1¦2"]),
      ("|a|\n|-|", ["a"]),
      ("| a\n| -\n| 1", ["a", "1"]),
      ("a|b|\n-|-|\n1|2|", ["a¦b", "1¦2"]),
      ("a|b\n:-: | -\n1\\|2|3", ["a¦b", "1|2¦3"]),
      ("a|b\n-|-\n`1\\|2`|3", ["a¦b", "<code>1|2</code>¦3"]),
      (
        "a|b\n-|-\n*1*|**2** <http://e.org>",
        ["a¦b", "<em>1</em>¦<strong>2</strong> <a href=\"http://e.org\">http://e.org</a>"]
      ),
      ("a|b\n-|-\n*1|2*", ["a¦b", "*1¦2*"]),
      ("a|b\n-|-\n# 1|- 2", ["a¦b"]),
      ("a|b\n-|-\n||", ["a¦b", "¦"]),
      ("a|b\n-|-\n1", ["a¦b", "1¦"]),
      ("a|b\n-|-\n1|2|3", ["a¦b", "1¦2¦3"]),
      ("a|b\n-|-\n[x][r]|[r]\n\n[r]: /u", ["a¦b", "<a href=\"/u\">x</a>¦<a href=\"/u\">r</a>"]),
      ("a|b\n-|-\n[r]: /u|2\n\n[r]: /v", ["a¦b", "<a href=\"/v\">r</a>: /u¦2"]),
      ("a|b\n-|-\n===|---", ["a¦b", "===¦---"]),
      ("a|b\r\n-|-\r\n1|2\r\n", ["a¦b", "1¦2"]),
      ("\u{A0}|b\n-|-", ["\u{A0}¦b"]),
    ])
  func cutting(_ source: String, _ rows: [String]) {
    #expect(cells(source) == rows)
  }

  @Test(
    "stand where paragraphs stand",
    arguments: [
      ("> a|b\n> -|-\n> 1|2", ["a¦b", "1¦2"]),
      ("- a|b\n  -|-\n  1|2", ["a¦b", "1¦2"]),
      ("> - a|b\n>   -|-\n>   1|2\n3|4", ["a¦b", "1¦2", "3¦4"]),
      ("1. x\n\n   a|b\n   -|-\n   1|2", ["a¦b", "1¦2"]),
    ])
  func containers(_ source: String, _ rows: [String]) {
    #expect(cells(source) == rows)
  }

  @Test("leave the lines before their header a paragraph")
  func before() {
    let source = "one *em\nph* two\n\n[r]: /u\nthree [r]\na|b\n-|-"
    #expect(
      html(source).hasPrefix("<p>one <em>em\nph</em> two</p>\n<p>three <a href=\"/u\">r</a></p>\n<table>\n"))
  }

  @Test("stay tables where a line of hyphens follows their rows", arguments: ["\n", "\n\nx", "\nx"])
  func underline(_ rest: String) {
    let source = "a|b\n-|-\n1|2\n---" + rest
    #expect(cells(source) == ["a¦b", "1¦2"])
    #expect(html(source).contains("</table>\n<hr />\n"))
  }

  @Test("have the paragraph before them as caption, and a name where they scroll")
  func caption() {
    let source = "Table: Inspections *by* \"year\"\n\n|a|\n|-|\n"
    #expect(
      html(source) == """
        <div class="table" tabindex="0" role="region" aria-label="Inspections by &quot;year&quot;">
        <table>
        <caption>Inspections <em>by</em> &quot;year&quot;</caption>
        <thead>
        <tr>
        <th scope="col">a</th>
        </tr>
        </thead>
        </table>
        </div>

        """)
  }

  @Test(
    "are named by the heading above where they are wide and have no caption",
    arguments: [
      ("## Over *all* {#all}\n\n|a|b|c|d|\n|-|-|-|-|\n", "role=\"group\" aria-labelledby=\"all\">\n<table>"),
      ("## All\n\n|a|b|c|d|\n|-|-|-|-|\n\nx\n\n|a|b|c|d|\n|-|-|-|-|\n", "labelledby=\"all\">\n<table>"),
      ("## All\n\n|a|b|c|\n|-|-|-|\n", "</h2>\n<table>"), ("|a|b|c|d|\n|-|-|-|-|\n", "<table>"),
    ])
  func heading(_ source: String, _ expected: String) {
    let html = html(source)
    #expect(html.contains(expected), "\(html)")
    #expect(html.ranges(of: "<div").count == html.ranges(of: "</div>").count)
  }

  @Test(
    "are no tables without a header of as many cells",
    arguments: [
      ("a|b\n-", []), ("a|b\n-|-|-", ["near-table:2"]), ("|-|-|\na|b", ["near-table:1"]),
      ("a\n-|-", ["near-table:2"]),
      ("a|b\n-|x", []), ("    a|b\n    -|-", []), ("a|b\n\n-|-", ["near-table:3"]),
      ("```\na|b\n-|-\n```", []),
    ])
  func nearTables(_ source: String, _ expected: [String]) {
    #expect(!html(source).contains("<table>"))
    #expect(reports(source) == expected)
  }

  @Test("report a row with too many cells at its line, and show them")
  func tooManyCells() {
    #expect(reports("x\n\na|b\n-|-\n1|2\n3|4|5\n") == ["table-cells:6"])
  }

  @Test("report what is wrong in a cell at the line of its row")
  func lines() {
    #expect(reports("a|b\n-|-\n1|2\n<b>|[x](ftp://y)") == ["link-scheme:4", "raw-html:4"])
  }

  @Test("of two thousand rows with links are read")
  func large() {
    let row =
      "| 2024 | [the letter of findings](https://example.org/letters/a) | words and more words of the row |\n"
    let source = "| a | b | c |\n|---|---|---|\n" + String(repeating: row, count: 2000)
    #expect(cells(source).count == 2001)
    #expect(reports(source).isEmpty)
  }

  @Test("do not grow without bound where rows are much shorter than the header")
  func padding() {
    let source =
      String(repeating: "a|", count: 2000) + "\n" + String(repeating: "-|", count: 2000) + "\n"
      + String(repeating: "x\n", count: 5000)
    #expect(reports(source).contains("block-too-large:53"))
    #expect(html(source).utf8.count < 4_000_000)
  }
}
