import TestSupport
import Testing

@Suite struct `The tables of data` {
  private static let site = Task { try await BuiltSite(SampleContent.make()) }
  private static let base = "https://findings.example.org"

  @Test func `have the columns that were promised`() async throws {
    let site = try await Self.site.value
    #expect(
      try site.table("findings").header.joined(separator: ",")
        == "document,edition,id,number,kind,wording,state,heading,strand,lead,text,agencies,agency_basis,"
        + "criteria,area,themes,inspectorates,programme,released,url")
    #expect(
      try site.table("passages").header.joined(separator: ",")
        == "document,edition,number,kind,heading,id,finding,text,wording,url")
  }

  @Test func `hold a row for each public document, withdrawn ones too, and no others`() async throws {
    let table = try await Self.site.value.table("documents")
    #expect(
      table["document"] == [
        "announcements/start", "consultations/plans", "follow-ups/leeds-response", "guidance/cy",
        "guidance/neglect-2022", "letters/leeds-2016", "letters/oxfordshire-2023", "letters/salford-2022",
        "overviews/neglect", "pages/about", "pages/accessibility", "pages/coverage",
      ])
    #expect(
      try table.row("document", "letters/leeds-2016") == [
        "document": "letters/leeds-2016", "collection": "letters", "title": "Joint inspection of Leeds",
        "summary": "What inspectors found in Leeds.", "wording": "official", "state": "published",
        "edition": "2", "language": "en-GB", "translation_of": "", "area": "leeds", "themes": "neglect",
        "inspectorates": "ofsted hmicfrs", "programme": "jtai", "fieldwork_start": "2016-03-07",
        "fieldwork_end": "2016-03-11", "guidance": "guidance/neglect-2022", "follows": "",
        "reference": "L-17", "dated": "2016-05-10", "published": "2024-03-12T09:30:00Z",
        "released": "2024-04-12T08:30:00Z", "source": "https://www.example.org/letter.pdf",
        "findings": "3", "url": Self.base + "/letters/leeds-2016/editions/2/",
      ])
    #expect(try table.row("document", "letters/salford-2022")["state"] == "withdrawn")
    #expect(try table.row("document", "letters/oxfordshire-2023")["area"] == "oxfordshire leeds")
    #expect(try table.row("document", "guidance/cy")["translation_of"] == "guidance/neglect-2022")
    #expect(
      try table.row("document", "follow-ups/leeds-response")["follows"] == "letters/leeds-2016")
    #expect(try table.row("document", "overviews/neglect")["themes"] == "neglect")
    #expect(try table.row("document", "pages/about")["wording"] == "")
  }

  @Test func `hold the findings of every public edition of a letter`() async throws {
    let table = try await Self.site.value.table("findings")
    #expect(Set(table["document"]) == ["letters/leeds-2016"])
    #expect(table["edition"] == ["1", "1", "1", "2", "2", "2"])
    #expect(table["number"] == ["1", "2", "3", "1", "2", "3"])
    #expect(table["id"].prefix(3) == ["listening", "finding-2", "finding-3"])
    #expect(table["state"].first == "superseded" && table["state"].last == "published")
    #expect(
      table.rows[0] == [
        "document": "letters/leeds-2016", "edition": "1", "id": "listening", "number": "1",
        "kind": "strength", "wording": "official", "state": "superseded", "heading": "Key strengths",
        "strand": "", "lead": "", "text": "They listen.", "agencies": "police", "agency_basis": "attribute",
        "criteria": "", "area": "leeds", "themes": "neglect", "inspectorates": "ofsted hmicfrs",
        "programme": "jtai", "released": "2024-03-12T09:30:00Z",
        "url": Self.base + "/letters/leeds-2016/editions/1/#listening",
      ])
    #expect(table.rows[1]["strand"] == "How")
  }

  @Test func `hold as many findings as the data beside each letter`() async throws {
    let site = try await Self.site.value
    let table = try site.table("findings")
    for path in site.paths where path.hasSuffix("/index.json") && path.hasPrefix("letters/") {
      let letter = try site.json(path)
      let rows = table.rows.filter { row in
        row["document"] == letter["id"].string && row["edition"] == letter["edition"].number.map(String.init)
      }
      #expect(rows.map { $0["id"] } == letter["findings"].elements.map(\.["id"].string), "\(path)")
    }
  }

  @Test func `hold what was found, with items and how its subjects are known`() async throws {
    let site = try await BuiltSite.of {
      Document(
        "guidance/g.md", "release: 2020-01-01", text: "| Criterion | Text |\n| --- | --- |\n| EC3 | Good |\n")
      Document(
        "letters/a.md", "release: 2022-03-12\nguidance: g",
        text: """
          ## Strengths

          The police:

          - share, and "listen" (EC3):
            - promptly
            - well

          ## Case study: effective practice

          Anna was helped.

          By all.
          """)
    }
    let rows = try site.table("findings").rows
    #expect(rows.map { $0["kind"] } == ["strength", "practice-effective"])
    #expect(rows[0]["lead"] == "The police:")
    #expect(rows[0]["text"] == "share, and \"listen\" (EC3):\n– promptly\n– well")
    #expect(rows[0]["agencies"] == "police" && rows[0]["agency_basis"] == "lead")
    #expect(rows[0]["criteria"] == "EC3")
    #expect(rows[1]["text"] == "Anna was helped.\nBy all.")
    #expect(rows[1]["agencies"] == "" && rows[1]["agency_basis"] == "")
    let json = try site.json("letters/a/index.json")["findings"]
    #expect(
      try json[0]
        == JSONValue(
          """
          {"id": "finding-1", "number": 1, "kind": "strength", "lead": "The police:",
           "text": "share, and \\"listen\\" (EC3):", "items": ["promptly", "well"], "agencies": ["police"],
           "agency-basis": "lead", "criteria": ["EC3"]}
          """))
  }

  @Test func `hold every passage of the current editions that stand`() async throws {
    let table = try await Self.site.value.table("passages")
    let letter = table.rows.filter { $0["document"] == "letters/leeds-2016" }
    #expect(letter.map { $0["edition"] } == Array(repeating: "2", count: letter.count))
    #expect(letter.map { $0["number"] } == (1...letter.count).map(String.init))
    #expect(
      letter.map { "\($0["kind"] ?? "") \($0["id"] ?? "")" } == [
        "paragraph ", "heading key-strengths", "item listening", "heading how", "paragraph finding-2",
        "heading areas-for-improvement", "item finding-3", "heading next-steps", "table-row ", "table-row ",
        "footnote ",
      ])
    #expect(letter.map { $0["heading"] }.prefix(5) == ["", "", "Key strengths", "Key strengths", "How"])
    #expect(letter[8]["text"] == "A | B" && letter[9]["text"] == "1 | 2")
    let edition = Self.base + "/letters/leeds-2016/editions/2/"
    #expect(letter[0]["url"] == edition)
    #expect(letter[2]["url"] == edition + "#listening")
    #expect(letter[8]["url"] == edition + "#next-steps")
    #expect(!table["document"].contains("letters/salford-2022"))
    #expect(
      table.rows.filter { $0["document"] == "guidance/neglect-2022" }.map { $0["id"] }.first == "paragraph-1")
  }

  @Test func `say what the archive holds of each inspection`() async throws {
    let table = try await Self.site.value.table("coverage")
    #expect(table["document"] == ["letters/leeds-2016", "letters/oxfordshire-2023"])
    #expect(table["wording"] == ["official", "facts"])
    #expect(table["findings"] == ["3", "0"])
    #expect(table["published"] == ["2024-03-12T09:30:00Z", "2023-05-10T08:30:00Z"])
  }

  @Test func `count an inspection once whose letter is there in two languages`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2022-03-12")
      Document("letters/a-cy.md", "release: 2022-03-12\nlanguage: cy\ntranslation-of: letters/a")
      Document("letters/b-cy.md", "release: 2022-03-12\nlanguage: cy\ntranslation-of: letters/b")
    }
    #expect(try site.table("coverage")["document"] == ["letters/a", "letters/b-cy"])
    #expect(try site.table("documents")["document"].count == 3)
  }

  @Test func `are there with their first row where nothing is public`() async throws {
    let site = try await BuiltSite.of { Document("letters/a.md", "release: 2030-01-01") }
    for name in ["documents", "findings", "passages", "coverage"] {
      #expect(try site.table(name).rows.isEmpty)
    }
    #expect(!site.has("data/findings.sqlite"))
  }

  @Test func `hold nothing of a removed document, and of a withdrawn one its findings`() async throws {
    let letter = "release: 2022-03-12\n"
    let text = "## Strengths\n\n- A strength.\n"
    let site = try await BuiltSite.of {
      Document("letters/gone.md", letter + "removed: {at: 2023-01-01, reason: A court said so}", text: text)
      Document("letters/away.md", letter + "withdrawn: {at: 2023-01-01, reason: It was wrong}", text: text)
      Document("letters/to-go.md", letter + "withdrawn: {at: 2040-01-01, reason: To come}", text: text)
    }
    #expect(try site.table("documents")["document"] == ["letters/away", "letters/to-go"])
    #expect(try site.table("findings")["state"] == ["withdrawn", "published"])
    #expect(try site.table("coverage")["document"] == ["letters/to-go"])
    #expect(try site.table("passages")["document"] == ["letters/to-go", "letters/to-go"])
  }

  @Test func `are written in the order of the documents, whoever is first`() async throws {
    let content = try Content {
      Settings("downloads: {sqlite: true}")
      for number in 0..<60 {
        Document(
          "letters/l\(number).md", "release: 2022-03-12",
          text: "## Strengths\n\n"
            + String(repeating: "- The police did well.\n", count: number.isMultiple(of: 9) ? 900 : 1))
      }
    }
    let one = try await BuiltSite(content, jobs: 1)
    let many = try await BuiltSite(content, jobs: 8)
    for path in one.paths where path.hasPrefix("data/") {
      #expect(one.files[path] == many.files[path], "\(path)")
    }
    let documents = try one.table("documents")["document"]
    #expect(documents == documents.sorted() && documents.count == 60)
  }
}
