import TestSupport
import Testing

@Suite struct `The rule formula-cell` {
  @Test(arguments: ["=1+1", "+44 113 496 0000", "-5 per cent", "@SUM(A1)"])
  func `finds what a spreadsheet takes for a formula`(words: String) async throws {
    let message = "a spreadsheet takes '\(words)' for a formula; the data files hold it as it stands"
    try await expectMarked("formula-cell", "Words.\n\n\\\(words) ⇐ \(message)\n\n- Item\n")
    try await expectMarked("formula-cell", front: "summary: \"\(words)\" ⇐ \(message)")
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
  }
}
