import Diagnostics
import Markdown
import Model
import Testing

@Suite struct `The anchors of findings over editions` {
  private func findings(_ items: [String]) throws -> [Finding] {
    let edition = edition("## Strengths\n\n" + items.map { "- \($0)\n" }.joined())
    let text = try EditionText(edition, settings: settings)
    return FindingReading(Lists()).findings(of: edition, blocks: text.markdown.blocks(), criteria: [])
      .findings
  }

  private func shifts(_ editions: [String]...) throws -> [String] {
    let all = try editions.map(findings)
    let earlier = all.dropLast().enumerated().map { (edition: $0 + 1, findings: $1) }
    return FindingShift.diagnostics(all[all.count - 1], after: earlier, file: "a.md").map {
      "\($0.message.text); \($0.expected?.text ?? "")"
    }
  }

  private let one = "Officers reach children in danger quickly"
  private let two = "Schools know whom to call"
  private let three = "Leaders hear what children say"

  @Test func `keep their meaning where nothing or only words change`() throws {
    #expect(try shifts([one, two], [one, two, three]) == [])
    #expect(try shifts([one, two], ["Officers reach all children in danger quickly", two]) == [])
    #expect(try shifts([one], [two, one]).count == 2)
    #expect(try shifts([one], [two + " {#new}", one + " {#finding-1}"]) == [])
  }

  @Test func `are reported where a finding moves, with the attribute that keeps its anchor`() throws {
    #expect(
      try shifts([one, two], [three, one, two]) == [
        "#finding-1 was another finding in edition 1; an anchor that was never used, by '{#finding-4}' at its end",
        "this finding is #finding-2 now, and was #finding-1 in edition 1; the anchor that it had, by '{#finding-1}' at its end",
        "this finding is #finding-3 now, and was #finding-2 in edition 1; the anchor that it had, by '{#finding-2}' at its end",
      ])
    #expect(
      try shifts([one, two], [three + " {#finding-4}", one + " {#finding-1}", two + " {#finding-2}"]) == [])
  }

  @Test func `are reported where one finding takes the place of another`() throws {
    #expect(
      try shifts([one, two], [one, three]) == [
        "#finding-2 was another finding in edition 1; an anchor that was never used, by '{#finding-3}' at its end"
      ])
  }

  @Test func `are not used again, however many editions lie between`() throws {
    #expect(try shifts([one, two], [one], [one, three]).count == 1)
    #expect(try shifts([one, two], [one], [one, two]) == [])
  }

  @Test func `may be those of equal findings in any order`() throws {
    #expect(try shifts([one, one], [one, one]) == [])
  }
}
