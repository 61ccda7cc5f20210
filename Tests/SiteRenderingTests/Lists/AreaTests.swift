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
    #expect(site.paths(holding: "hidden").filter { !$0.hasPrefix("assets/") } == [])
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
}
