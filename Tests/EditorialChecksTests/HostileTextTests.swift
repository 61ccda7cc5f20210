import Archive
import TestSupport
import Testing

/// Texts made to be slow: a rule that looks back or ahead without bound would take minutes for one of them.
@Suite struct `A hostile text` {
  @Test(
    arguments: [
      "TBC ", "should statement by 18 August 2018 ", "Monday 16, ", "Mathew, aged 12, ", "012 ",
      "943 476 5919 ",
      "020 7946 0958 ", "a@b.c ", "a.", "@", "judged to be to be ", "[insert ",
      "Her Majesty’s Inspectorate of ",
      "born on the of ", "12-year-old Mathew ", "9", "TBC\n", "TBC {allow=x}\n\n", "## TBC {allow=x}\n\n",
      "| TBC | a |\n",
    ])
  func `is checked in linear time`(unit: String) async throws {
    let text = String(repeating: unit, count: (256 << 10) / unit.utf8.count)
    let content = try Content {
      Document("letters/a.md", "release: 2024-03-12", text: "\n| a | b |\n|---|---|\n\n" + text)
    }
    let diagnostics = try await content.checked(at: "2024-03-12").documents.flatMap(\.editions)
      .flatMap(\.diagnostics)
    #expect(diagnostics.count < 10_000)
  }
}
