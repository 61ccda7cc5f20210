import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `A published archive` {
  @Test func `holds the public editions of each document, and the latest as current`() async throws {
    let published = try await Content {
      Document("letters/a/edition-1.md", "release: 2024-03-12")
      Document("letters/a/edition-2.md", "release: 2024-04-12\ntitle: Mended")
      Document("letters/a/edition-3.md", "release: 2024-05-10")
      Document("letters/b.md", "release: 2024-05-10")
      Document("guidance/c.md", "release: 2024-01-01")
      Document("pages/d.md")
    }.published(at: "2024-04-12")
    #expect(published.documents.map(\.id.description) == ["guidance/c", "letters/a"])
    let document = try #require(published.document(DocumentID(.letters, "a")))
    #expect(document.editions.map(\.edition.id.number) == [1, 2])
    #expect(document.editions.map(\.isSuperseded) == [true, false])
    #expect(document.current.edition.title == "Mended")
    #expect(document.current.release == "2024-04-12")
    #expect(document.firstRelease == "2024-03-12")
    #expect(published.document(DocumentID(.letters, "b")) == nil)
    #expect(published.document(DocumentID(.pages, "d")) == nil)
  }

  @Test(
    arguments: [
      ("2024-03-20", nil, false), ("2024-04-01", "a mistake", true), ("2024-06-01", "a mistake", true),
    ] as [(Instant, String?, Bool)])
  func `knows a withdrawal from its moment on`(instant: Instant, reason: String?, isWithdrawn: Bool)
    async throws
  {
    let withdrawn = "\nwithdrawn: {at: 2024-04-01, reason: a mistake, decided-by: Somebody}"
    let published = try await letter(["release: 2024-03-12" + withdrawn]).published(at: instant)
    let document = try #require(published.documents.first)
    #expect(document.current.withdrawal?.reason == reason)
    #expect(document.current.withdrawal?.decidedBy == reason.map { _ in "Somebody" })
    #expect(document.isWithdrawn == isWithdrawn)
  }

  @Test func `keeps a withdrawn document withdrawn until a later edition, and shows no older one`()
    async throws
  {
    let archive = try await letter([
      "release: 2024-03-12", "release: 2024-04-12\nwithdrawn: {at: 2024-04-20, reason: x}",
      "release: 2024-05-10",
    ]).archive()
    let withdrawn = try #require(archive.published(at: "2024-04-20").documents.first)
    #expect(withdrawn.isWithdrawn && withdrawn.current.edition.id.number == 2)
    let again = try #require(archive.published(at: "2024-05-10").documents.first)
    #expect(!again.isWithdrawn && again.current.edition.id.number == 3)
    #expect(again.editions.map { $0.withdrawal == nil } == [true, false, true])
  }

  @Test(
    arguments: [
      ("release: 2024-03-12", "2024-03-01", nil, nil),
      ("release: 2024-03-12", "2024-03-12", [1], nil),
      ("release: 2024-03-12", "2024-05-31", [1, 2], nil),
      ("release: 2024-03-12", "2024-06-12", [1, 2], "safety"),
      ("", "2024-06-12", nil, nil),
      ("release: 2024-03-12\nhold: {reason: x}", "2024-06-12", nil, nil),
    ] as [(String, Instant, [Int]?, String?)])
  func `has a tombstone for what would be public without its removal`(
    first: String, instant: Instant, editions: [Int]?, reason: String?
  ) async throws {
    let second = "release: 2024-04-12\nremoved: {at: 2024-06-12, reason: safety, decided-by: A court}"
    let published = try await letter([first, second]).published(at: instant)
    #expect(published.documents.isEmpty)
    #expect(published.removals.first?.editions.map(\.number) == editions)
    #expect(published.removals.first?.notice?.reason == reason)
    #expect(published.removals.first?.notice?.at == reason.map { _ in "2024-06-12" })
  }

  @Test func `keeps the tombstone of a letter whose text and title were emptied`() async throws {
    let published = try await Content {
      Settings("agreement: {collections: [letters], from: 2024-01-01}")
      Document(
        "letters/a.md",
        """
        release: 2024-03-12
        inspectorates: [ofsted]
        agreed: [{inspectorate: ofsted, at: 2024-03-01, digest: of the text that is gone}]
        removed: {at: 2024-04-01, reason: safety}
        title: ""
        """, text: "")
    }.published(at: "2024-05-01")
    #expect(published.removals.map(\.id.description) == ["letters/a"])
  }

  @Test func `has no tombstone for what was never agreed`() async throws {
    let published = try await Content {
      Settings("agreement: {collections: [letters], from: 2024-01-01}")
      Document(
        "letters/a.md",
        "release: 2024-03-12\ninspectorates: [cqc]\nremoved: {at: 2024-04-01, reason: safety}")
    }.published(at: "2024-05-01")
    #expect(published.removals.isEmpty)
  }

  @Test(
    arguments: [
      ("2024-03-01", []), ("2024-03-12", ["/old/"]), ("2024-04-12", ["/old/", "/older/"]),
    ] as [(Instant, [String])])
  func `redirects from the former addresses that public editions name`(
    instant: Instant, addresses: [String]
  ) async throws {
    let published = try await letter([
      "release: 2024-03-12\nredirect-from: /old/",
      "release: 2024-04-12\nredirect-from: [/old/, /older/]",
      "release: 2024-05-10\nredirect-from: /secret/",
    ]).published(at: instant)
    #expect(published.redirects.map(\.from.path) == addresses)
    #expect(published.redirects.allSatisfy { $0.to.path == "/letters/a/" })
  }

  @Test func `redirects to a tombstone too, and in the order of addresses`() async throws {
    let published = try await Content {
      Document("letters/b.md", "release: 2024-03-12\nredirect-from: [/z/, /a/]")
      Document(
        "letters/a.md", "release: 2024-03-12\nredirect-from: /m/\nremoved: {at: 2024-03-13, reason: x}")
    }.published(at: "2024-04-01")
    #expect(published.redirects.map(\.from.path) == ["/a/", "/m/", "/z/"])
    #expect(published.redirects.map(\.to.path) == ["/letters/b/", "/letters/a/", "/letters/b/"])
  }

  @Test func `redirects to a tombstone whatever else is wrong with its text, but from no address of others`()
    async throws
  {
    let published = try await Content {
      Document("letters/b.md", "release: 2024-03-11\nredirect-from: /b/")
      Document(
        "letters/a.md",
        "release: 2024-03-12\nthemes: [unknown]\nredirect-from: [/a/, /b/, /themes/]\nremoved: {at: 2024-03-13, reason: x}"
      )
    }.published(at: "2024-04-01")
    #expect(published.redirects.map(\.from.path) == ["/a/", "/b/"])
    #expect(published.redirects.map(\.to.path) == ["/letters/a/", "/letters/b/"])
  }

  @Test func `redirects to the tombstone of an emptied text, whoever names the address later`() async throws {
    let published = try await Content {
      Settings("agreement: {collections: [letters], from: 2024-01-01}")
      Document(
        "letters/b.md",
        """
        release: 2024-03-12
        inspectorates: [cqc]
        agreed: [{inspectorate: cqc, by: A, at: 2024-03-01, digest: \(String(repeating: "0", count: 64))}]
        redirect-from: /old/
        removed: {at: 2024-03-13, reason: x}
        """)
      Document("announcements/a.md", "release: 2024-05-01\nredirect-from: /old/")
    }.published(at: "2024-04-01")
    #expect(published.redirects.map(\.to.path) == ["/letters/b/"])
  }

  @Test func `redirects from nothing that another file of the same id names`() async throws {
    let published = try await Content {
      Document("letters/1/a/edition-1.md", "release: 2024-03-12")
      Document("letters/1/a/edition-2.md", "release: 2024-03-13\nchange: x")
      Document("letters/2/a/edition-1.md", "release: 2024-05-12")
      Document("letters/2/a/edition-2.md", "release: 2024-05-13\nchange: x\nredirect-from: /secret/")
    }.published(at: "2024-04-01")
    #expect(published.documents.map(\.editions.count) == [2])
    #expect(published.redirects.isEmpty)
  }

  @Test(arguments: ["letters/a", "pages/search", "letters/2024", "letters/A b"])
  func `has no tombstone at an address that is not the document's own`(path: String) async throws {
    let published = try await Content {
      Document("announcements/b.md", "release: 2024-03-11\nredirect-from: [/letters/a/]")
      Document("announcements/c.md", "release: 2024-03-13\nredirect-from: /old/")
      Document(
        path + ".md", "release: 2024-03-12\nredirect-from: /old/\nremoved: {at: 2024-03-13, reason: x}")
    }.published(at: "2024-04-01")
    #expect(published.removals.isEmpty)
    #expect(published.redirects.map(\.from.path) == ["/letters/a/", "/old/"])
    #expect(published.redirects.map(\.to.path) == ["/announcements/b/", "/announcements/c/"])
  }

  @Test func `has the tombstone of a document that had its address before another named it`() async throws {
    let published = try await Content {
      Document("announcements/b.md", "release: 2024-03-12\nredirect-from: /letters/a/")
      Document("letters/a.md", "release: 2024-03-11\nremoved: {at: 2024-03-13, reason: x}\nthemes: [x]")
    }.published(at: "2024-04-01")
    #expect(published.removals.map(\.id.description) == ["letters/a"])
    #expect(published.documents.isEmpty && published.redirects.isEmpty)
  }

  @Test func `has one tombstone of two files that claim one id`() async throws {
    let published = try await Content {
      Document("letters/1/a.md", "release: 2024-03-12\nremoved: {at: 2024-03-13, reason: later}")
      Document("letters/2/a.md", "release: 2024-03-11\nremoved: {at: 2024-03-13, reason: earlier}")
    }.published(at: "2024-04-01")
    #expect(published.removals.map(\.notice?.reason) == ["earlier"])
  }

  @Test func `gives an attachment by the name that a text links to`() async throws {
    let published = try await Content {
      Document("letters/a/edition-1.md", "release: 2024-03-12", text: "[x](plan.pdf)")
      File("letters/a/plan.pdf")
    }.published(at: "2024-04-01")
    #expect(published.documents.first?.attachment(linkedAs: "plan.pdf")?.type == .pdf)
    #expect(published.documents.first?.attachment(linkedAs: "other.pdf") == nil)
  }

  @Test func `is the same whichever order the files are read in`() async throws {
    let content = try Content {
      for number in 1...30 {
        Document(
          "letters/\(number % 3 + 1)/a\(number).md",
          "release: 2024-03-\(10 + number % 7)\nredirect-from: /r\(number)/")
      }
    }
    let one = try await content.published(at: "2024-03-14")
    let two = try await content.published(at: "2024-03-14")
    #expect(one.documents.map(\.id) == two.documents.map(\.id))
    #expect(one.documents.map(\.id) == one.documents.map(\.id).sorted())
    #expect(one.redirects == two.redirects)
  }
}

