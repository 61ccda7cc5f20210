import Diagnostics
import Markdown
import Model
import Testing

@Suite struct `The questions of a consultation` {
  private func edition(_ text: String, language: String = "en-GB") -> Edition {
    ModelTests.edition(text) { draft in
      draft.document = "consultations/a"
      draft.facts = .consultation(ConsultationFacts())
      draft.language = language
    }
  }

  private func problems(_ text: String, language: String = "en-GB") throws -> [String] {
    let edition = edition(text, language: language)
    let blocks = try EditionText(edition, settings: settings).markdown.blocks()
    return ConsultationQuestion.diagnostics(of: edition, blocks: blocks).map { diagnostic in
      #expect(diagnostic.severity == .warning)
      return "\(diagnostic.place.line ?? 0): \(diagnostic.message.text) [\(diagnostic.rule)]"
    }
  }

  @Test func `are told where they ask nothing, the same again, or leave no choice`() throws {
    #expect(
      try problems(
        """
        ## Question:

        - Yes

        ## Question: Should there be more?

        - Yes

        ## Question 2: should there be more

        - No

        ## Question: why?

        Say.

        ## Other: why?
        """) == [
          "5: this heading asks nothing, and counts as no question [question-empty]",
          "13: the same is asked on line 9 [question-duplicate]",
          "17: this question has no options [question-options]",
        ])
  }

  @Test func `may leave the answer open where the author says so`() throws {
    #expect(try problems("## Question: why? {allow=question-options}\n\nSay.\n").isEmpty)
    #expect(try problems("## Question: why?\n\nSay. {allow=question-options}\n").isEmpty)
    #expect(try problems("## Question: why?\n\n1. This\n2. That\n").isEmpty)
  }

  @Test func `begin with the word of their language`() throws {
    #expect(try problems("## Cwestiwn:\n\n- Dylid\n", language: "cy").count == 1)
    #expect(try problems("## Cwestiwn:\n\n- Dylid\n").isEmpty)
  }

  @Test func `are asked in consultations alone`() throws {
    let letter = ModelTests.edition("## Question:\n")
    let blocks = try EditionText(letter, settings: settings).markdown.blocks()
    #expect(ConsultationQuestion.diagnostics(of: letter, blocks: blocks).isEmpty)
    #expect(ConsultationQuestion.all(of: letter, in: blocks).isEmpty)
  }
}
