import TestSupport
import Testing

@Suite struct `The pages of themes and inspectorates` {
  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of {
      File(
        "themes.yml",
        """
        - {id: neglect, name: Neglect, description: Children whose needs are not met., aliases: [growing up neglected]}
        - {id: exploitation, name: Criminal exploitation}
        - {id: hidden, name: Hidden theme}

        """)
      Document(
        "letters/a.md",
        "title: A\nrelease: 2024-03-12\nthemes: [neglect, exploitation]\ninspectorates: [hmicfrs]")
      Document("letters/b.md", "title: B\nrelease: 2023-03-12\nthemes: [neglect]")
      Document("overviews/o.md", "title: O\nrelease: 2024-03-13\nthemes: [neglect]")
      Document("letters/c.md", "title: C\nrelease: 2030-03-12\nthemes: [hidden]")
    }
  }

  @Test func `show what a theme is, and its documents`() async throws {
    let page = try await Self.site().page("/themes/neglect/")
    #expect(try page.text("//h1") == "Neglect")
    #expect(try page.text("//p[@class='eyebrow dots']") == "Theme")
    #expect(
      try page.texts("//header[@class='head']/p[position() > 1]") == [
        "Children whose needs are not met.", "Also called: growing up neglected.",
      ])
    #expect(try page.facts("Inspections") == ["2"])
    #expect(try page.texts("//ol[@class='items']//a") == ["O", "A", "B"])
    #expect(
      try page.text("//meta[@name='description']/@content") == "Letters from joint inspections on Neglect.")
  }

  @Test func `show the rounds with their overviews, and mark what is no letter`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: A\nrelease: 2018-03-12\nthemes: [neglect]")
      Document("letters/b.md", "title: B\nrelease: 2018-04-12\nthemes: [neglect]")
      Document(
        "overviews/o.md",
        "title: O\nrelease: 2018-07-06\nsummary: In short.\nwording: facts\n"
          + "round: {themes: [neglect], from: 2018-01-01, to: 2018-06-30}")
      Document(
        "overviews/cy.md",
        "title: Cy\nrelease: 2018-07-07\nlanguage: cy\ntranslation-of: overviews/o\n"
          + "round: {themes: [neglect]}")
    }
    let page = try site.page("/themes/neglect/")
    let round = "//section[h2='Rounds of inspections']/ul/li"
    #expect(try page.texts(round + "/h3/a") == ["O"])
    #expect(
      try page.texts(round + "/p") == [
        "1 January to 30 June 2018 2 letters Overview, 6 July 2018 Facts only", "In short.",
      ])
    #expect(
      try page.texts("//ol[@class='items']/li//span[@class='detail dots']") == [
        "Overview", "Overview Facts only", "", "",
      ])
  }

  @Test func `list the themes that are public, by name`() async throws {
    let site = try await Self.site()
    let page = try site.page("/themes/")
    #expect(try page.texts("//ul[@class='entries']/li/h2") == ["Criminal exploitation", "Neglect"])
    #expect(
      try page.texts("//ul[@class='entries']/li/p[@class='detail']") == ["1 inspection", "2 inspections"])
    #expect(
      try site.page("/").texts("//ul[@class='counted']/li")
        == ["Criminal exploitation 1 inspection", "Neglect 2 inspections"])
    #expect(site.paths(holding: "hidden theme") == [])
    #expect(!site.has("themes/hidden/index.html"))
  }

  @Test func `count the themes and show no other number than inspections`() async throws {
    let site = try await BuiltSite.of {
      Document(
        "letters/a.md",
        "release: 2022-03-12\nthemes: [neglect]\nwithdrawn: {at: 2023-03-12, reason: It was wrong}")
      Document("letters/b/edition-1.md", "release: 2022-03-12\nthemes: [domestic-abuse]")
      Document("letters/b/edition-2.md", "release: 2023-03-12")
      Document("overviews/o.md", "title: O\nrelease: 2024-03-13\nround: {themes: [exploitation]}")
    }
    let listed = "Criminal exploitation"
    #expect(try site.page("/themes/").texts("//ul[@class='entries']/li") == [listed])
    #expect(try site.page("/").texts("//section[h2='Themes']//li") == [listed])
    let page = try site.page("/themes/exploitation/")
    #expect(try page.factLabels == [])
    #expect(try page.texts("//ol[@class='items']//a") == ["O"])
    #expect(try site.feed("themes/exploitation/feed.xml").titles == ["O"])
    for id in ["neglect", "domestic-abuse"] {
      let page = try site.page("/themes/\(id)/")
      #expect(try page.factLabels == [])
      #expect(try page.text("//main/p[not(@class)]") == "Nothing is published here at present.")
    }
    #expect(try site.page("/letters/a/").has("//a[@href='/themes/neglect/']"))
    #expect(site.paths(holding: "0 inspections") == [])
  }

  @Test func `have feeds`() async throws {
    let site = try await Self.site()
    #expect(try site.feed("themes/neglect/feed.xml").titles == ["O", "A", "B"])
    #expect(
      try site.feed("themes/neglect/feed.xml").feed["title"] == ["Findings of a test: letters on Neglect"])
    #expect(try site.feed("inspectorates/hmicfrs/feed.xml").titles == ["A"])
    #expect(try site.feed("inspectorates/ofsted/feed.xml").titles == [])
  }

  @Test func `list every inspectorate by its name of the day`() async throws {
    let page = try await Self.site().page("/inspectorates/")
    #expect(
      try page.texts("//ul[@class='entries']/li/h2") == [
        "Ofsted", "Care Quality Commission", "HM Inspectorate of Constabulary and Fire & Rescue Services",
        "HM Inspectorate of Probation",
      ])
    #expect(try page.texts("//ul[@class='entries']/li/p") == ["Website", "CQC", "HMICFRS", ""])
  }

  @Test func `show the names of an inspectorate over time, as far as they have begun`() async throws {
    let names = "//section[h2='Names over time']//li"
    let page = try await Self.site().page("/inspectorates/hmicfrs/")
    #expect(
      try page.texts(names) == [
        "From 1 January 1900 Her Majesty's Inspectorate of Constabulary (HMIC)",
        "From 19 July 2017 HM Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
      ])
    #expect(try page.texts("//ol[@class='items']//a") == ["A"])
    let earlier = try await BuiltSite.of(at: "2017-07-18") { Document("letters/a.md", "release: 2016-03-12") }
    #expect(
      try earlier.page("/inspectorates/hmicfrs/").text("//h1") == "Her Majesty's Inspectorate of Constabulary"
    )
    #expect(try !earlier.page("/inspectorates/hmicfrs/").has(names))
    #expect(earlier.paths(holding: "Fire &amp; Rescue") == [])
  }

  @Test func `continue on further pages`() async throws {
    let copy = try SiteCopy(listing: 2)
    let content = try Content {
      for number in 1...3 {
        Document(
          "letters/l\(number).md", "release: 2024-03-0\(number)\nthemes: [neglect]\ninspectorates: [cqc]")
      }
    }
    let site = try await BuiltSite(content, site: copy.path)
    for address in ["/themes/neglect/", "/inspectorates/cqc/"] {
      #expect(
        try site.page(address).texts("//ol[@class='items']//a/@href") == ["/letters/l3/"])
      let second = try site.page(address + "page/2/")
      #expect(try second.texts("//ol[@class='items']//a/@href") == ["/letters/l2/", "/letters/l1/"])
      #expect(try second.text("//h1").hasSuffix(", page 2"))
      #expect(try second.text("//nav[@class='pagination']/a[@rel='prev']/@href") == address)
      #expect(try second.text("//p[@class='feed']/a/@href") == address + "feed.xml")
    }
  }
}