@Suite struct `The lists of a published archive` {
  private func lists(at instant: Instant, @ContentBuilder _ files: () -> [File]) async throws -> Lists {
    try await Content(files).published(at: instant).lists
  }

  @Test(
    arguments: [
      ("2024-03-11", [], [], ["leeds", "oxfordshire"]),
      ("2024-03-12", ["neglect"], ["jtai"], ["leeds", "oxfordshire", "salford"]),
      ("2024-04-12", ["neglect", "exploitation"], ["jtai"], ["leeds", "oxfordshire", "salford"]),
    ] as [(Instant, [String], [String], [String])])
  func `have the entries that public editions name, and the listed areas`(
    instant: Instant, themes: [String], programmes: [String], areas: [String]
  ) async throws {
    let lists = try await lists(at: instant) {
      Document("letters/a.md", "release: 2024-03-12\narea: salford\nthemes: [neglect]\nprogramme: jtai")
      Document("overviews/b.md", "release: 2024-04-12\nround: {themes: [exploitation]}")
      Document("letters/c.md", "release: 2024-05-10\nthemes: [domestic-abuse]")
    }
    #expect(lists.themes.map(\.id) == themes)
    #expect(lists.programmes.map(\.id) == programmes)
    #expect(lists.areas.map(\.id) == areas)
    #expect(lists.inspectorates.map(\.id) == ["ofsted", "cqc", "hmicfrs", "hmi-probation"])
  }

