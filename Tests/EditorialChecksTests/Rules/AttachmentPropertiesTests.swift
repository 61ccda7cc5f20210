import Foundation
import TestSupport
import Testing

@Suite struct `The rule attachment-properties` {
  private static let author = "names its author in its properties"
  private static let editor = "names in its properties who saved or printed it last"
  private static let changes = "holds tracked changes"
  private static let comments = "holds comments"

  /// What is found in a file beside a letter that links to it, without the name of the file.
  private func findings(_ name: String, _ bytes: [UInt8]) async throws -> [String] {
    let document = MarkedDocument("letters/a/edition-1.md", text: "See [it](\(name)).")
    return try await document.slips(
      of: "attachment-properties", files: [File("letters/a/" + name, bytes: bytes)]
    ).map { $0.split(separator: "6: '\(name)' ").joined() }
  }

  private func findings(_ name: String, _ parts: [(name: String, text: String)]) async throws -> [String] {
    try await findings(name, StoredZip.archive(parts))
  }

  /// The same parts deflated, as programs write them.
  private static let deflated =
    "UEsDBBQAAAAIAAAAIVjy3YZUTwAAAHcAAAARAAAAZG9jUHJvcHMvY29yZS54bWyzSS6wSs4vSg0oyi9ILSrJTC22s0lJtkouSk0syS+"
    + "y80rMS1UIzs0sybDRRxK2AerKSSwu8c1PyUzLTE1xqrTzTysuSU2x0ceUAYuh2QEAUEsDBBQAAAAIAAAAIVj9+RdqOQAAAE8AAAARAAAA"
    + "d29yZC9kb2N1bWVudC54bWyzKbdKyU8uzU3NK7GzKbcqABGZecUK5VaJpSUZ+UW2Sl6JealKIOESuwobfRAFIoFqwHQBmIQbAQBQSwECF"
    + "AMUAAAACAAAACFY8t2GVE8AAAB3AAAAEQAAAAAAAAAAAAAAgAEAAAAAZG9jUHJvcHMvY29yZS54bWxQSwECFAMUAAAACAAAACFY/fkXaj"
    + "kAAABPAAAAEQAAAAAAAAAAAAAAgAF+AAAAd29yZC9kb2N1bWVudC54bWxQSwUGAAAAAAIAAgB+AAAA5gAAAAAA"

  @Test func `finds names and tracked changes in text documents`() async throws {
    let bytes = [UInt8](try #require(Data(base64Encoded: Self.deflated)))
    #expect(try await findings("plan.docx", bytes) == [Self.changes, Self.author])
    #expect(
      try await findings(
        "plan.docx",
        [
          ("docProps/core.xml", "<x><cp:lastModifiedBy>Jane &amp; Co</cp:lastModifiedBy><dc:creator/></x>"),
          ("word/comments.xml", "<w:comments><w:comment w:author=\"Jane\"/></w:comments>"),
        ]) == [Self.comments, Self.editor])
    #expect(
      try await findings(
        "plan.odt",
        [
          ("meta.xml", "<m><meta:initial-creator>Jane</meta:initial-creator></m>"),
          (
            "content.xml",
            "<c><text:tracked-changes><text:changed-region xml:id=\"a\"/></text:tracked-changes></c>"
          ),
        ]) == [Self.changes, Self.author])
  }

  @Test func `finds names and tracked changes in spreadsheets`() async throws {
    #expect(
      try await findings(
        "plan.xlsx",
        [("docProps/app.xml", "<Manager>Jane</Manager>"), ("xl/revisions/revisionHeaders.xml", "<headers/>")])
        == [Self.changes, Self.author])
    #expect(
      try await findings(
        "plan.ods",
        [
          ("meta.xml", "<dc:creator>Jane</dc:creator>"),
          ("content.xml", "<table:tracked-changes><table:insertion table:id=\"1\"/></table:tracked-changes>"),
        ]) == [Self.changes, Self.editor])
  }

  @Test func `leaves documents alone that name nobody, or an inspectorate`() async throws {
    #expect(
      try await findings(
        "plan.docx",
        [
          (
            "docProps/core.xml",
            "<dc:creator> Care  Quality Commission </dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
          ),
          ("word/document.xml", "<w:instrText>w:ins </w:instrText>"), ("word/comments.xml", "<w:comments/>"),
        ]) == [])
    #expect(
      try await findings(
        "plan.odt",
        [("meta.xml", "<m/>"), ("content.xml", "<text:tracked-changes text:track-changes=\"false\"/>")]) == []
    )
  }

  @Test(arguments: [
    "/Author (Jane Smith)", "/Author(J\\(ane)", "/Author <4A616E65>", "/Author\n<FEFF004A>", "/Author 12 0 R",
    "<dc:creator><rdf:Seq><rdf:li>Jane</rdf:li></rdf:Seq></dc:creator>",
  ])
  func `finds the author of a PDF`(text: String) async throws {
    #expect(try await findings("plan.pdf", Array("%PDF-1.7\n1 0 obj << \(text) >>".utf8)) == [Self.author])
  }

  @Test(arguments: [
    "/Author ()", "/Author <>", "/Author (Ofsted)", "/Author <FEFF>", "/Authors (Jane)", "/Title (Jane)",
    "<dc:creator><rdf:Seq><rdf:li>Ofsted</rdf:li></rdf:Seq></dc:creator>", "/Author", "/Author (",
  ])
  func `leaves a PDF without one alone`(text: String) async throws {
    #expect(try await findings("plan.pdf", Array("%PDF-1.7\n\(text)".utf8)) == [])
  }

  @Test func `says that it could not look`() async throws {
    #expect(
      try await findings("plan.docx", Array("no archive".utf8))
        == ["6: the properties of 'plan.docx' cannot be read"])
    #expect(try await findings("plan.csv", Array("Author,Jane".utf8)) == [])
  }

  @Test func `looks at files that the text links to alone, each at its first link`() async throws {
    let pdf = Array("/Author (Jane)".utf8)
    try await expectMarked(
      "attachment-properties", in: "letters/a/edition-1.md",
      """
      See the first
      [plan](plan.pdf) and ⇐ 'plan.pdf' names its author in its properties
      [again](plan.pdf).

      See [others](other.pdf). {allow=attachment-properties}
      """,
      files: ["plan.pdf", "other.pdf", "third.pdf"].map { File("letters/a/" + $0, bytes: pdf) })
  }
}
