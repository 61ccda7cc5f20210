import Markdown
import Model
import PublishingCalendar
import Testing

@Suite struct `A link` {
  private static let settings = ArchiveSettings(
    title: "Findings", address: "https://findings.example.org", zone: .utc, releaseTime: .midnight,
    language: "en-GB", licence: nil, hasSQLite: false)

  private func reference(_ destination: String) -> Reference {
    Reference(destination, settings: Self.settings)
  }

  @Test(
    arguments: [
      ("letters/leeds-2024", "letters/leeds-2024", nil),
      ("letters/leeds-2024/", "letters/leeds-2024", nil),
      ("/letters/leeds-2024/", "letters/leeds-2024", nil),
      ("./letters/leeds-2024", "letters/leeds-2024", nil),
      ("letters//leeds-2024", "letters/leeds-2024", nil),
      ("guidance/jtai-2022#paragraph-17", "guidance/jtai-2022", "paragraph-17"),
      ("/guidance/jtai-2022/#paragraph-17", "guidance/jtai-2022", "paragraph-17"),
      ("/letters/leeds-2024/?print=1#x", "letters/leeds-2024", "x"),
      ("/Letters/Leeds-2024/", "letters/leeds-2024", nil),
      ("/letters/%6ceeds-2024/index.html", "letters/leeds-2024", nil),
      ("http://findings.example.org:80/letters/leeds-2024/", "letters/leeds-2024", nil),
      ("https://staff@findings.example.org./letters/leeds-2024/", "letters/leeds-2024", nil),
      ("https://findings.example.org/letters/leeds-2024/", "letters/leeds-2024", nil),
      ("https://findings.example.org/letters/leeds-2024/#finding-3", "letters/leeds-2024", "finding-3"),
      ("HTTPS://Findings.Example.ORG/letters/leeds-2024/", "letters/leeds-2024", nil),
      ("/about/", "pages/about", nil),
      ("/about", "pages/about", nil),
      ("pages/about", "pages/about", nil),
      ("https://findings.example.org/about/", "pages/about", nil),
    ] as [(String, String, String?)])
  func `names a document by its id, its address or its whole address`(
    destination: String, id: String, fragment: String?
  ) throws {
    #expect(reference(destination) == .document(try #require(DocumentID(id)), fragment: fragment))
  }

  @Test(arguments: [
    ("/letters/leeds-2024/editions/2/", "letters/leeds-2024", 2),
    ("https://findings.example.org/about/editions/1/", "pages/about", 1),
  ])
  func `names an edition by its address`(destination: String, id: String, number: Int) throws {
    let document = try #require(DocumentID(id))
    #expect(reference(destination) == .edition(EditionID(document, number), fragment: nil))
  }

  @Test(arguments: [
    ("/letters/leeds/Plan.pdf", "Plan.pdf", "letters/leeds"),
    ("/Letters/leeds/index.json", "index.json", "letters/leeds"),
    ("/about/plan.pdf", "plan.pdf", "pages/about"),
    ("/letters/leeds/editions/", "editions", "letters/leeds"),
  ])
  func `names a file beside a document`(destination: String, name: String, id: String) throws {
    #expect(reference(destination) == .file(name, of: try #require(DocumentID(id))))
  }

  @Test(
    arguments: [
      ("plan.pdf", "plan.pdf", nil), ("./plan.pdf", "plan.pdf", nil),
      ("plan.pdf#page=2", "plan.pdf", "page=2"),
      ("action%20plan.pdf", "action plan.pdf", nil), ("pl%C3%A9n.csv", "plén.csv", nil),
      ("letters.pdf", "letters.pdf", nil),
    ] as [(String, String, String?)])
  func `names an attachment by its name`(destination: String, name: String, fragment: String?) {
    #expect(reference(destination) == .attachment(name: name, fragment: fragment))
  }

  @Test(arguments: [("#finding-3", "finding-3"), ("#", ""), ("https://findings.example.org#a", "a")])
  func `names a place in the text`(destination: String, id: String) {
    #expect(reference(destination) == .fragment(id))
  }

  @Test(arguments: [
    ("/", "/"), ("/themes/neglect/", "/themes/neglect/"), ("/letters/", "/letters/"),
    ("/letters/2024/", "/letters/2024/"), ("/letters/page/2/", "/letters/page/2/"), ("/search/", "/search/"),
    ("https://findings.example.org", "/"),
    ("https://findings.example.org/", "/"), ("/feed.xml", "/feed.xml"),
    ("https://findings.example.org/themes/", "/themes/"), ("/areas/", "/areas/"),
  ])
  func `names a page that is generated`(destination: String, path: String) {
    #expect(reference(destination) == .page(path))
  }

  @Test(arguments: [
    "https://www.gov.uk/", "http://www.gov.uk", "mailto:a@example.org", "tel:+441234", "//www.gov.uk/",
    "https://findings.example.org.evil.example/letters/leeds/", "https://findings.example.organisation/",
    "https://other.example.org/letters/leeds-2024/", "javascript:alert(1)",
  ])
  func `leads elsewhere`(destination: String) {
    #expect(reference(destination) == .elsewhere)
  }

  @Test(arguments: [
    "", "leeds-2024", "../letters/leeds-2024", "letters/../letters/leeds", "/letters/../../etc/passwd",
    "letters", "letters/Leeds", "letters/leeds/plan.pdf", "folder/plan.pdf", "..", ".", "plan",
    "letters/2024",
    "plan%ZZ.pdf", "plan%.pdf", "pl%FFn.pdf", "?x=1",
  ])
  func `leads nowhere`(destination: String) {
    #expect(reference(destination) == .unknown(destination))
  }

  @Test(
    arguments: [
      ("letters/leeds-2024#x", "/letters/leeds-2024/#x", .plainText),
      ("/letters/leeds-2024/", "/letters/leeds-2024/", .plainText),
      ("/letters/leeds-2024/editions/2/", "/letters/leeds-2024/editions/2/", .plainText),
      ("/letters/leeds-2024/plan.pdf", nil, .plainText),
      ("/letters/a/Plan.pdf", "/letters/a/Plan.pdf", .address("/letters/a/Plan.pdf")),
      ("plan.pdf#page=2", "/letters/a/plan.pdf#page=2", .address("/letters/a/plan.pdf#page=2")),
      ("#x", nil, .asWritten), ("/themes/", nil, .plainText), ("https://www.gov.uk/", nil, .asWritten),
    ] as [(String, String?, LinkTarget)])
  func `is plain text until its document is public, and whatever is no document`(
    destination: String, address: String?, hidden: LinkTarget
  ) throws {
    let document = try #require(DocumentID("letters/a"))
    let reference = reference(destination)
    #expect(
      EditionText.target(of: reference, in: document) { _ in true }
        == address.map { .address($0) } ?? .asWritten)
    #expect(EditionText.target(of: reference, in: document) { _ in false } == hidden)
  }
}
