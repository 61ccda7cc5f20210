import Diagnostics
import Embargo
import SiteRendering
import TestSupport
import Testing

@Suite struct `The site of a channel` {
  private static func site(_ scope: SiteScope = .archiveAndChannels) async throws -> BuiltSite {
    let copy = try ChannelSample.site()
    defer { withExtendedLifetime(copy) {} }
    return try await BuiltSite(ChannelSample.content(), site: copy.path, scope: scope)
  }

  /// The files of a channel by their paths within it.
  private static func paths(of id: String, _ site: BuiltSite) -> [String] {
    site.paths.filter { $0.hasPrefix("channels/\(id)/") }.map {
      String($0.dropFirst("channels/\(id)/".count))
    }
  }

  @Test func `holds the documents of its inspectorate, in every state, and the pages of the archive`()
    async throws
  {
    let site = try await Self.site()
    let documents = { (id: String) in
      Self.paths(of: id, site).filter {
        $0.hasSuffix("/index.html") && !$0.contains("page/") && !$0.contains("/20")
          && !$0.hasPrefix("themes/")
          && !$0.hasPrefix("areas/") && $0 != "letters/index.html"
      }
    }
    let shared = ["about", "accessibility"].flatMap { ["\($0)/editions/1", $0] }
    let both = ["letters/both-2023/editions/1", "letters/both-2023/editions/2", "letters/both-2023"]
    let removed = ["letters/removed-2021/editions/1", "letters/removed-2021"]
    let moved = ["old/both", "old/removed"]
    #expect(
      documents("ofsted").sorted()
        == (shared + both + ["letters/ofsted-2024/editions/1", "letters/ofsted-2024"] + removed
        + ["letters/withdrawn-2022/editions/1", "letters/withdrawn-2022"] + moved).map { $0 + "/index.html" }
        .sorted())
    #expect(
      documents("cqc").sorted()
        == (shared + ["letters/cqc-2024/editions/1", "letters/cqc-2024"] + both + removed + moved)
        .map { $0 + "/index.html" }.sorted())
    #expect(try site.text("channels/cqc/letters/both-2023/figures.csv") == "a,b\n1,2\n")
  }

  @Test func `lists its own documents, themes and areas alone`() async throws {
    let site = try await Self.site()
    let lists = try ["/letters/", "/themes/", "/areas/"].map { list in
      try site.page("/channels/ofsted" + list).texts(
        "//main//li/a[starts-with(@href, '/channels/')]/@href | //main//li//h2/a/@href | //main//li/div/a/@href"
      )
    }
    #expect(
      lists[0].filter { !$0.contains("/letters/20") && $0 != "/channels/ofsted/letters/" }
        == ["ofsted-2024", "both-2023"].map { "/channels/ofsted/letters/\($0)/" })
    #expect(lists[1] == ["exploitation", "neglect"].map { "/channels/ofsted/themes/\($0)/" })
    #expect(lists[2] == ["salford", "leeds"].map { "/channels/ofsted/areas/\($0)/" })
    #expect(!site.has("channels/ofsted/areas/oxfordshire/index.html"))
    #expect(!site.has("channels/ofsted/inspectorates/index.html"))
  }

  @Test(arguments: ["ofsted", "cqc"])
  func `leads within itself where it can, else to the archive`(id: String) async throws {
    let site = try await Self.site()
    for path in Self.paths(of: id, site) where path.hasSuffix(".html") {
      let page = try site.page("/channels/\(id)/" + path)
      for link in try page.texts("//a/@href | //link[not(@rel='canonical')]/@href | //img/@src") {
        let target = link.prefix { $0 != "#" }
        guard target.hasPrefix("/") else { continue }
        #expect(site.has(file(target)), "\(link) on \(path) leads nowhere")
        guard !target.hasPrefix("/channels/"), target != "/" else { continue }
        #expect(!site.has("channels/\(id)/" + file(target)), "\(link) on \(path) leaves the channel")
      }
    }
  }

  /// The file that answers at a path, as a server of files finds it.
  private func file(_ target: Substring) -> String {
    let path = String(target.dropFirst())
    if path.isEmpty || path.hasSuffix("/") { return path + "index.html" }
    return path.split(separator: "/").last?.contains(".") == true ? path : path + "/index.html"
  }

  @Test func `shows a text with the links of each site`() async throws {
    let site = try await Self.site()
    let link = { (site: BuiltSite, page: String, words: String) in
      try site.page(page).text("//div[@class='body']//a[.='\(words)']/@href")
    }
    let alone = try await Self.site(.channel("ofsted"))
    for (words, main, ofsted, cqc, aloneOfsted) in [
      ("the one of Ofsted", "/letters/ofsted-2024/", "/channels/ofsted", "", ""),
      ("the one of the CQC", "/letters/cqc-2024/", "", "/channels/cqc", "https://findings.example.org"),
      ("the figures", "/letters/both-2023/figures.csv", "/channels/ofsted", "/channels/cqc", ""),
      ("the theme", "/themes/neglect/", "/channels/ofsted", "/channels/cqc", ""),
      ("the other theme", "/themes/domestic-abuse", "", "/channels/cqc", "https://findings.example.org"),
      ("the inspectorate", "/inspectorates/cqc/", "", "", "https://findings.example.org"),
      ("the first", "/letters/both-2023/editions/1/", "/channels/ofsted", "/channels/cqc", ""),
      ("a page", "/about/#top", "/channels/ofsted", "/channels/cqc", ""),
    ] {
      #expect(try link(site, "/letters/both-2023/", words) == main, "\(words)")
      #expect(try link(site, "/channels/ofsted/letters/both-2023/", words) == ofsted + main, "\(words)")
      #expect(try link(site, "/channels/cqc/letters/both-2023/", words) == cqc + main, "\(words)")
      #expect(try link(alone, "/letters/both-2023/", words) == aloneOfsted + main, "\(words)")
    }
    #expect(site.paths(holding: "secret-2030") == [])
  }

  @Test func `names the archive's address of a document as the canonical one`() async throws {
    let site = try await Self.site()
    let alone = try await Self.site(.channel("ofsted"))
    let archive = "https://findings.example.org"
    for (address, isOfDocument) in [
      ("/letters/both-2023/", true), ("/letters/both-2023/editions/1/", true), ("/about/", true),
      ("/letters/removed-2021/", true), ("/letters/withdrawn-2022/", true), ("/", false),
      ("/letters/", false),
      ("/letters/2024/", false), ("/themes/neglect/", false), ("/areas/leeds/", false),
    ] {
      let canonical = try [site.page(address), site.page("/channels/ofsted" + address), alone.page(address)]
        .map {
          try $0.text("//link[@rel='canonical']/@href")
        }
      let main = try site.page(address).text("//link[@rel='canonical']/@href")
      #expect(
        canonical
          == (isOfDocument
            ? [main, main, main]
            : [
              archive + address, archive + "/channels/ofsted" + address,
              "https://ofsted.example.org" + address,
            ]),
        "\(address)")
    }
    #expect(
      try site.page("/channels/ofsted/old/both/").text("//link[@rel='canonical']/@href")
        == archive + "/letters/both-2023/")
  }

  @Test func `has its name, its colours and the way to the archive on every page`() async throws {
    let site = try await Self.site()
    for path in Self.paths(of: "cqc", site) where path.hasSuffix(".html") && !path.hasPrefix("old/") {
      let page = try site.page("/channels/cqc/" + path)
      #expect(try page.text("//a[@class='site-name']") == "CQC letters")
      #expect(try page.text("//a[@class='site-name']/@href") == "/channels/cqc/")
      #expect(try page.text("//title").hasSuffix("CQC letters"))
      #expect(try page.text("//p[@class='site-archive']") == "Part of the joint archive: Findings of a test")
      #expect(try page.text("//p[@class='site-archive']/a/@href") == "/")
      let styles = try page.texts("//link[@rel='stylesheet']/@href")
      #expect(styles.count == 2)
      for style in styles { #expect(site.has(String(style.dropFirst()))) }
    }
    #expect(try !site.page("/").has("//p[@class='site-archive']"))
    #expect(try site.page("/channels/cqc/").text("//h1") == "CQC letters")
    #expect(try site.page("/channels/cqc/").text("//p[@class='lead']") == "What CQC letters say.")
  }

  @Test func `has a menu of its own where its file says so`() async throws {
    let copy = try SiteCopy()
    let file =
      ChannelSample.file("Letters", address: "https://ofsted.example.org")
      + "navigation: [{title: What we found, href: /letters/}, {title: Nothing, href: /overviews/}]\n"
    try copy.write(Array(file.utf8), to: "channels/ofsted.yml")
    let site = try await BuiltSite(
      ChannelSample.content(), site: copy.path, scope: .archiveAndChannels)
    #expect(
      try site.page("/channels/ofsted/").texts("//header[@class='site-header channel']//li/a")
        == ["What we found"])
  }

  @Test func `has feeds of the same entries as the archive, which lead to its own pages`() async throws {
    let site = try await Self.site()
    let main = try site.feed("feed.xml")
    let own = try site.feed("channels/ofsted/feed.xml")
    #expect(own.titles == ["Of Ofsted", "Edition 2: Of both", "Of both"])
    #expect(own.feed["id"] == ["https://findings.example.org/channels/ofsted/"])
    #expect(own.feed["link self"] == ["https://findings.example.org/channels/ofsted/feed.xml"])
    let ids = own.texts("id").flatMap(\.self)
    #expect(Set(ids).isSubset(of: main.texts("id").flatMap(\.self)))
    #expect(
      own.texts("link alternate").flatMap(\.self)
        == ids.map { $0.replacing("example.org/", with: "example.org/channels/ofsted/") })
    let alone = try await Self.site(.channel("ofsted")).feed("feed.xml")
    #expect(alone.texts("id").flatMap(\.self) == ids)
    #expect(
      alone.texts("link alternate").flatMap(\.self)
        == ids.map { $0.replacing("findings.example.org", with: "ofsted.example.org") })
  }

  @Test func `has a sitemap of its own pages`() async throws {
    let site = try await Self.site()
    let places = try site.text("channels/ofsted/sitemap.xml").matches(of: /<loc>(.*?)<\/loc>/).map {
      String($0.1)
    }
    #expect(places.contains("https://findings.example.org/channels/ofsted/letters/both-2023/"))
    for place in places {
      #expect(place.hasPrefix("https://findings.example.org/channels/ofsted/"))
      #expect(site.has(place.dropFirst("https://findings.example.org/".count) + "index.html"), "\(place)")
    }
    #expect(try !site.text("sitemap.xml").contains("/channels/"))
  }

  @Test(arguments: ["ofsted", "cqc"])
  func `is the same to the byte when it stands alone, but for its addresses`(id: String) async throws {
    let together = try await Self.site()
    let alone = try await Self.site(.channel(id))
    #expect(
      alone.paths.filter { !["record.json", "robots.txt"].contains($0) } == Self.paths(of: id, together))
    for path in Self.paths(of: id, together) {
      let within = try together.text("channels/\(id)/" + path)
        .replacing("https://findings.example.org/channels/\(id)/", with: "own:/")
        .replacing(/((?: href=| src=| action=|; url=)"?)\/channels\/\w+\//) { "\($0.1)own:/" }
        .replacing(/((?: href=| src=| action=|; url=)"?)\//) { "\($0.1)archive:/" }
        .replacing("https://findings.example.org", with: "archive:")
      let apart = try alone.text(path)
        .replacing("https://\(id).example.org/", with: "own:/")
        .replacing(/((?: href=| src=| action=|; url=)"?)\//) { "\($0.1)own:/" }
        .replacing("https://findings.example.org", with: "archive:")
      #expect(within == apart, "\(path)")
    }
  }

  @Test func `changes nothing in the site of the archive`() async throws {
    let without = try await Self.site(.archive)
    let with = try await Self.site()
    #expect(without.paths == with.paths.filter { !$0.hasPrefix("channels/") })
    for path in without.paths { #expect(without.files[path] == with.files[path], "\(path)") }
    #expect(without.diagnostics.map(\.message) == with.diagnostics.map(\.message))
    #expect(without.editions == with.editions)
  }

  @Test func `holds no mark of an address`() async throws {
    for site in [try await Self.site(), try await Self.site(.channel("cqc"))] {
      // The pieces of the search index are compressed.
      for (path, bytes) in site.files where !path.hasPrefix("search/index/") {
        #expect(!bytes.contains { $0 >= 0xFE }, "\(path)")
      }
    }
  }

  @Test func `stands alone with a record of its own documents`() async throws {
    let alone = try await Self.site(.channel("cqc"))
    let record = try alone.json("record.json")
    #expect(
      record["editions"].elements.compactMap { $0["document"].string }
        == [
          "letters/both-2023", "letters/both-2023", "letters/cqc-2024", "pages/about", "pages/accessibility",
        ])
    #expect(alone.editions == 5)
    #expect(
      try alone.text("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://cqc.example.org/sitemap.xml\n")
  }

  @Test func `is there for an inspectorate without a document`() async throws {
    let copy = try SiteCopy()
    let file = ChannelSample.file("Letters", address: "https://p.example.org")
    try copy.write(Array(file.utf8), to: "channels/hmi-probation.yml")
    let content = try Content { Document("letters/a.md", "release: 2024-03-12\ninspectorates: [ofsted]") }
    let site = try await BuiltSite(content, site: copy.path, scope: .archiveAndChannels)
    #expect(
      try site.page("/channels/hmi-probation/").text("//section[h2='Latest letters']/p")
        == "Nothing is published here at present.")
    #expect(!site.has("channels/hmi-probation/letters/index.html"))
  }
}
