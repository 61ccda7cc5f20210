import Diagnostics
import Model
import Testing

@Suite struct `The text of an edition` {
  /// The report on a text in an archive where `letters/leeds-2024` is public and `plan.pdf` is there.
  private func report(on edition: Edition) throws -> String {
    let known = "letters/leeds-2024"
    let text = try EditionText(edition, settings: settings)
    let found = text.diagnostics(
      isPublic: { reference in
        if case .document(let id, _) = reference {
          id.description == known
        } else {
          reference == .page("/themes/neglect/")
        }
      }, suggestions: [known],
      attachment: { name in
        ["plan.pdf", "map.png"].contains(name)
          ? AttachmentType(name: name).map { Attachment(name: name, .memory([]), type: $0) } : nil
      })
    return String(decoding: DiagnosticFormat.text.report(found), as: UTF8.self)
  }

  @Test(arguments: [
    "[x](letters/leeds-2024)", "[x](/letters/leeds-2024/#part)", "[x](plan.pdf)", "[x](/themes/neglect/)",
    "[x](https://www.gov.uk/)", "## Part\n\n[x](#part)", "[x](mailto:a@example.org)", "[top](#)",
    "![A map](map.png)",
  ])
  func `may link to what is there`(text: String) throws {
    #expect(try report(on: edition(text)) == "")
  }

  @Test(arguments: ["plan.pdf", "https://evil.example/x.png", "letters/leeds-2024", "/themes/neglect/"])
  func `may show no image but a picture beside it`(destination: String) throws {
    #expect(
      try report(on: edition("![A map](\(destination))\n")) == """
        a.md:5: error: the image '\(destination)' is no picture beside the edition [image]
          expected: a PNG, JPEG or WebP file in the folder of the document

        """)
  }

  @Test(
    arguments: [
      ("letters/leeds-2042", "letters/leeds-2024"), ("letters/leeds-2025#part", "letters/leeds-2024"),
      ("guidance/x", nil), ("/about/", nil), ("https://findings.example.org/letters/secret/", nil),
    ] as [(String, String?)])
  func `is warned of a document that is not public, and told of public ones only`(
    destination: String, suggestion: String?
  ) throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try report(on: edition("Words.\n\n[x](\(destination))\n")) == """
        a.md:7: warning: '\(destination)' is no public document [document-not-public]
          expected: the id of a document; until it is public, its name shows without a link
        \(hint)
        """)
  }

  @Test func `is warned of a document that its front matter names`() throws {
    var facts = FollowUpFacts()
    facts.follows = DocumentID("letters/leeds-2042")
    let edition = edition("Words.") {
      $0.facts = .followUp(facts)
      $0.translationOf = DocumentID("letters/x")
    }
    #expect(
      try report(on: edition) == """
        a.md: warning: 'follows: letters/leeds-2042' is no public document [document-not-public]
          expected: the id of a document; until it is public, its name shows without a link
          did you mean 'letters/leeds-2024'?
        a.md: warning: 'translation-of: letters/x' is no public document [document-not-public]
          expected: the id of a document; until it is public, its name shows without a link

        """)
  }

  @Test func `needs the attachments that it links to`() throws {
    #expect(
      try report(on: edition("[x](plan.pdf) and\n[y](plam.pdf)")) == """
        a.md:6: error: there is no file 'plam.pdf' beside the edition [missing-attachment]
          expected: the name of a file in the folder of the document

        """)
  }

  @Test func `is warned of a part that it does not have`() throws {
    #expect(
      try report(on: edition("## Strengths\n\n[x](#strenghts)")) == """
        a.md:7: warning: nothing in this text has the id 'strenghts' [dangling-fragment]
          did you mean 'strengths'?

        """)
  }

  @Test func `cannot link to nowhere`() throws {
    #expect(
      try report(on: edition("[x](../secrets)")) == """
        a.md:5: error: the link '../secrets' leads nowhere [dangling-link]
          expected: a document such as letters/leeds-2024, an attachment, or an https address

        """)
  }

  @Test func `names its attachments once each, and the parts of documents that it links to`() throws {
    let text = try EditionText(
      edition("[a](plan.pdf) [b](map.png#x) [c](plan.pdf)\n\n[d](letters/b#finding-1)"), settings: settings)
    #expect(text.attachmentNames == ["plan.pdf", "map.png"])
    #expect(text.fragments.map(\.fragment) == ["finding-1"])
    #expect(text.fragments.map(\.document.description) == ["letters/b"])
    #expect(text.fragments.map(\.place.line) == [7])
  }

  @Test(
    arguments: [
      (["finding-1"], nil), (["finding-2"], "finding-2"), ([], nil),
    ] as [([String], String?)])
  func `is warned of a part that another document does not have`(anchors: [String], suggestion: String?)
    throws
  {
    let document = DocumentID(.letters, "b")
    let fragment = DocumentFragment(
      document: document, fragment: "finding-1", place: Place(file: "a.md", line: 5))
    let warning = fragment.warning(anchors: [document: Set(anchors)])
    #expect((warning == nil) == anchors.contains("finding-1"))
    #expect(warning?.suggestion == suggestion)
    #expect(fragment.warning(anchors: [:]) == nil)
  }

  @Test func `cannot be read where the file changed since`() throws {
    let body = Body(
      .file(path: #filePath), digest: Digest(of: []), start: 0, file: "Content/letters/a.md", firstLine: 1)
    let changed = edition("") { $0.body = body }
    let error = #expect(throws: BodyChanged.self) { _ = try EditionText(changed, settings: settings) }
    #expect(
      error?.description == "Content/letters/a.md changed while it was read; run the command again")
  }
}
