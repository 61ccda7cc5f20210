import Escaping
import TestSupport
import Testing

@Suite struct `Hostile text` {
  private static let texts = [
    "<script>alert(1)</script>", "\"quotes\" and 'apostrophes'", "a ]]> b <![CDATA[ c", "</script><!-- --!>",
    "</title></head><body onload=x>", "&lt; &amp; & &#x3c;", "{{title}} {{{body}}} {{/main}}", "%1 %2 %d %",
    "\\u003c \\ \\n", "` ${x}", "Llŷn – 日本 🏡",
  ]

  /// The text as a scalar of YAML.
  private static func quoted(_ text: String) -> String {
    var bytes = Bytes()
    bytes.append(json: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func site(_ text: String) async throws -> BuiltSite {
    let quoted = quoted(text)
    return try await BuiltSite.of {
      File(
        "archive.yml",
        "title: \(quoted)\naddress: https://findings.example.org/\ntime-zone: Europe/London\n"
          + "release-time: \"09:30\"\nlicence: {name: \(quoted), url: \"https://licence.example/\"}\n")
      File("themes.yml", "- {id: t, name: \(quoted), description: \(quoted), aliases: [\(quoted)]}\n")
      File(
        "areas.yml",
        "- {id: a, name: \(quoted), region: \(quoted), covers: [\(quoted)], police-force: \(quoted)}\n")
      File(
        "inspectorates.yml",
        "- {id: i, name: \(quoted), short-name: \(quoted), website: \"https://i.example/\"}\n")
      File("programmes.yml", "- {id: p, name: \(quoted)}\n")
      Document("letters/x/edition-1.md", "title: \(quoted)\nrelease: 2022-03-12")
      Document(
        "letters/x/edition-2.md",
        """
        title: \(quoted)
        release: 2023-03-12
        summary: \(quoted)
        change: \(quoted)
        reference: \(quoted)
        themes: [t]
        area: a
        inspectorates: [i]
        programme: p
        principal-authority: \(quoted)
        statement: {basis: \(quoted), lead: \(quoted), cooperating: [\(quoted)]}
        addressees: [\(quoted)]
        signatories: [\(quoted)]
        applies-to: [\(quoted)]
        source: {name: \(quoted), url: "https://source.example/?a=1&b=%22"}
        """)
      Document(
        "letters/y.md",
        "title: \(quoted)\nrelease: 2022-03-12\nwithdrawn: {at: 2023-03-12, reason: \(quoted), decided-by: \(quoted)}"
      )
      Document(
        "letters/z.md",
        "release: 2022-03-12\nremoved: {at: 2023-03-12, reason: \(quoted), decided-by: \(quoted)}")
    }
  }

  @Test(arguments: texts) func `is shown as it was written in pages`(text: String) async throws {
    let site = try await Self.site(text)
    for path in site.pagePaths {
      #expect(throws: Never.self, "\(path)") { _ = try Page(site.text(path)) }
      #expect(try !Page(site.text(path)).has("//script[not(@type)] | //@onload | //comment()"), "\(path)")
    }
    let page = try site.page("/letters/x/")
    #expect(try page.text("//h1") == text)
    #expect(try page.text("/html/head/title") == "\(text) - \(text)")
    #expect(try page.text("/html/@data-running") == text)
    #expect(try page.text("//p[@class='lead']") == text)
    #expect(try page.text("//meta[@name='description']/@content") == text)
    for fact in [
      "Area", "Theme", "Inspectorate", "Programme", "Principal authority", "Reference", "Applies to",
    ] {
      #expect(try page.facts(fact) == [text], "\(fact)")
    }
    #expect(
      try page.facts("Statement of action") == [
        "Basis: \(text)", "Led by \(text)", "Together with \(text)",
      ])
    #expect(try page.text("//ol[@class='timeline']/li[1]/p") == text)
    #expect(try page.texts("//details//li") == [text, text])
    #expect(
      try page.text("//a[@href='https://source.example/?a=1&b=%22']") == "Read the official text: \(text)")
    #expect(try page.text("//footer//a[@rel='license']") == text)
    #expect(try page.text("//p[@class='citation']").contains("\(text) (2023). \(text). Letter, "))
    #expect(
      try site.page("/letters/y/").text("//section[@class='notice notice-withdrawn']/p[2]")
        == "Reason: \(text)")
    #expect(try site.page("/letters/z/").facts("Reason") == [text])
    #expect(try site.page("/areas/a/").text("//h1") == text)
    #expect(try site.page("/areas/a/").text("//header[@class='head']/p[2]") == "Includes \(text).")
    #expect(try site.page("/themes/").text("//h2") == text)
  }

  @Test(arguments: texts) func `is what it was in data`(text: String) async throws {
    let site = try await Self.site(text)
    let letter = try site.json("letters/x/index.json")
    for member in ["title", "summary", "reference", "principal-authority"] {
      #expect(letter[member].string == text)
    }
    for list in ["themes", "areas", "inspectorates"] { #expect(letter[list][0]["name"].string == text) }
    for list in ["addressees", "signatories"] { #expect(letter[list].strings == [text]) }
    #expect(letter["statement"]["basis"].string == text)
    #expect(letter["statement"]["cooperating"].strings == [text])
    #expect(letter["programme"]["name"].string == text)
    #expect(letter["editions"][1]["change"].string == text)
    #expect(try site.json("record.json")["editions"][1]["change"].string == text)
    #expect(try site.json("record.json")["removed"][0]["reason"].string == text)
    let data = try site.page("/letters/x/").structuredData
    #expect(data["name"].string == text)
    #expect(data["description"].string == text)
    #expect(data["author"][0]["name"].string == text)
    #expect(data["isBasedOn"].string == "https://source.example/?a=1&b=%22")
    for path in ["letters/x/index.json", "record.json"] { #expect(try !site.text(path).contains("<")) }
  }

  @Test(arguments: texts) func `is what it was in feeds`(text: String) async throws {
    let site = try await Self.site(text)
    let feed = try site.feed("feed.xml")
    #expect(feed.feed["title"] == ["\(text): new documents"])
    #expect(feed.feed["rights"] == [text])
    #expect(feed.titles == ["Edition 2: \(text)", text])
    #expect(feed.entries.first?["name"] == [text])
    #expect(feed.entries.first?["category"] == [text, "Official text"])
    #expect(feed.entries.first?["summary"] == ["Official text. \(text)"])
    for path in ["themes/t/feed.xml", "areas/a/feed.xml", "inspectorates/i/feed.xml"] {
      #expect(try site.feed(path).titles == ["Edition 2: \(text)", text], "\(path)")
    }
  }

  @Test(arguments: [
    "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{1}", "\u{7F}", "\u{202E}",
  ])
  func `of characters that show nothing breaks no data`(character: String) async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2022-03-12\nsummary: \(Self.quoted("a\(character)b"))")
    }
    for path in site.paths where path.hasSuffix("feed.xml") {
      #expect(throws: Never.self) { try site.feed(path) }
    }
    _ = try site.json("letters/a/index.json")
    _ = try site.page("/letters/a/").structuredData
    for path in ["letters/a/index.json", "letters/a/index.html"]
    where ["\u{2028}", "\u{2029}"].contains(character) {
      let data = try site.text(path).split(separator: "application/ld+json").last?.prefix(400)
      #expect(data?.contains(character) == false, "\(path)")
    }
  }

  @Test func `in headings is text`() async throws {
    let site = try await BuiltSite.of {
      Document(
        "letters/a.md", "release: 2022-03-12",
        text: "## \\<b> \"one\" & `</li>`\n\n## Two\n\n## Three\n")
    }
    let page = try site.page("/letters/a/")
    let title = "<b> \"one\" & </li>"
    #expect(try page.texts("//nav[@class='contents contents-side']//a") == [title, "Two", "Three"])
    #expect(try site.json("letters/a/index.json")["contents"][0]["title"].string == title)
  }
}
