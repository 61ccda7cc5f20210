import Archive
import Diagnostics
import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `An edition with errors` {
  @Test(
    arguments: [
      // Due: it stops the build.
      (["release: 2024-03-12\nthemes: [x]"], "2024-03-12", [1]),
      (["release: 2024-03-12\nthemes: [x]\nwithdrawn: {at: 2024-03-13, reason: x}"], "2024-04-01", [1]),
      (["release: 2024-03-12", "release: 2024-04-12\nthemes: [x]"], "2024-04-12", [2]),
      (["release: 2024-03-12\nthemes: [x]", "release: 2024-04-12"], "2024-05-01", [1]),
      (["release: 2024-03-12\nthemes: [x]", "release: 2024-04-12\nfoo: x"], "2024-05-01", [1, 2]),
      (["release: 2024-04-12", "release: 2024-03-12"], "2024-05-01", [2]),
      // Nobody can say that it is not due.
      (["release: soon"], "2024-03-12", [1]),
      (["release: 2024-03-31 01:30"], "2024-01-01", [1]),
      (["release:"], "2024-03-12", [1]),
      (["release: soon\nhold: {reason: x}"], "2024-03-12", [1]),
      (["foo: &x [1\n"], "2024-03-12", [1]),
      // Not due: it is only reported.
      (["release: 2024-03-12\nthemes: [x]"], "2024-03-11", []),
      (["release: 2024-03-12", "release: 2024-04-12\nthemes: [x]"], "2024-04-11", []),
      (["release: 2024-03-12\nthemes: [x]\nhold: {reason: x}"], "2024-03-12", []),
      (["themes: [x]"], "2024-03-12", []),
      (["release: 2024-03-12\nhold: {reason: x}", "release: 2024-03-13\nthemes: [x]"], "2024-03-14", []),
      // Removed: there is no text to be wrong.
      (["release: 2024-03-12\nthemes: [x]\nremoved: {at: 2024-03-13, reason: x}"], "2024-03-14", []),
      (["release: soon\nremoved: {at: 2024-03-13, reason: x}"], "2024-03-14", []),
      // Without errors.
      (["release: 2024-03-12"], "2024-03-12", []),
    ] as [([String], Instant, [Int])])
  func `stops the build when it is due, and not before`(
    editions: [String], instant: Instant, broken: [Int]
  ) async throws {
    let archive = try await letter(editions).archive()
    #expect(archive.brokenDueEditions(at: instant).map(\.id.number) == broken)
  }

  @Test func `keeps none of the others back`() async throws {
    let archive = try await Content {
      Document("letters/a.md", "release: 2024-04-12\nthemes: [x]")
      Document("letters/b.md", "release: 2024-03-12")
    }.archive()
    #expect(archive.brokenDueEditions(at: "2024-03-12").isEmpty)
    #expect(archive.published(at: "2024-03-12").documents.map(\.id.slug) == ["b"])
  }

  @Test(arguments: [
    "hold: {reason: x}", "hold: {reason: x, cleared: {by: A, at: 2024-03-13}}", "inspectorates: [cqc]",
    "inspectorates: []", "agreed: [{inspectorate: cqc, at: 2023-01-01, digest: stale}]\ninspectorates: [cqc]",
    "dated: 2023-01-01",
  ])
  func `cannot take the address of what is public, though it has an older release`(
    reason: String
  ) async throws {
    let agreement = "agreement: {collections: [letters], from: 2023-01-01}"
    let moratorium = "moratoria: [{from: 2023-01-01, to: 2023-01-02, reason: x}]"
    let archive = try await Content {
      Settings(reason.hasPrefix("dated") ? moratorium : reason.hasPrefix("hold") ? "" : agreement)
      Document("letters/1/a.md", "release: 2023-01-02\n" + reason)
      Document("letters/2/a.md", "release: 2022-01-02\nhold: {reason: x, cleared: {by: A, at: 2024-03-12}}")
    }.archive()
    #expect(archive.brokenDueEditions(at: "2024-03-12").isEmpty)
    #expect(archive.published(at: "2024-03-12").documents.count == 1)
    let shown = try #require(archive.published(at: "2024-03-12").documents.first)
    #expect(shown.current.edition.body.file.hasSuffix("letters/2/a.md"))
  }
}

