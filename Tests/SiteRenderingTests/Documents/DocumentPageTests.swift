import TestSupport
import Testing

@Suite struct `The page of a document` {
  struct Kind: Sendable, CustomTestStringConvertible {
    let collection: String
    let label: String
    var facts = ""
    var shows: [String] = []

    var testDescription: String { collection + " " + label }
  }

  @Test(arguments: [
    Kind(
      collection: "letters", label: "Letter",
      facts: """
        area: [leeds, salford]
        programme: jtai
        fieldwork: {start: 2023-11-27, end: 2023-12-01}
        principal-authority: Leeds City Council
        statement: {required: true, due: 2024-06-14}
        """,
      shows: [
        "Areas: Leeds, Salford", "Fieldwork: 27 November to 1 December 2023",
        "Programme: Joint targeted area inspections", "Principal authority: Leeds City Council",
        "Statement of action: Required, Due 14 June 2024",
      ]),
    Kind(
      collection: "guidance", label: "Guidance", facts: "programme: jtai\nin-force: 2022-10-20",
      shows: ["Programme: Joint targeted area inspections", "In force: 20 October 2022"]),
    Kind(
      collection: "overviews", label: "Overview",
      facts: "round: {themes: [neglect], from: 2016-05-01, to: 2018-07-31}",
      shows: ["Theme: Neglect", "Round: 1 May 2016 to 31 July 2018"]),
    Kind(
      collection: "consultations", label: "Consultation", facts: "opens: 2015-07-09\ncloses: 2015-09-11"),
    Kind(collection: "announcements", label: "Announcement"),
    Kind(collection: "follow-ups", label: "Follow-up"),
    Kind(collection: "follow-ups", label: "Statement of action", facts: "kind: statement"),
    Kind(collection: "follow-ups", label: "Response", facts: "kind: response"),
    Kind(collection: "follow-ups", label: "Progress report", facts: "kind: progress"),
    Kind(collection: "follow-ups", label: "Reinspection", facts: "kind: reinspection"),
  ])
  func `says what it is, and its facts`(kind: Kind) async throws {
    let site = try await BuiltSite.of {
      Document("\(kind.collection)/a.md", "title: Some title\nrelease: 2024-03-12\n\(kind.facts)")
    }
    let page = try site.page("/\(kind.collection)/a/")
    #expect(try page.text("/html/head/title") == "Some title - Findings of a test")
    #expect(try page.text("//h1") == "Some title")
    #expect(try page.text("//p[@class='eyebrow dots']/span[1]") == kind.label)
    let facts = try page.factLabels.map { try "\($0): " + page.facts($0).joined(separator: ", ") }
    #expect(facts == kind.shows + ["Published: 12 March 2024", "Edition: 1, 12 March 2024"])
    #expect(try page.text("//p[@class='citation']").contains(". \(kind.label), edition 1, "))
    #expect(site.has("\(kind.collection)/index.html"))
  }

  @Test func `of the site itself has no kind, facts or listing`() async throws {
    let site = try await BuiltSite.of { Document("pages/about.md", "title: About\nrelease: 2024-03-12") }
    let page = try site.page("/about/")
    #expect(try page.text("//h1") == "About")
    #expect(try page.factLabels == [])
    #expect(try !page.has("//*[starts-with(@class, 'wording')] | //p[@class='eyebrow dots']"))
    #expect(try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a") == ["Home"])
    #expect(!site.has("pages/index.html"))
  }