  @Test func `have what superseded and withdrawn editions name`() async throws {
    let lists = try await lists(at: "2024-06-01") {
      Document("letters/a/edition-1.md", "release: 2024-03-12\nthemes: [neglect]")
      Document("letters/a/edition-2.md", "release: 2024-04-12\nthemes: [exploitation]")
      Document(
        "letters/b.md",
        "release: 2024-03-12\nthemes: [domestic-abuse]\nwithdrawn: {at: 2024-03-13, reason: x}")
    }
    #expect(lists.themes.map(\.id) == ["neglect", "exploitation", "domestic-abuse"])
  }

  @Test func `have nothing that only a removed document names`() async throws {
    let lists = try await lists(at: "2024-06-01") {
      Document(
        "letters/a.md",
        "release: 2024-03-12\nthemes: [neglect]\narea: salford\nremoved: {at: 2024-03-13, reason: x}")
    }
    #expect(lists.themes.isEmpty)
    #expect(lists.areas.map(\.id) == ["leeds", "oxfordshire"])
  }

  @Test func `name no successor that readers do not know`() async throws {
    let lists = try await lists(at: "2024-06-01") {
      File(
        "areas.yml",
        """
        - {id: old, name: Old, listed: true, successors: [north, west]}
        - {id: north, name: North, listed: true}
        - {id: west, name: West}

        """)
    }
    #expect(lists.areas.map(\.id) == ["old", "north"])
    #expect(lists.areas.first?.successors == ["north"])
  }

  @Test(
    arguments: [
      ("2017-07-18", "Her Majesty's Inspectorate of Constabulary", "HMIC", 1),
      ("2017-07-19", "HM Inspectorate of Constabulary and Fire & Rescue Services", "HMICFRS", 2),
    ] as [(Instant, String, String, Int)])
  func `have the names that hold at the instant`(
    instant: Instant, name: String, shortName: String, count: Int
  ) async throws {
    let inspectorate = try #require(
      try await lists(at: instant) {}.inspectorates.first { $0.id == "hmicfrs" })
    #expect(inspectorate.name == name)
    #expect(inspectorate.shortName == shortName)
    #expect(inspectorate.names.count == count)
  }

  @Test func `have no name that is still to come`() async throws {
    let lists = try await lists(at: "2024-06-01") {
      File(
        "inspectorates.yml", "- {id: x, name: Now, short-name: N, names: [{name: Later, from: 2030-01-01}]}\n"
      )
    }
    #expect(lists.inspectorates.map(\.name) == ["Now"])
    #expect(lists.inspectorates.map(\.shortName) == ["N"])
    #expect(lists.inspectorates.map(\.names) == [[]])
  }
}
