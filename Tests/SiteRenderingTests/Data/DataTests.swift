import TestSupport
import Testing

@Suite struct `The data of the site` {
  private static let site = Task { try await BuiltSite(SampleContent.make()) }

  private static let base = "https://findings.example.org"

  @Test func `has a letter with everything that its page says`() async throws {
    let letter = try await Self.site.value.json("letters/leeds-2016/index.json")
    #expect(
      letter.names == [
        "address", "addressees", "applies-to", "areas", "attachments", "collection", "contents", "dated",
        "edition",
        "editions",
        "fieldwork-end", "fieldwork-start", "findings", "guidance", "id", "inspectorates", "language",
        "licence",
        "principal-authority", "programme", "published", "reference", "signatories", "source", "statement",
        "summary", "themes", "title", "wording",
      ])
    #expect(letter["id"].string == "letters/leeds-2016")
    #expect(letter["collection"].string == "letters")
    #expect(letter["address"].string == Self.base + "/letters/leeds-2016/")
    #expect(letter["title"].string == "Joint inspection of Leeds")
    #expect(letter["summary"].string == "What inspectors found in Leeds.")
    #expect(letter["language"].string == "en-GB")
    #expect(letter["published"].string == "2024-03-12T09:30:00Z")
    #expect(letter["dated"].string == "2016-05-10")
    #expect(letter["edition"].number == 2)
    #expect(letter["reference"].string == "L-17")
    #expect(letter["guidance"].string == Self.base + "/guidance/neglect-2022/")
    #expect(letter["fieldwork-start"].string == "2016-03-07")
    #expect(letter["fieldwork-end"].string == "2016-03-11")
    #expect(letter["addressees"].strings == ["The director", "The chief constable"])
    #expect(letter["signatories"].strings == ["An inspector"])
    #expect(
      try letter["statement"]
        == JSONValue(
          """
          {"required": true, "due": "2016-09-01", "basis": "Section 20 of the Children Act 2004",
           "lead": "Leeds City Council", "cooperating": ["West Yorkshire Police", "NHS Leeds"],
           "received": "2016-08-30"}
          """))
    #expect(
      try letter["programme"] == JSONValue(#"{"id": "jtai", "name": "Joint targeted area inspections"}"#))
    #expect(letter["applies-to"].strings == ["England"])
    #expect(
      try letter["source"]
        == JSONValue(#"{"name": "The letter", "url": "https://www.example.org/letter.pdf"}"#))
    #expect(try letter["areas"] == JSONValue(#"[{"id": "leeds", "name": "Leeds"}]"#))
    #expect(try letter["themes"] == JSONValue(#"[{"id": "neglect", "name": "Neglect"}]"#))
    #expect(letter["inspectorates"].elements.map { $0["id"].string } == ["ofsted", "hmicfrs"])
  }

  @Test func `has the headings, attachments and editions of a document`() async throws {
    let letter = try await Self.site.value.json("letters/leeds-2016/index.json")
    #expect(
      letter["contents"].elements.map { $0["id"].string } == [
        "key-strengths", "how", "areas-for-improvement", "next-steps",
      ])
    #expect(letter["contents"].elements.map { $0["level"].number } == [2, 3, 2, 2])
    #expect(letter["contents"][0]["title"].string == "Key strengths")
    #expect(
      try letter["attachments"]
        == JSONValue(
          """
          [{"name": "figures.csv", "address": "\(Self.base)/letters/leeds-2016/figures.csv", "bytes": 8,
            "sha256": "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"}]
          """))
    #expect(
      try letter["editions"]
        == JSONValue(
          """
          [{"number": 1, "address": "\(Self.base)/letters/leeds-2016/editions/1/", "release": "2024-03-12T09:30:00Z"},
           {"number": 2, "address": "\(Self.base)/letters/leeds-2016/editions/2/", "release": "2024-04-12T08:30:00Z",
            "change": "A word mended", "minor": true}]
          """))
  }

  @Test(arguments: [
    ("overviews/neglect", ["round"]), ("guidance/neglect-2022", ["in-force", "programme"]),
    ("consultations/plans", ["closes", "opens", "state"]),
    ("follow-ups/leeds-response", ["follows", "kind"]),
    ("guidance/cy", ["translation-of"]), ("announcements/start", []),
  ])
  func `has what the kind of a document adds`(id: String, members: [String]) async throws {
    let common = [
      "address", "collection", "contents", "edition", "editions", "id", "language", "licence", "published",
      "title",
    ]
    let site = try await Self.site.value
    #expect(try site.json("\(id)/index.json").names == (common + ["wording"] + members).sorted())
    #expect(try site.json("about/index.json").names == (common + ["summary"]).sorted())
  }

  @Test func `names the documents that are public only`() async throws {
    let site = try await Self.site.value
    #expect(
      try site.json("overviews/neglect/index.json")["round"]
        == JSONValue(
          """
          {"themes": [{"id": "neglect", "name": "Neglect"}], "from": "2016-05-01", "to": "2018-07-01",
           "letters": ["\(Self.base)/letters/leeds-2016/"]}
          """))
    #expect(
      try site.json("follow-ups/leeds-response/index.json")["follows"].string == Self.base
        + "/letters/leeds-2016/")
    #expect(
      try site.json("guidance/cy/index.json")["translation-of"].string == Self.base
        + "/guidance/neglect-2022/")
  }

  @Test func `has the guidance that another replaces, where it is public`() async throws {
    let site = try await BuiltSite.of {
      Document("guidance/a.md", "release: 2022-03-12")
      Document("guidance/b.md", "release: 2023-03-12\nreplaces: a")
      Document("guidance/c.md", "release: 2024-03-12\nreplaces: to-come")
      Document("guidance/to-come.md", "release: 2030-03-12")
    }
    #expect(try site.json("guidance/b/index.json")["replaces"].string == Self.base + "/guidance/a/")
    #expect(try !site.json("guidance/c/index.json").names.contains("replaces"))
  }

  @Test func `leaves out what is empty`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2022-03-12\nstatement: {}\naddressees: []")
      Document("overviews/o.md", "release: 2022-03-12\nround: {letters: [to-come]}")
    }
    #expect(
      try !site.json("letters/a/index.json").names.contains { ["statement", "addressees"].contains($0) })
    #expect(try !site.json("overviews/o/index.json").names.contains("round"))
  }

  @Test func `parses, all of it`() async throws {
    let site = try await Self.site.value
    let paths = site.paths.filter { $0.hasSuffix("index.json") || $0 == "record.json" }
    #expect(paths.count == 13)
    for path in paths { #expect(try !site.json(path).names.isEmpty, "\(path)") }
  }

  @Test func `records every public edition`() async throws {
    let record = try await Self.site.value.json("record.json")
    #expect(record.names == ["editions", "format", "removed"])
    #expect(record["format"].string == "findings-record-1")
    let editions = record["editions"].elements
    #expect(
      editions.map { "\($0["document"].string ?? "") \($0["edition"].number ?? 0)" } == [
        "announcements/start 1", "consultations/plans 1", "follow-ups/leeds-response 1", "guidance/cy 1",
        "guidance/neglect-2022 1", "letters/leeds-2016 1", "letters/leeds-2016 2",
        "letters/oxfordshire-2023 1",
        "letters/salford-2022 1", "overviews/neglect 1", "pages/about 1", "pages/accessibility 1",
        "pages/coverage 1",
      ])
    for edition in editions {
      #expect(edition["digest"].string?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
      #expect(edition["address"].string?.hasSuffix("/editions/\(edition["edition"].number ?? 0)/") == true)
    }
    let second = editions[6]
    #expect(
      second.names == [
        "address", "attachments", "change", "digest", "document", "edition", "minor", "release",
      ])
    #expect(second["address"].string == "/letters/leeds-2016/editions/2/")
    #expect(second["release"].string == "2024-04-12T08:30:00Z")
    #expect(second["change"].string == "A word mended")
    #expect(second["minor"].flag == true)
    #expect(second["attachments"][0].names == ["name", "sha256"])
    #expect(record["removed"].elements.map { $0["document"].string } == ["letters/removed-2021"])
  }

  @Test func `tells search engines what a page is`() async throws {
    let site = try await Self.site.value
    let letter = try site.page("/letters/leeds-2016/editions/1/").structuredData
    #expect(letter["@context"].string == "https://schema.org")
    #expect(letter["@type"].string == "Report")
    #expect(letter["name"].string == "Joint inspection of Leeds")
    #expect(letter["description"].string == "What inspectors found in Leeds.")
    #expect(letter["url"].string == Self.base + "/letters/leeds-2016/")
    #expect(letter["identifier"].string == Self.base + "/letters/leeds-2016/editions/1/")
    #expect(letter["inLanguage"].string == "en-GB")
    #expect(letter["datePublished"].string == "2024-03-12T09:30:00Z")
    #expect(letter["version"].string == "1")
    #expect(letter["reportNumber"].string == "L-17")
    #expect(letter["spatialCoverage"].strings == ["Leeds"])
    #expect(letter["isBasedOn"].string == "https://www.example.org/letter.pdf")
    #expect(letter["license"].string == "https://licence.example/3/")
    #expect(
      try site.page("/letters/leeds-2016/").structuredData["dateModified"].string == "2024-04-12T08:30:00Z")
    #expect(try site.page("/about/").structuredData["@type"].string == "WebPage")
    let home = try site.page("/").structuredData
    #expect(home["@type"].string == "WebSite")
    #expect(home["name"].string == "Findings of a test")
    #expect(home["url"].string == Self.base + "/")
  }
}
