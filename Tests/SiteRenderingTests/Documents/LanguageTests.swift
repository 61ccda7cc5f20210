import TestSupport
import Testing

@Suite struct `A document in Welsh` {
  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of {
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12\nthemes: [neglect]")
      Document(
        "letters/cy/edition-1.md",
        "title: Llythyr\nrelease: 2024-03-13\nlanguage: cy\ntranslation-of: letters/a")
      Document(
        "letters/cy/edition-2.md",
        "title: Llythyr\nrelease: 2024-05-13\nlanguage: cy\ntranslation-of: letters/a\nthemes: [neglect]\n"
          + "wording: summary\nchange: Gair")
    }
  }

  @Test func `has Welsh words around it, and its language`() async throws {
    let page = try await Self.site().page("/letters/cy/")
    #expect(try page.text("/html/@lang") == "cy")
    #expect(
      try page.factLabels
        == ["Thema", "Arolygiaethau", "Cyhoeddwyd", "Argraffiad"].filter { $0 != "Arolygiaethau" })
    #expect(try page.facts("Cyhoeddwyd") == ["13 Mawrth 2024"])
    #expect(try page.text("//p[@class='eyebrow dots']/span[1]") == "Llythyr")
    #expect(try page.text("//div[@class='wording wording-summary']/p/strong") == "Ein crynodeb ni.")
    #expect(try page.texts("//header[@class='site-header']//li") == ["Llythyrau", "Themâu", "Ardaloedd"])
    #expect(try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a") == ["Hafan", "Llythyrau"])
    #expect(try page.text("//a[@class='skip']") == "Neidio i’r prif destun")
    #expect(try page.text("//h2[@id='_history']") == "Hanes y dudalen hon")
    #expect(try page.text("//p[@class='citation']").contains("Llythyr, argraffiad 2, 13 Mai 2024"))
  }

  @Test func `says in Welsh that it is superseded`() async throws {
    let page = try await Self.site().page("/letters/cy/editions/1/")
    #expect(
      try page.text("//section[@class='notice notice-superseded']/p[1]")
        == "Nid hwn yw’r argraffiad diweddaraf")
  }

  @Test func `shows related documents with Welsh dates`() async throws {
    let page = try await Self.site().page("/letters/cy/")
    #expect(try page.texts("//section[@class='related']//li/time") == ["12 Mawrth 2024"])
  }

  @Test func `and what it translates lead to each other`() async throws {
    let site = try await Self.site()
    let link = "//header[@class='head']/p/a[@hreflang]"
    let english = try site.page("/letters/a/")
    #expect(try english.text(link) == "Llythyr")
    #expect(try english.text(link + "/@href") == "/letters/cy/")
    #expect(try english.texts(link + "/@lang | \(link)/@hreflang") == ["cy", "cy"])
    let welsh = try site.page("/letters/cy/")
    #expect(try welsh.text(link) == "A letter")
    #expect(try welsh.text(link + "/@lang") == "en-GB")
  }

  @Test func `and what it translates are named to search engines as one document`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2024-03-12")
      Document("letters/cy/edition-1.md", "release: 2024-03-13\nlanguage: cy\ntranslation-of: letters/a")
      Document("letters/cy/edition-2.md", "release: 2024-04-13\nlanguage: cy\ntranslation-of: letters/a")
      Document("letters/pl.md", "release: 2024-03-14\nlanguage: pl\ntranslation-of: letters/a")
      Document(
        "letters/fr.md",
        "release: 2024-03-14\nlanguage: fr\ntranslation-of: letters/a\nwithdrawn: {at: 2024-04-01, reason: No}"
      )
      Document("letters/ur.md", "release: 2030-03-14\nlanguage: ur\ntranslation-of: letters/a")
      Document("letters/b.md", "release: 2024-03-12")
    }
    let link = "//link[@rel='alternate'][@hreflang]"
    for address in ["/letters/a/", "/letters/cy/", "/letters/pl/"] {
      let page = try site.page(address)
      let versions = zip(try page.texts(link + "/@hreflang"), try page.texts(link + "/@href"))
      #expect(
        versions.map { "\($0) \($1)" }.sorted() == [
          "cy https://findings.example.org/letters/cy/", "en-GB https://findings.example.org/letters/a/",
          "pl https://findings.example.org/letters/pl/",
        ], "\(address)")
    }
    for address in ["/letters/b/", "/letters/fr/", "/letters/cy/editions/1/"] {
      #expect(try !site.page(address).has(link), "\(address)")
    }
    #expect(
      try site.page("/letters/pl/").texts("//header[@class='head']/p/a/@hreflang") == ["en-GB", "cy"])
  }

  @Test func `has its language beside its title wherever that is named`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12\nthemes: [neglect]")
      Document(
        "letters/cy.md",
        "title: Llythyr\nrelease: 2024-03-13\nlanguage: cy\nsummary: Yn fyr.\nthemes: [neglect]\nguidance: g")
      Document("guidance/g.md", "title: Guidance\nrelease: 2022-03-12")
      Document("follow-ups/f.md", "title: F\nrelease: 2024-06-12\nfollows: cy")
      Document("overviews/o.md", "title: O\nrelease: 2024-06-12\nround: {letters: [a, cy]}")
    }
    for (address, titles) in [
      ("/letters/", ["Llythyr"]), ("/themes/neglect/", ["Llythyr"]), ("/letters/a/", ["Llythyr"]),
      ("/guidance/g/", ["Llythyr"]), ("/follow-ups/f/", ["Llythyr"]), ("/overviews/o/", ["Llythyr"]),
    ] {
      #expect(try site.page(address).texts("//main//a[@lang='cy']") == titles, "\(address)")
      #expect(try site.page(address).texts("//main//a[@lang]") == titles, "\(address)")
    }
    #expect(try site.page("/").texts("//ol[@class='latest']//*[@lang='cy']") == ["Llythyr", "Yn fyr."])
    #expect(try site.page("/").texts("//ol[@class='latest']//@lang").count == 2)
    #expect(
      try site.page("/letters/cy/").texts("//main//a[@lang='en-GB']") == ["Guidance", "F", "A letter"])
  }

  @Test func `is an entry of its language in feeds`() async throws {
    let site = try await Self.site()
    for path in ["feed.xml", "themes/neglect/feed.xml"] {
      let feed = try site.feed(path)
      #expect(feed.feed["lang"] == ["en-GB"])
      #expect(feed.texts("lang").prefix(1) == [["cy"]])
      #expect(feed.texts("lang").last == [])
      #expect(feed.entries[0]["title"] == ["Argraffiad 2: Llythyr"])
      #expect(feed.entries[0]["summary"] == ["Ein crynodeb ni. Gair"])
      #expect(feed.entries[0]["category"] == ["Neglect", "Our summary"])
    }
  }

  @Test func `stands in listings with the words of the archive`() async throws {
    let page = try await Self.site().page("/letters/")
    #expect(try page.text("/html/@lang") == "en-GB")
    #expect(try page.texts("//ol[@class='items']/li/time") == ["13 March 2024", "12 March 2024"])
    #expect(try page.texts("//ol[@class='items']/li[1]//span/span") == ["Neglect", "Our summary"])
  }

  @Test func `of an archive in Welsh has Welsh listings too`() async throws {
    let site = try await BuiltSite.of {
      Settings("language: cy")
      Document("letters/a.md", "release: 2024-03-12")
    }
    let page = try site.page("/letters/")
    #expect(try page.text("/html/@lang") == "cy")
    #expect(try page.text("//h1") == "Llythyrau")
    #expect(try page.texts("//ol[@class='items']/li/time") == ["12 Mawrth 2024"])
  }
}