@Suite struct `A check` {
  @Test func `quotes what is public, and nothing of the rest`() async throws {
    let content = try Content {
      Document("letters/a.md", "release: 2024-03-12\nreference: a\u{200B}b", text: "[x](letters/missing)\n")
      Document(
        "letters/b.md", "release: 2024-04-12\nthemes: [secretive]\nsecret-key: y",
        text: "[x](letters/secret)\n")
    }
    #expect(
      try await content.check(at: "2024-03-12") == """
        Content/letters/a.md:3: warning: 'reference' holds the invisible character U+200B [invisible-character]
          expected: visible characters only
        Content/letters/a.md:6: warning: 'letters/missing' is no public document [document-not-public]
          expected: the id of a document; until it is public, its name shows without a link
        Content/letters/b.md:3: error: '…' is not in themes.yml [unknown-id]
          expected: an id of themes.yml
        Content/letters/b.md:4: error: unknown key '…' [unknown-key]
          expected: one of addressees, agreed, applies-to, area, change, dated, fieldwork, guidance, hold, \
        inspectorates, language, milestones, minor, moratorium-exempt, principal-authority, programme, \
        redirect-from, reference, release, removed, signatories, source, statement, summary, themes, title, \
        translation-of, withdrawn, wording
        Content/letters/b.md:7: warning: '…' is no public document [document-not-public]
          expected: the id of a document; until it is public, its name shows without a link

        """)
  }

  @Test(
    arguments: [("2024-03-12", "letters/leeds-2023"), ("2024-05-10", "letters/leeds-2024")]
      as [(Instant, String)])
  func `suggests public documents only`(instant: Instant, suggestion: String) async throws {
    let content = try Content {
      Document("letters/leeds-2023.md", "release: 2024-01-01")
      Document("letters/leeds-2024.md", "release: 2024-05-10")
      Document("pages/a.md", "release: 2024-01-01", text: "[x](letters/leeds-20245)\n")
    }
    #expect(try await content.check(at: instant).hasSuffix("did you mean '\(suggestion)'?\n"))
  }

  @Test func `finds links to parts that the other document does not have`() async throws {
    let content = try Content {
      Document("letters/a.md", "release: 2024-01-01", text: "## Strengths\n\n- One\n")
      Document(
        "letters/b.md", "release: 2024-01-01", text: "[x](letters/a#strengths) [y](letters/a#strenghts)\n")
    }
    #expect(
      try await content.check(at: "2024-03-12") == """
        Content/letters/b.md:5: warning: 'letters/a' has no part 'strenghts' [dangling-fragment]
          expected: the id of a heading or paragraph there
          did you mean 'strengths'?

        """)
  }

  @Test func `makes an edition invalid whose text is wrong`() async throws {
    let content = try Content { Document("letters/a.md", "release: 2024-01-01", text: "<script>\n") }
    #expect(try await content.archive().states(at: "2024-03-12").map(\.state) == [.published])
    #expect(try await content.checked(at: "2024-03-12").states(at: "2024-03-12").map(\.state) == [.invalid])
    #expect(try await content.checked(at: "2024-03-12").brokenDueEditions(at: "2024-03-12").count == 1)
  }
}

@Suite struct `What a later edition brings` {
  private func content(_ second: String) throws -> Content {
    try Content {
      Document("letters/a/edition-1.md", "release: 2024-03-12", text: "[plan](plan.pdf)")
      Document("letters/a/edition-2.md", second, text: "[Plan](Plan.pdf)")
      File("letters/a/plan.pdf")
      File("letters/a/Plan.pdf")
    }
  }

  @Test func `cannot break the earlier one by a file that differs by letter case`() async throws {
    let content = try content("release: 2030-01-01")
    let report = try await content.check(at: "2024-04-01")
    #expect(report.contains("Content/letters/a/edition-2.md: error: the attachment '…' differs"))
    #expect(!report.contains("edition-1.md"))
    #expect(try await content.archive().brokenDueEditions(at: "2024-04-01").isEmpty)
  }

  @Test func `removes the text even where the removal is not well written`() async throws {
    let published = try await content("removed: {at: 2024-04-01, reson: court order}").published(
      at: "2024-05-01")
    #expect(published.documents.isEmpty)
    #expect(published.removals.map(\.id.description) == ["letters/a"])
    #expect(published.removals.first?.notice == nil)
  }
}
