import Diagnostics
import Embargo
import Markdown
import Model
import TestSupport
import Testing

@Suite struct `The level of a rule` {
  private func content(_ settings: String) throws -> Content {
    try Content {
      Settings(settings)
      Document("letters/a.md", "release: 2024-03-12", text: "\nThe date is TBC.\n")
      Document("letters/b.md", "release: 2024-06-12", text: "\nThe date is TBC.\n")
    }
  }

  @Test func `is a warning where archive.yml says nothing`() async throws {
    let report = try await content("").check(at: "2024-04-01")
    #expect(
      report == """
        Content/letters/a.md:6: warning: this looks like residue of drafting: 'TBC.' [drafting-residue]
          expected: the final text
        Content/letters/b.md:6: warning: this looks like residue of drafting: '…' [drafting-residue]
          expected: the final text

        """)
  }

  @Test func `off finds nothing`() async throws {
    #expect(try await content("checks: {drafting-residue: off}").check(at: "2024-04-01").isEmpty)
  }

  @Test func `error keeps the edition from being published`() async throws {
    let content = try content("checks: {drafting-residue: error}")
    let checked = try await content.checked(at: "2024-04-01")
    #expect(checked.states(at: "2024-07-01").map(\.state) == [.invalid, .invalid])
    #expect(try await content.check(at: "2024-04-01").contains("letters/a.md:6: error: "))
  }

  @Test func `error is asked again of the public text, with nothing that only warns`() async throws {
    let content = try content("checks: {drafting-residue: error}")
    try content.write(
      Document("letters/c.md", "release: 2024-03-12", text: "\nOn Monday 17 May 2016. {allow=x}\n"))
    let published = try await content.published(at: "2024-04-01")
    let errors = try published.documents.flatMap { document in
      let text = try EditionText(document.current.edition, settings: published.settings)
      return published.editorialErrors(
        in: text, blocks: text.markdown.blocks(), of: document.current,
        attachment: document.attachment(linkedAs:))
    }
    #expect(errors.map(\.rule) == ["drafting-residue"])
    #expect(errors.allSatisfy { $0.severity == .error })
  }
}
