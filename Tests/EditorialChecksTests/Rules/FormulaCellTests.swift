import TestSupport
import Testing

@Suite struct `The rule formula-cell` {
  @Test(arguments: ["=1+1", "+44 113 496 0000", "-5 per cent", "@SUM(A1)"])
  func `finds what a spreadsheet takes for a formula`(words: String) async throws {
    let message = "a spreadsheet takes '\(words)' for a formula; the data files hold it as it stands"
    try await expectMarked("formula-cell", "Words.\n\n\\\(words) ⇐ \(message)\n\n- Item\n")
    try await expectMarked("formula-cell", front: "summary: \"\(words)\" ⇐ \(message)")
  }

  @Test func `looks at every text that becomes a cell`() async throws {
    let message = { (words: String) in
      "a spreadsheet takes '\(words)' for a formula; the data files hold it as it stands"
    }
    try await expectMarked(
      "formula-cell", in: "guidance/a.md",
      front: "reference: \"+44/1\" ⇐ \(message("+44/1"))\nchange: =1",
      """
      ## =A {#a} ⇐ \(message("=A"))

      Table: Words

      | =b | c | ⇐ \(message("=b | c"))
      | -- | - |
      | c | =d |

      > @e ⇐ \(message("@e"))

          =code ⇐ \(message("=code"))

      Words.[^1]

      [^1]: =f ⇐ \(message("=f"))
      """)
  }

  @Test func `can be switched`() async throws {
    let document = MarkedDocument(front: "reference: \"+44/1\"", text: "=1+1")
    #expect(try await document.slips(of: "formula-cell").count == 2)
    #expect(
      try await document.slips(of: "formula-cell", settings: "checks: {formula-cell: off}").isEmpty)
  }

  @Test(arguments: [
    "– item", "A = b", "**=** is a sign, and a+b", "[+44 113 496 0000](tel:+441134960000) is the number",
  ])
  func `leaves other texts alone`(words: String) async throws {
    try await expectMarked(
      "formula-cell", words.hasPrefix("*") || words.hasPrefix("[") ? "See " + words : words)
  }

  @Test func `may be allowed in its place`() async throws {
    try await expectMarked("formula-cell", "\\-5 per cent {allow=formula-cell}\n")
    try await expectMarked("formula-cell", "## A {allow=formula-cell}\n\n\\-5\n\n### B\n\n\\-6\n")
  }
}