  @Test func `shows its own date, its reference, its summary and where it applies`() async throws {
    let page = try await BuiltSite.of {
      Document(
        "letters/a.md",
        "release: 2024-03-12\ndated: 2016-05-10\nreference: L-17\nsummary: In short.\napplies-to: [England, Wales]"
      )
    }.page("/letters/a/")
    #expect(try page.factLabels == ["Dated", "Published", "Edition", "Reference", "Applies to"])
    #expect(try page.facts("Dated") == ["10 May 2016"])
    #expect(
      try page.texts("//dl[@class='facts']//time/@datetime") == ["2016-05-10", "2024-03-12", "2024-03-12"])
    #expect(try page.facts("Reference") == ["L-17"])
    #expect(try page.facts("Applies to") == ["England, Wales"])
    #expect(try page.text("//p[@class='lead']") == "In short.")
    #expect(try page.text("/html/head/meta[@name='description']/@content") == "In short.")
    #expect(try page.text("/html/head/meta[@property='og:description']/@content") == "In short.")
  }

  @Test(arguments: [
    ("{required: false}", ["Not required"]),
    ("{received: 2024-06-20}", ["Received 20 June 2024"]),
    (
      "{required: true, due: 2024-06-14, basis: Section 20, lead: The council, cooperating: [A trust, The police]}",
      [
        "Required", "Due 14 June 2024", "Basis: Section 20", "Led by The council",
        "Together with A trust, The police",
      ]
    ),
    ("{}", []),
  ])
  func `shows all that is known of the statement of action`(statement: String, lines: [String]) async throws {
    let page = try await BuiltSite.of {
      Document("letters/a.md", "release: 2024-03-12\nstatement: \(statement)")
    }.page("/letters/a/")
    #expect(try page.facts("Statement of action") == lines)
    #expect(try page.factLabels.contains("Statement of action") == !lines.isEmpty)
  }

  @Test func `gives the days of a consultation once`() async throws {
    let days = "opens: 2015-07-09\ncloses: 2015-09-11"
    let site = try await BuiltSite.of {
      Document("consultations/a/edition-1.md", "release: 2015-07-01\n\(days)")
      Document("consultations/a/edition-2.md", "release: 2015-07-02\n\(days)")
    }
    let status = "//div[starts-with(@class, 'inset consultation')]"
    #expect(
      try site.page("/consultations/a/").texts(status + "//time") == ["11 September 2015", "9 July 2015"])
    #expect(try site.page("/consultations/a/").facts("Opens") == [])
    let former = try site.page("/consultations/a/editions/1/")
    #expect(try !former.has(status))
    #expect(try former.facts("Opens") + former.facts("Closes") == ["9 July 2015", "11 September 2015"])
  }

  @Test func `gives every day in a form that machines read`() async throws {
    let site = try await BuiltSite.of {
      Document(
        "letters/a/edition-1.md",
        "release: 2024-03-12\ndated: 2016-05-10\nfieldwork: {start: 2023-11-27, end: 2023-12-01}\n"
          + "statement: {due: 2024-06-14, received: 2024-06-20}")
      Document("letters/a/edition-2.md", "release: 2024-04-12")
      Document(
        "letters/b.md", "release: 2024-03-12\nwithdrawn: {at: 2024-05-12, reason: It was wrong}")
      Document("overviews/o.md", "release: 2024-03-12\nround: {from: 2016-05-01, to: 2018-07-31}")
    }
    let first = try site.page("/letters/a/editions/1/")
    let days = { (place: String) in try first.texts(place + "//time/@datetime") }
    #expect(try days("//p[@class='eyebrow dots']") == ["2024-03-12"])
    #expect(try days("//div[dt='Fieldwork']") == ["2023-11-27", "2023-12-01"])
    #expect(try days("//div[dt='Statement of action']") == ["2024-06-14", "2024-06-20"])
    #expect(try days("//div[dt='Edition']") == ["2024-03-12"])
    #expect(try days("//section[@class='notice notice-superseded']") == ["2024-04-12"])
    #expect(try days("//p[@class='citation']") == ["2024-03-12"])
    #expect(
      try site.page("/letters/b/").texts("//section[@class='notice notice-withdrawn']//time/@datetime")
        == ["2024-05-12"])
    #expect(
      try site.page("/overviews/o/").texts("//div[dt='Round']//time/@datetime") == [
        "2016-05-01", "2018-07-31",
      ])
  }

  @Test(arguments: ["/letters/a/", "/letters/a/editions/1/", "/letters/a/editions/2/"])
  func `names its notices by their headings`(address: String) async throws {
    let page = try await BuiltSite.of {
      Document("letters/a/edition-1.md", "release: 2024-03-12")
      Document(
        "letters/a/edition-2.md", "release: 2024-04-12\nwithdrawn: {at: 2024-05-12, reason: It was wrong}")
    }.page(address)
    let notices = try page.texts("//section[starts-with(@class, 'notice')]/@aria-labelledby")
    #expect(notices == (address.hasSuffix("1/") ? ["_withdrawn", "_superseded"] : ["_withdrawn"]))
    for id in notices { #expect(try page.has("//p[@class='notice-heading'][@id='\(id)']"), "\(id)") }
  }

  @Test(arguments: [
    ("2016-05-10", "Her Majesty's Inspectorate of Constabulary", "HMIC"),
    ("2017-07-18", "Her Majesty's Inspectorate of Constabulary", "HMIC"),
    ("2017-07-19", "HM Inspectorate of Constabulary and Fire & Rescue Services", "HMICFRS"),
  ])
  func `names its publishers as they were called on its date`(
    dated: String, name: String, shortName: String
  ) async throws {
    let site = try await BuiltSite.of {
      Document(
        "letters/a.md", "release: 2024-03-12\ndated: \(dated)\ninspectorates: [ofsted, hmicfrs]")
    }
    let page = try site.page("/letters/a/")
    #expect(try page.facts("Inspectorates") == ["Ofsted", name])
    #expect(try page.text("//p[@class='eyebrow dots']/span[last()]") == "Ofsted, \(shortName)")
    #expect(try page.text("//p[@class='citation']").hasPrefix("Ofsted, \(name) (\(dated.prefix(4))). "))
    #expect(try page.structuredData["author"].elements.map { $0["name"].string } == ["Ofsted", name])
    #expect(try site.json("letters/a/index.json")["inspectorates"][1]["name"].string == name)
    #expect(try site.feed("feed.xml").entries[0]["name"] == ["Ofsted", name])
  }

  @Test func `lists its contents, two levels deep, where it has three sections`() async throws {
    let text = "## One\n\n## Two\n\n### Deep\n\n#### Deeper\n\n### Deep again\n\n## Three\n"
    let page = try await BuiltSite.of {
      Document("letters/a.md", "release: 2024-03-12", text: text)
    }.page("/letters/a/")
    for place in ["nav[@class='contents contents-side']", "nav[@class='contents contents-folded']//details"] {
      #expect(try page.texts("//\(place)/ol/li/a") == ["One", "Two", "Three"])
      #expect(try page.texts("//\(place)/ol/li[2]/ol/li/a") == ["Deep", "Deep again"])
      #expect(try page.texts("//\(place)//a/@href") == ["#one", "#two", "#deep", "#deep-again", "#three"])
    }
  }

  @Test(arguments: ["", "## One\n\n## Two\n", "### One\n\n### Two\n\n### Three\n"])
  func `has no list of its contents where they are few`(text: String) async throws {
    let page = try await BuiltSite.of {
      Document("letters/a.md", "release: 2024-03-12", text: text)
    }.page("/letters/a/")
    #expect(try !page.has("//nav[starts-with(@class, 'contents')]"))
  }

  @Test func `names the licence, on every page`() async throws {
    let site = try await BuiltSite.of {
      Settings("licence: {name: The licence, url: \"https://licence.example/3/\"}")
      Document("letters/a.md", "release: 2024-03-12")
    }
    for path in ["/letters/a/", "/", "/areas/leeds/", "/404.html"] {
      let licence = try site.page(path).text("//footer//a[@rel='license']/@href")
      #expect(licence == "https://licence.example/3/", "\(path)")
    }
    #expect(try site.json("letters/a/index.json")["licence"].string == "https://licence.example/3/")
    #expect(try site.feed("feed.xml").feed["rights"] == ["The licence"])
    let page = try site.page("/letters/a/")
    #expect(try page.structuredData["license"].string == "https://licence.example/3/")
  }

  @Test func `names no licence where there is none`() async throws {
    let site = try await BuiltSite.of { Document("letters/a.md", "release: 2024-03-12") }
    #expect(site.paths(holding: "licence") == [])
  }

  @Test func `names those it was sent to and those who signed it`() async throws {
    let page = try await BuiltSite.of {
      Document(
        "letters/a.md",
        "release: 2024-03-12\naddressees: [The director, The chief constable]\nsignatories: [An inspector]")
    }.page("/letters/a/")
    let lists = "//details[summary='%']//li"
    #expect(
      try page.texts(lists.replacing("%", with: "Who this letter was sent to")) == [
        "The director", "The chief constable",
      ])
    #expect(try page.texts(lists.replacing("%", with: "Who signed this letter")) == ["An inspector"])
  }

  @Test func `is cited by the address of its edition`() async throws {
    let page = try await BuiltSite.of {
      Document("letters/a/edition-1.md", "title: A letter\nrelease: 2023-03-12")
      Document(
        "letters/a/edition-2.md",
        "title: A letter\nrelease: 2024-03-12\ndated: 2016-05-10\ninspectorates: [cqc]")
    }.page("/letters/a/")
    let address = "https://findings.example.org/letters/a/editions/2/"
    #expect(
      try page.text("//p[@class='citation']")
        == "Care Quality Commission (2016). A letter. Letter, edition 2, 12 March 2024. Available at \(address)"
    )
    #expect(try page.text("//p[starts-with(., 'This edition will stay at:')]/a/@href") == address)
  }

  @Test func `is cited by the title of the archive where it has no publisher`() async throws {
    let page = try await BuiltSite.of { Document("letters/a.md", "release: 2024-03-12") }.page("/letters/a/")
    #expect(try page.text("//p[@class='citation']").hasPrefix("Findings of a test (2024). A title. "))
  }
}
