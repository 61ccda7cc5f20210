import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The page of an area` {
  private static let areas = """
    - {id: leeds, name: Leeds, region: Yorkshire, covers: [Otley, Morley], listed: true}
    - {id: york, name: York, region: Yorkshire, listed: true, police-force: North Yorkshire Police}
    - {id: north-yorkshire, name: North Yorkshire, region: Yorkshire, listed: true}
    - {id: craven, name: Craven, successors: [north-yorkshire]}
    - {id: oxfordshire, name: Oxfordshire, region: South East, listed: true}
    - {id: hidden, name: Hidden, region: South East}

    """

  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of {
      File("areas.yml", areas)
      Document(
        "letters/a.md", "title: A letter\nrelease: 2024-03-12\narea: [leeds, craven]\nthemes: [neglect]")
      Document("letters/b.md", "title: To come\nrelease: 2030-03-12\narea: [hidden, york]")
      Document("guidance/g.md", "title: Guidance\nrelease: 2024-04-16")
    }
  }

  @Test func `says that no letter has been published for it`() async throws {
    let page = try await Self.site().page("/areas/york/")
    #expect(try page.text("//h1") == "York")
    #expect(
      try page.texts("//section[@class='inset']/p") == [
        "No letter has been published for York.", "The archive was last added to on 16 April 2024.",
        "What else there is:",
      ])
    #expect(try page.texts("//section[@class='inset']//li/a") == ["All letters"])
    #expect(try page.facts("Police force") == ["North Yorkshire Police"])
    #expect(try page.texts("//section[h2='Other areas in Yorkshire']//a") == ["Leeds", "North Yorkshire"])
    #expect(try !page.has("//ol[@class='items']"))
  }

  @Test func `says it of the area that came after one with a letter`() async throws {
    let page = try await Self.site().page("/areas/north-yorkshire/")
    #expect(
      try page.text("//section[@class='inset']/p[1]") == "No letter has been published for North Yorkshire.")
    #expect(try page.texts("//section[@class='inset']//li/a/@href") == ["/areas/craven/", "/letters/"])
  }

  @Test func `shows its towns, its region and its letters`() async throws {
    let site = try await Self.site()
    let page = try site.page("/areas/leeds/")
    #expect(try page.texts("//p[@class='eyebrow dots']/span") == ["Local area", "Yorkshire"])
    #expect(try page.text("//header[@class='head']/p[2]") == "Includes Otley, Morley.")
    #expect(try page.texts("//section[h2='2024']/ol/li//a") == ["A letter"])
    #expect(try !page.has("//section[@class='inset']"))
    #expect(try site.page("/areas/craven/").texts("//section[h2='2024']/ol/li//a") == ["A letter"])
  }

  @Test func `is there for listed areas and those with a public document`() async throws {
    let site = try await Self.site()
    #expect(
      site.paths.filter { $0.hasPrefix("areas/") && $0.hasSuffix(".html") } == [
        "areas/craven/index.html", "areas/index.html", "areas/leeds/index.html",
        "areas/north-yorkshire/index.html", "areas/oxfordshire/index.html", "areas/york/index.html",
      ])
    // The search page hides what its script fills.
    let own = site.paths(holding: "hidden").filter { !$0.hasPrefix("assets/") && $0 != "search/index.html" }
    #expect(own == [])
  }

  @Test func `has a feed, empty where there is nothing`() async throws {
    let site = try await Self.site()
    #expect(try site.feed("areas/leeds/feed.xml").titles == ["A letter"])
    let empty = try site.feed("areas/york/feed.xml")
    #expect(empty.feed["title"] == ["Findings of a test: documents about York"])
    #expect(empty.feed["updated"] == ["2024-04-16T08:30:00Z"])
    #expect(empty.entries.isEmpty)
    let page = try site.page("/areas/york/")
    #expect(try page.text("//p[@class='feed']/a/@href") == "/areas/york/feed.xml")
    #expect(
      try page.texts("//link[@type='application/atom+xml']/@href") == ["/feed.xml", "/areas/york/feed.xml"])
  }

  @Test func `has a heading of its own for every region, whatever its name is made of`() async throws {
    let site = try await BuiltSite.of {
      File(
        "areas.yml",
        ["Île-de-France", "ile de France!", "日本", "–", "…", "South East", "South-East", "South East 2"]
          .enumerated().map { "- {id: a\($0), name: A\($0), region: \"\($1)\", listed: true}\n" }.joined())
    }
    let page = try site.page("/areas/")
    let ids = try page.texts("//section[@class='group']/h2/@id")
    #expect(
      ids == [
        "south-east", "south-east-2", "south-east-3", "ile-de-france", "île-de-france", "region", "region-2",
        "日本",
      ])
    #expect(try page.texts("//nav[@aria-label='Regions']//a/@href") == ids.map { "#" + $0 })
  }

  @Test func `is found by region, with the number of its letters`() async throws {
    let site = try await Self.site()
    let page = try site.page("/areas/")
    #expect(try page.texts("//section[@class='group']/h2") == ["Areas", "South East", "Yorkshire"])
    #expect(try page.texts("//section[h2='Yorkshire']//li") == ["Leeds 1 letter", "North Yorkshire", "York"])
    #expect(try page.texts("//section[h2='Areas']//li") == ["Craven 1 letter"])
    #expect(
      try page.texts("//nav[@aria-label='Regions']//a/@href") == ["#areas", "#south-east", "#yorkshire"])
    let home = try site.page("/")
    #expect(try home.texts("//div[@class='regions']//summary") == ["Areas", "South East", "Yorkshire"])
    #expect(
      try home.texts("//div[@class='regions']/details[3]//li") == [
        "Leeds 1 letter", "North Yorkshire", "York",
      ])
  }

  private static func inspected(at instant: Instant = "2025-01-01") async throws -> BuiltSite {
    try await BuiltSite.of(at: instant) {
      Document(
        "letters/first.md",
        """
        title: First letter
        release: 2023-05-10
        area: leeds
        themes: [neglect]
        fieldwork: {start: 2023-03-27, end: 2023-03-31}
        statement: {due: 2023-09-01, received: 2023-08-30}
        """, text: "## Strengths\n\n- One.\n- Two.\n\n## Areas for improvement\n\n- Three.\n")
      Document(
        "letters/second.md",
        "title: Second letter\nrelease: 2024-05-10\narea: [leeds, oxfordshire]\nwording: summary",
        text: "## Strengths\n\n- Four.\n")
      Document(
        "follow-ups/statement.md",
        "title: Statement\nrelease: 2023-09-02\nfollows: letters/first\nkind: statement")
      Document(
        "follow-ups/visit.md", "title: Visit\nrelease: 2024-02-02\nfollows: letters/first\nkind: reinspection"
      )
      Document(
        "follow-ups/elsewhere.md",
        "title: Elsewhere\nrelease: 2024-02-02\nfollows: letters/other\nkind: progress")
      Document("letters/other.md", "title: Other\nrelease: 2024-01-02\narea: salford")
      Document("follow-ups/secret.md", "title: Secret\nrelease: 2030-02-02\nfollows: letters/first")
      Document("follow-ups/lonely.md", "title: Lonely\nrelease: 2024-02-02\nfollows: letters/secret")
      Document("letters/secret.md", "title: Secret\nrelease: 2030-02-02\narea: leeds")
    }
  }

  private let events = "//ol[@class='items events']/li"

  @Test func `tells in order of time what happened, follow-ups among it`() async throws {
    let site = try await Self.inspected()
    let page = try site.page("/areas/leeds/")
    #expect(try page.texts("//div[@class='years']//h2") == ["2024", "2023"])
    #expect(
      try page.texts(events + "/time") == [
        "10 May 2024", "2 February 2024", "2 September 2023", "10 May 2023",
      ])
    #expect(
      try page.texts(events + "/div/a") == ["Second letter", "Visit", "Statement", "First letter"])
    #expect(
      try page.texts(events + "/div/p[1]") == [
        "Letter Our summary", "Reinspection", "Statement of action", "Letter Neglect",
      ])
    #expect(try page.texts(events + "/div/p[2]") == ["Follows: First letter", "Follows: First letter"])
    #expect(
      try site.feed("areas/leeds/feed.xml").titles == [
        "Second letter", "Visit", "Statement", "First letter",
      ])
    #expect(site.paths(holding: "secret") == [])
  }

  @Test func `gives the public days of each inspection`() async throws {
    let page = try await Self.inspected().page("/areas/leeds/")
    #expect(
      try page.texts("//ul[@class='milestones']/li") == [
        "Fieldwork: 27 to 31 March 2023", "Statement of action received: 30 August 2023",
        "Statement of action due: 1 September 2023",
      ])
    #expect(
      try page.texts("//ul[@class='milestones']/li[1]/time/@datetime") == ["2023-03-27", "2023-03-31"])
  }

  @Test func `gives the public milestones of the timetable, and no other`() async throws {
    let page = try await BuiltSite.of {
      File(
        "programmes.yml",
        """
        - id: jtai
          name: Joint targeted area inspections
          timetables:
            - from: 2016-01-01
              milestones:
                draft-letter: {after: fieldwork-end, working-days: 15}
                publication: {after: fieldwork-end, working-days: 34, public: true}
                complaints-close: {after: publication, working-days: 10, public: true}

        """)
      Document(
        "letters/a.md",
        "release: 2024-05-10\narea: leeds\nprogramme: jtai\nfieldwork: {start: 2024-03-18, end: 2024-03-22}")
    }.page("/areas/leeds/")
    #expect(
      try page.texts("//ul[@class='milestones']/li") == [
        "Fieldwork: 18 to 22 March 2024", "Last day for complaints about the inspection: 24 May 2024",
      ])
  }

  @Test func `counts what was found by kind, the archive's own words apart`() async throws {
    let site = try await Self.inspected()
    let page = try site.page("/areas/leeds/")
    #expect(
      try page.texts("//section[@class='tallies']/*[not(self::h2)]") == [
        "In the inspectorates’ own words", "Areas for improvement (1) Strengths (2)",
        "In this archive’s own summaries", "Strengths (1)", "All findings",
      ])
    #expect(
      try page.texts("//section[@class='tallies']//a/@href") == [
        "/areas/leeds/findings/improvement/", "/areas/leeds/findings/strength/",
        "/areas/leeds/findings/strength/", "/areas/leeds/findings/",
      ])
    #expect(
      try site.page("/areas/leeds/findings/").texts("//ol[@class='findings']/li/p[2]") == [
        "Four.", "One.", "Two.", "Three.",
      ])
    #expect(try !site.page("/areas/salford/").has("//section[@class='tallies']"))
    #expect(!site.has("areas/salford/findings/index.html"))
  }

  @Test func `names what it took the place of, and what took its place`() async throws {
    let site = try await Self.site()
    #expect(try site.page("/areas/north-yorkshire/").facts("Took the place of") == ["Craven"])
    #expect(try site.page("/areas/craven/").facts("Replaced by") == ["North Yorkshire"])
    #expect(
      try site.page("/areas/craven/").texts("//dl[@class='facts']//a/@href") == ["/areas/north-yorkshire/"])
  }

  @Test func `goes on over pages, and says the rest once`() async throws {
    let site = try await BuiltSite.of {
      for number in 10...69 {
        Document(
          "letters/l\(number).md", "title: L\(number)\nrelease: 2023-05-10\narea: leeds",
          text: "## Strengths\n\n- One.\n")
      }
    }
    #expect(try site.page("/areas/leeds/").texts(events).count == 10)
    let second = try site.page("/areas/leeds/page/2/")
    #expect(try second.texts(events + "/div/a") == (20...69).map { "L\($0)" })
    #expect(try second.texts("//section[@class='tallies']") == [])
  }
}
