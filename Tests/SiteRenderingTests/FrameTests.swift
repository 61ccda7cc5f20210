import TestSupport
import Testing

@Suite struct `The frame of a page` {
  @Test func `has the entries of the menu whose pages exist`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12")
      Document("guidance/g.md", "release: 2030-03-12")
      Document("pages/about.md", "release: 2024-03-12")
      Document("pages/privacy.md", "release: 2030-03-12")
    }
    for path in site.pagePaths {
      let page = try site.page("/" + path)
      #expect(
        try page.texts("//header[@class='site-header']//li/a/@href") == ["/letters/", "/areas/"], "\(path)")
      #expect(try page.texts("//footer//li/a/@href") == ["/about/", "/data/"], "\(path)")
    }
  }

  @Test func `of an empty archive leads nowhere but to its empty tables`() async throws {
    let site = try await BuiltSite.of {
      File("areas.yml", "[]\n")
      File("inspectorates.yml", "[]\n")
    }
    let files = ["404.html", "index.html", "record.json", "robots.txt", "sitemap.xml"]
    let made = ["assets/", "data/", "search/"]
    #expect(site.paths.filter { path in !made.contains { path.hasPrefix($0) } } == files)
    for path in site.pagePaths {
      let links = try site.page("/" + path).texts("//nav//li/a[not(@href='/')]/@href")
      #expect(links.allSatisfy { $0 == "/data/" }, "\(path): \(links)")
    }
  }

  @Test(arguments: ["", "title: About\nrelease: 2024-03-12", "themes"])
  func `says that nothing is published where a list would be empty`(content: String) async throws {
    let site = try await BuiltSite.of {
      if content == "themes" {
        Document(
          "letters/a.md",
          "release: 2022-03-12\nthemes: [neglect]\ninspectorates: [cqc]\n"
            + "withdrawn: {at: 2023-03-12, reason: It was wrong}")
      } else if content.isEmpty {
        File("areas.yml", "[]\n")
        File("inspectorates.yml", "[]\n")
      } else {
        Document("pages/about.md", content)
      }
    }
    for path in site.pagePaths {
      let page = try site.page("/" + path)
      // What a script fills is hidden until then.
      let empty = "//*[self::ul or self::ol][not(li or @hidden)] | //nav[not(.//a or @hidden)]"
      #expect(try !page.has(empty), "\(path)")
    }
    #expect(
      try site.page("/").text("//section[h2='Latest letters']/p") == "Nothing is published here at present.")
    guard content == "themes" else { return }
    for address in ["/themes/", "/themes/neglect/", "/inspectorates/cqc/"] {
      #expect(
        try site.page(address).texts("//main/p[not(@class)]") == ["Nothing is published here at present."],
        "\(address)")
    }
  }

  @Test(arguments: [
    ("/letters/a/", "Letters", ["Home", "Letters"]), ("/letters/", "Letters", ["Home"]),
    ("/letters/2024/", "Letters", ["Home", "Letters"]), ("/themes/neglect/", "Themes", ["Home", "Themes"]),
    ("/areas/leeds/", "Areas", ["Home", "Areas"]), ("/inspectorates/cqc/", "", ["Home", "Inspectorates"]),
    ("/", "", []), ("/404.html", "", []),
  ])
  func `says where the reader is`(address: String, section: String, way: [String]) async throws {
    let page = try await BuiltSite.of {
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12\nthemes: [neglect]")
    }.page(address)
    let current = "//header[@class='site-header']//a[@aria-current]"
    #expect(try page.texts(current) == [section].filter { !$0.isEmpty })
    #expect(try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a") == way)
  }

  @Test func `names the inspectorates as they are called now`() async throws {
    let page = try await BuiltSite.of { Document("letters/a.md", "release: 2024-03-12") }.page("/letters/a/")
    #expect(
      try page.text("//footer//p[starts-with(., 'The inspections are by')]")
        == "The inspections are by Ofsted, Care Quality Commission, HM Inspectorate of Constabulary and Fire & Rescue "
        + "Services, HM Inspectorate of Probation.")
  }

  @Test func `carries what an edition is for paper and for sharing`() async throws {
    let page = try await BuiltSite.of {
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12\nsummary: In short.")
    }.page("/letters/a/")
    #expect(try page.text("/html/@data-running") == "A letter")
    #expect(try page.text("/html/@data-edition") == "Edition 1, 12 March 2024")
    let meta = "/html/head/meta[@property='og:%']/@content"
    for (name, value) in [
      ("title", "A letter"), ("type", "article"), ("description", "In short."),
      ("url", "https://findings.example.org/letters/a/"), ("site_name", "Findings of a test"),
    ] {
      #expect(try page.text(meta.replacing("%", with: name)) == value)
    }
    #expect(
      try page.texts("//link[@rel='alternate']/@href") == [
        "/feed.xml", "/letters/a/index.json", "/letters/a/cite.ris", "/letters/a/cite.bib",
        "/letters/a/cite.json",
      ])
  }

  @Test func `has styles and an icon named by what they hold`() async throws {
    let site = try await BuiltSite.of {}
    let assets = site.paths.filter { $0.hasPrefix("assets/") && !$0.hasPrefix("assets/search-") }
    #expect(assets.count == 2)
    for path in assets { #expect(path.wholeMatch(of: /assets\/(site|icon)-[0-9a-f]{32}\.(css|svg)/) != nil) }
    #expect(
      try site.page("/").texts("//link[@rel='stylesheet' or @rel='icon']/@href")
        == assets.reversed().map { "/" + $0 })
  }

  @Test func `stands around the page of an address that is not there`() async throws {
    let page = try await BuiltSite.of { Document("letters/a.md", "release: 2024-03-12") }.page("/404.html")
    #expect(try page.text("//h1") == "Page not found")
    #expect(try page.text("//meta[@name='robots']/@content") == "noindex")
    #expect(try !page.has("//link[@rel='canonical']"))
    #expect(try page.texts("//main//li/a") == ["Home", "Letters", "Areas"])
  }

  @Test func `offers other formats where a page says how`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2024-03-12")
      Document("pages/accessibility.md", "title: Accessibility\nrelease: 2024-04-12")
    }
    #expect(try site.page("/letters/a/").text("//section[h2='Other formats']//a/@href") == "/accessibility/")
    let before = try await BuiltSite.of { Document("letters/a.md", "release: 2024-03-12") }
    #expect(try !before.page("/letters/a/").has("//section[h2='Other formats']"))
  }
}
