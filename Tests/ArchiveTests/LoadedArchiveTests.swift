import Archive
import FileSystem
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `A loaded archive` {
  private func edition(_ path: String, _ frontMatter: String, text: String = "Words.\n") async throws
    -> Edition
  {
    try #require(try await archived(path, frontMatter, text: text)?.edition)
  }

  private func archived(
    _ path: String, _ frontMatter: String, text: String = "Words.\n"
  ) async throws -> ArchivedEdition? {
    let content = try Content { Document(path, frontMatter, text: text) }
    let archive = try await content.archive()
    let edition = archive.documents.first?.editions.first
    #expect(edition?.diagnostics.isEmpty == true)
    return edition
  }

  @Test func `has what the front matter of every document says`() async throws {
    let archived = try await archived(
      "letters/2024/leeds.md",
      """
      title: "  Leeds:\\n a letter "
      summary: >
        One plain
        paragraph.
      release: 2024-03-12
      dated: 2024-03-01
      wording: facts
      inspectorates: [ofsted, cqc]
      themes: [neglect]
      minor: true
      reference: 010
      applies-to: [England]
      source: {name: Ofsted, url: https://reports.ofsted.gov.uk/x}
      language: cy
      translation-of: letters/leeds-en
      redirect-from: [/old/, /older.html]
      """)
    let edition = try #require(archived?.edition)
    #expect(edition.id.description == "letters/leeds edition 1")
    #expect(edition.title == "Leeds: a letter")
    #expect(edition.summary == "One plain paragraph.")
    #expect(edition.dated?.description == "2024-03-01")
    #expect(edition.wording == .facts)
    #expect(edition.inspectorates == ["ofsted", "cqc"])
    #expect(edition.themes == ["neglect"])
    #expect(edition.isMinor)
    #expect(edition.reference == "010")
    #expect(edition.appliesTo == ["England"])
    #expect(edition.source?.url == "https://reports.ofsted.gov.uk/x")
    #expect(edition.language == "cy")
    #expect(edition.translationOf?.description == "letters/leeds-en")
    #expect(archived?.redirects.map(\.path) == ["/old/", "/older.html"])
  }

  @Test func `has the facts of a letter`() async throws {
    let edition = try await edition(
      "letters/leeds.md",
      """
      area: leeds
      programme: jtai
      guidance: jtai-2022
      fieldwork: {start: 2024-02-05, end: 2024-02-09}
      addressees: [Director of Children's Services, Chief Constable]
      signatories: [Chief Inspector]
      principal-authority: Leeds City Council
      statement: {required: true, due: 2024-07-01, basis: s, lead: l, cooperating: [c], received: 2024-06-30}
      milestones: {letter-sent: 2024-03-01, draft: 2024-02-20}
      """)
    guard case .letter(let facts) = edition.facts else {
      Issue.record("a letter has the facts of a letter")
      return
    }
    #expect(facts.areas == ["leeds"])
    #expect(facts.programme == "jtai")
    #expect(facts.guidance?.description == "guidance/jtai-2022")
    #expect(facts.fieldwork?.end.description == "2024-02-09")
    #expect(facts.addressees == ["Director of Children's Services", "Chief Constable"])
    #expect(facts.signatories == ["Chief Inspector"])
    #expect(facts.principalAuthority == "Leeds City Council")
    #expect(facts.statement?.isRequired == true)
    #expect(facts.statement?.due?.description == "2024-07-01")
    #expect(facts.statement?.cooperating == ["c"])
    #expect(facts.milestones.map(\.name) == ["letter-sent", "draft"])
  }

  @Test(arguments: [
    ("guidance", "programme: jtai\nin-force: 2022-10-01\nreplaces: old", "guidance/old"),
    (
      "overviews", "round: {themes: [neglect], from: 2020-01-01, to: 2021-01-01, letters: [leeds]}",
      "letters/leeds"
    ),
    ("consultations", "opens: 2015-07-01\ncloses: 2015-09-01\noutcome: announcements/x", "announcements/x"),
    ("follow-ups", "follows: letters/leeds\nkind: progress", "letters/leeds"),
    ("follow-ups", "follows: leeds", "letters/leeds"),
    ("letters", "guidance: guidance/x", "guidance/x"),
  ])
  func `has the references of other documents`(
    collection: String, frontMatter: String, document: String
  ) async throws {
    let edition = try await edition("\(collection)/a.md", frontMatter)
    #expect(edition.facts.references.map(\.document.description) == [document])
  }

  @Test func `has the status keys apart from the edition`() async throws {
    let status = try #require(
      try await archived(
        "letters/a.md",
        """
        release: 2024-03-12
        agreed: [{inspectorate: cqc, by: A Person, at: 2024-03-01, digest: abc}]
        hold: {reason: a court order, review: 2024-03-05, cleared: {by: A Person, at: 2024-03-06 10:00}}
        moratorium-exempt: safety
        withdrawn: {at: 2024-04-01, reason: wrong, decided-by: Somebody}
        removed: {at: 2024-05-01 02:00, reason: safety, decided-by: Somebody else}
        """)?.status)
    guard case .at(let release) = status.release else {
      Issue.record("the release is a moment")
      return
    }
    #expect(release == "2024-03-12T09:30:00Z")
    #expect(status.agreements.map(\.at) == ["2024-03-01T00:00:00Z"])
    #expect(status.hold?.review == "2024-03-05T23:59:59.999Z")
    #expect(status.hold?.cleared?.at == "2024-03-06T10:00:00Z")
    #expect(status.moratoriumExemption == "safety")
    #expect(status.withdrawal?.at == "2024-04-01T09:30:00+01:00")
    #expect(status.removal?.at == "2024-05-01T02:00:00+01:00")
    #expect(status.removal?.decidedBy == "Somebody else")
  }

  @Test func `reads the text when it is needed, and from its line`() async throws {
    let content = try Content { Document("letters/a.md", "release: 2024-03-12", text: "Words.\n") }
    let body = try #require(try await content.archive().documents.first?.editions.first?.edition.body)
    #expect(body.firstLine == 5)
    #expect(body.file == content.path + "/letters/a.md")
    #expect(try body.read() == Array("Words.\n".utf8))
    try content.write(Document("letters/a.md", "release: 2024-03-12", text: "Other words.\n"))
    #expect(throws: BodyChanged.self) { try body.read() }
    try content.remove("letters/a.md")
    #expect(throws: FileError.self) { try body.read() }
  }

  @Test func `is the same however many files are read at a time`() async throws {
    let content = try Content {
      for number in 1...40 {
        Document("letters/a\(number).md", "release: 2024-03-12\nthemes: [x\(number)]")
      }
    }
    let one = try await Archive.load(from: content.path, jobs: 1)
    let many = try await Archive.load(from: content.path + "/", jobs: 8)
    #expect(one.documents.map(\.id) == many.documents.map(\.id))
    #expect(
      one.documents.flatMap(\.editions).map(\.diagnostics)
        == many.documents.flatMap(\.editions).map(\.diagnostics))
    #expect(one.documents.map(\.id) == one.documents.map(\.id).sorted())
  }
}
