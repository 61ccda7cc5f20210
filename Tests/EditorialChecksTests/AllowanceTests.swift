import TestSupport
import Testing

@Suite struct `An allowance in place` {
  private static let tbc = "this looks like residue of drafting: 'TBC'"

  @Test func `covers its block alone`() async throws {
    try await expectMarked(
      "drafting-residue",
      """
      TBC {allow=drafting-residue}

      - TBC {allow=drafting-residue}
        - TBC

          TBC
      - TBC ⇐ \(Self.tbc)

      TBC ⇐ \(Self.tbc)
      """)
  }

  @Test func `of a heading covers its section with what lies below`() async throws {
    try await expectMarked(
      "drafting-residue",
      """
      ## TBC {allow="weekday drafting-residue"}

      TBC

      ### TBC

      | TBC | a |
      | --- | --- |
      | TBC | b |

      ## TBC ⇐ \(Self.tbc)

      ### One {allow=drafting-residue}

      TBC

      ### Two

      > TBC ⇐ \(Self.tbc)
      """)
  }

  @Test func `anywhere in the text covers the front matter and footnotes`() async throws {
    try await expectMarked(
      "drafting-residue", front: "summary: TBC",
      "Words.[^1]\n\nThe board is called so. {allow=drafting-residue}\n\n[^1]: TBC")
  }

  @Test func `silences the rule that it names, and no other`() async throws {
    try await expectMarked("drafting-residue", "TBC {allow=weekday} ⇐ \(Self.tbc)")
  }

  @Test func `that names no rule is a warning with the name that was meant`() async throws {
    let report = try await Content {
      Document("letters/a.md", "release: 2024-03-12", text: "\nWords. {allow=\"weekday weekdy\"}\n")
    }.check(at: "2024-03-12")
    #expect(
      report == """
        Content/letters/a.md:6: warning: no editorial rule is named 'weekdy' [allow-unknown]
          expected: the name of a rule, such as working-day
          did you mean 'weekday'?

        """)
  }
}
