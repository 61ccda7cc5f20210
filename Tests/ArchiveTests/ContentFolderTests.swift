import Archive
import FileSystem
import Model
import TestSupport
import Testing

@Suite struct `The folder of the content` {
  private static let collections =
    "letters, overviews, guidance, follow-ups, announcements, consultations, pages"
  private static let lists =
    "archive.yml, inspectorates.yml, programmes.yml, themes.yml, areas.yml, agencies.yml, glossary.yml, "
    + "recipients.yml, bank-holidays.json"

  private func problems(@ContentBuilder _ files: () -> [File]) async throws -> String {
    try await Content(files).problems()
  }

  @Test func `may hold what belongs to it`() async throws {
    #expect(
      try await problems {
        File("README.md", "For the people who keep it.")
        File("LICENSE")
        File(".git/config")
        File("sealed/0a1b.age")
        File(
          "recipients.yml",
          "- {id: director, name: A Director, key: age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm}"
        )
        File("glossary.yml", "- {term: CIN, expansion: Child in need}")
        Document("letters/2024/spring/a.md")
        Document("letters/2024/b/edition-1.md")
        File("letters/2024/b/plan.pdf")
        File("letters/2024/b/.DS_Store")
      } == "")
  }

  @Test(
    arguments: [
      ("theme.yml", "theme.yml", lists, "themes.yml"), ("notes.txt", "notes.txt", lists, nil),
      ("leters/a.md", "leters", collections, "letters"), ("images/a.png", "images", collections, "pages"),
    ] as [(String, String, String, String?)])
  func `holds nothing else`(path: String, shown: String, known: String, suggestion: String?) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems { File(path) } == """
        Content/\(shown): error: this is no part of the content [unexpected-file]
          expected: one of \(known)
        \(hint)
        """)
  }

  @Test(arguments: [
    ("letters/a.txt", "warning: this is no document [unexpected-file]\n  expected: files ending in .md"),
    ("letters/a.markdown", "warning: this is no document [unexpected-file]\n  expected: files ending in .md"),
    (
      "letters/x/plan.pdf",
      "warning: this file belongs to no document [unexpected-file]\n"
        + "  expected: attachments beside edition-1.md in the folder of their document"
    ),
  ])
  func `warns of a file that is read by nobody`(path: String, words: String) async throws {
    #expect(try await problems { File(path) } == "Content/\(path): \(words)\n")
  }

  @Test(arguments: [
    (
      "edition-02.md", "unexpected-file", "this is no edition", "a file named edition-1.md, edition-2.md, …"
    ),
    (
      "notes.md", "unexpected-file", "this is no part of the document",
      "edition-1.md, edition-2.md, … and attachments"
    ),
    (
      "more/plan.pdf", "unexpected-file", "this is no part of the document",
      "edition-1.md, edition-2.md, … and attachments"
    ),
    (
      "page.html", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "image.svg", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "app.js", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "index.html", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "index.json", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "editions", "attachment-type", "a file of this type cannot be published",
      "PDF, CSV, ODS, XLSX, DOCX, ODT, TXT, PNG, JPEG or WebP"
    ),
    (
      "action plan.pdf", "attachment-name", "the name cannot stand in an address",
      "letters, digits, hyphens, underscores and dots"
    ),
    (
      "plán.pdf", "attachment-name", "the name cannot stand in an address",
      "letters, digits, hyphens, underscores and dots"
    ),
    (
      "a?b.pdf", "attachment-name", "the name cannot stand in an address",
      "letters, digits, hyphens, underscores and dots"
    ),
  ])
  func `refuses attachments that cannot be published`(
    name: String, rule: String, message: String, expected: String
  ) async throws {
    let shown = name.prefix { $0 != "/" }
    #expect(
      try await problems {
        Document("letters/a/edition-1.md")
        File("letters/a/\(name)")
      } == """
        Content/letters/a/\(shown): \(name.hasPrefix("edition-") ? "error" : "warning"): \(message) [\(rule)]
          expected: \(expected)

        """)
  }

  @Test(arguments: [
    "../../../secret.pdf", "../b/plan.pdf", "/etc/passwd", "missing.pdf", "..", "loop.pdf", "edition-2.md",
    "edition-1.md", "/dev/zero",
  ])
  func `refuses an attachment that is a link to no attachment beside it`(target: String) async throws {
    let content = try Content {
      Document("letters/a/edition-1.md")
      Document("letters/a/edition-2.md")
      Document("letters/b/edition-1.md")
      File("letters/b/plan.pdf")
      File("letters/a/loop.pdf", linkTo: target)
    }
    try content.folder.write("secret", to: "secret.pdf")
    #expect(
      try await content.problems() == """
        Content/letters/a/loop.pdf: error: this leads to no attachment in the folder of the document \
        [symbolic-link]
          expected: a file, or a symbolic link to another attachment of the document

        """)
    #expect(try await content.archive().documents.first?.attachments.isEmpty == true)
  }

  @Test func `may have an attachment that is a link to another`() async throws {
    let content = try Content {
      Document("letters/a/edition-1.md")
      File("letters/a/plan.pdf", "%PDF")
      File("letters/a/old-plan.pdf", linkTo: "plan.pdf")
    }
    #expect(try await content.problems() == "")
    let attachments = try await content.archive().documents.first?.attachments ?? []
    #expect(attachments.map(\.name) == ["old-plan.pdf", "plan.pdf"])
    #expect(try attachments.map { try $0.read() } == [Array("%PDF".utf8), Array("%PDF".utf8)])
  }

  @Test(arguments: ["letters/b.md", "letters/b", "letters/x/b.md"])
  func `has no links among its documents`(path: String) async throws {
    #expect(
      try await problems { File(path, linkTo: "/etc") } == """
        Content/\(path): error: this is a symbolic link [symbolic-link]
          expected: the file itself; only an attachment may be a link, to a file in its own folder

        """)
  }

  @Test func `has folders for order that lie in each other up to seven deep`() async throws {
    #expect(try await problems { Document("letters/1/2/3/4/5/6/7/a.md") } == "")
    #expect(
      try await problems { Document("letters/1/2/3/4/5/6/7/8/a.md") }
        == "Content/letters/1/2/3/4/5/6/7/8: error: the folders lie too deep in each other [nesting-too-deep]\n"
    )
  }

  @Test func `must be there`() async throws {
    let folder = try TemporaryFolder()
    let error = await #expect(throws: NoContent.self) {
      _ = try await Archive.load(from: folder.path, jobs: 1)
    }
    #expect(
      error?.description
        == "\(folder.path) holds no archive.yml; give the folder of the content with --content")
  }
}
