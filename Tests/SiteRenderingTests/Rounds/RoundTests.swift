import TestSupport
import Testing

@Suite struct `The page of an overview` {
  private static let findings = """
    ## Strengths

    - The police listen.
    - Schools refer early.

    ## Areas for improvement

    - The police and health services wait.

    ## Areas for priority action

    - There are no areas for priority action.

    """

  private static func letter(
    _ slug: String, _ release: String, fieldwork: String? = nil, keys: String = "", text: String = findings
  ) -> Document {
    let days = fieldwork.map { "\nfieldwork: {start: \($0), end: \($0)}" } ?? ""
    return Document(
      "letters/\(slug).md",
      "title: \(slug.uppercased())\nrelease: \(release)\nthemes: [neglect]\(days)\n\(keys)",
      text: text)
  }

  private static func site(round: String, _ letters: [Document]) async throws -> BuiltSite {
    try await BuiltSite.of(at: "2024-06-01") {
      File(
        "agencies.yml",
        "- {id: police, name: Police}\n- {id: health, name: Health services}\n- {id: education, name: Schools}\n"
      )
      for letter in letters { letter }
      Document("overviews/o.md", "title: O\nrelease: 2018-07-06\nround: \(round)")
    }
  }

  private let evidence = "//section[@class='evidence']"

  @Test(
    arguments: [
      ("{letters: [b, a, to-come, gone]}", ["B", "A"]),
      ("{themes: [neglect], from: 2017-05-01, to: 2017-12-31}", ["B", "D", "A"]),
      ("{themes: [neglect], from: 2017-06-01}", ["B", "D"]), ("{themes: [neglect], to: 2017-06-01}", ["A"]),
      ("{themes: [neglect]}", ["B", "D", "A"]), ("{themes: [exploitation]}", []),
      ("{letters: [to-come]}", []),
    ])
  func `names the letters of its round`(round: String, letters: [String]) async throws {
    let site = try await Self.site(
      round: round,
      [
        Self.letter("a", "2017-07-01", fieldwork: "2017-05-08"),
        Self.letter("b", "2018-02-01", fieldwork: "2017-12-31"),
        Self.letter("c", "2018-08-01", fieldwork: "2018-05-08"),
        Self.letter("d", "2017-12-31"),
        Self.letter("gone", "2017-12-01", keys: "withdrawn: {at: 2018-01-01, reason: No}"),
        Self.letter("to-come", "2030-01-01", fieldwork: "2017-05-08"),
        Self.letter(
          "cy", "2017-07-01", fieldwork: "2017-05-08", keys: "language: cy\ntranslation-of: letters/a"),
      ])
    let page = try site.page("/overviews/o/")
    #expect(try page.texts(evidence + "/ol/li//a") == letters)
    #expect(try page.has(evidence) == !letters.isEmpty)
    #expect(site.paths(holding: "to-come") == [])
  }

  @Test func `counts the findings of its round by kind and agency`() async throws {
    let site = try await Self.site(
      round: "{letters: [a, b]}", [Self.letter("a", "2017-07-01"), Self.letter("b", "2018-02-01")])
    let page = try site.page("/overviews/o/")
    #expect(try page.facts("Letters") == ["2 letters"])
    #expect(try page.facts("Findings") == ["6 findings"])
    #expect(try page.texts(evidence + "/h3") == ["In the inspectorates’ own words", "Letters of the round"])
    #expect(
      try page.texts(evidence + "//thead/tr/th") == ["Agency", "Areas for improvement", "Strengths"])
    #expect(
      try page.texts(evidence + "//tbody/tr") == [
        "All24", "Police22", "Health services20", "Schools02",
      ])
    #expect(
      try page.texts(evidence + "//figure/img/@src") == [
        "/overviews/o/findings.svg", "/overviews/o/agencies.svg",
      ])
    #expect(
      try page.texts(evidence + "//figure/img/@alt") == [
        "Bar chart. Findings by kind, in the inspectorates’ own words. Areas for improvement: 2, Strengths: 4",
        "Bar chart. Findings by agency and kind, in the inspectorates’ own words. The table below has every number.",
      ])
    #expect(site.has("overviews/o/findings.svg") && site.has("overviews/o/agencies.svg"))
    #expect(!site.has("overviews/o/findings-summary.svg"))
  }

  @Test func `leads from its numbers to the lists of its theme where they hold the same findings`()
    async throws
  {
    let letters = [Self.letter("a", "2017-07-01"), Self.letter("b", "2018-02-01")]
    let round = "{themes: [neglect], letters: [a, b]}"
    let links = evidence + "//td/a/@href"
    let list = "/themes/neglect/findings/"
    let page = try await Self.site(round: round, letters).page("/overviews/o/")
    #expect(
      try page.texts(links) == [
        list + "improvement/", list + "strength/", list + "improvement/police/", list + "strength/police/",
        list + "improvement/health/", list + "strength/education/",
      ])
    let more = try await Self.site(round: round, letters + [Self.letter("c", "2019-02-01")])
    #expect(try more.page("/overviews/o/").texts(links) == [])
  }

  @Test func `has its evidence among its contents`() async throws {
    let site = try await BuiltSite.of {
      Self.letter("a", "2017-07-01")
      for (id, text) in [("o", "## One\n\n## Two\n"), ("short", "## One\n")] {
        Document("overviews/\(id).md", "release: 2018-07-06\nround: {letters: [a]}", text: text)
      }
      Document("overviews/none.md", "release: 2018-07-06", text: "## One\n\n## Two\n\n## Three\n")
    }
    let contents = "//nav[@class='contents contents-side']//a/@href"
    #expect(try site.page("/overviews/o/").texts(contents) == ["#one", "#two", "#_evidence"])
    #expect(try site.page("/overviews/short/").texts(contents) == [])
    #expect(try site.page("/overviews/none/").texts(contents) == ["#one", "#two", "#three"])
  }

  @Test func `keeps the inspectorates' words and the archive's apart`() async throws {
    let site = try await Self.site(
      round: "{letters: [a, b, c]}",
      [
        Self.letter("a", "2017-07-01"), Self.letter("b", "2018-02-01", keys: "wording: summary"),
        Self.letter("c", "2018-03-01", keys: "wording: facts", text: "Facts.\n"),
      ])
    let page = try site.page("/overviews/o/")
    #expect(
      try page.texts(evidence + "/h3") == [
        "In the inspectorates’ own words", "In this archive’s own summaries", "Letters of the round",
      ])
    #expect(
      try page.texts(evidence + "//figure/img/@src") == [
        "/overviews/o/findings.svg", "/overviews/o/agencies.svg", "/overviews/o/findings-summary.svg",
        "/overviews/o/agencies-summary.svg",
      ])
    #expect(
      try page.texts(evidence + "//tr[@class='total']") == ["All12", "All12"])
  }

  @Test func `says so where there is nothing to count`() async throws {
    let site = try await Self.site(
      round: "{letters: [a]}", [Self.letter("a", "2017-07-01", keys: "wording: facts", text: "Facts.\n")])
    let page = try site.page("/overviews/o/")
    #expect(
      try page.texts(evidence + "/p[@class='detail']") == [
        "The archive holds no text of these letters, or it records facts alone, so there are no findings to count.",
        "1 letter",
      ])
    #expect(site.paths.filter { $0.hasPrefix("overviews/o/") && $0.hasSuffix(".svg") } == [])
  }

  @Test func `adds the evidence to its latest edition alone, while it stands`() async throws {
    let site = try await BuiltSite.of {
      Self.letter("a", "2017-07-01")
      Document("overviews/o/edition-1.md", "release: 2018-07-06\nround: {letters: [a]}")
      Document("overviews/o/edition-2.md", "release: 2018-08-06\nround: {letters: [a]}")
      Document(
        "overviews/gone.md",
        "release: 2018-07-06\nround: {letters: [a]}\nwithdrawn: {at: 2019-01-01, reason: No}")
    }
    #expect(try site.page("/overviews/o/").has(evidence))
    #expect(try site.page("/overviews/o/editions/2/").has(evidence))
    for address in ["/overviews/o/editions/1/", "/overviews/gone/"] {
      #expect(try !site.page(address).has(evidence), "\(address)")
      #expect(try site.page(address).facts("Letters") == ["A"], "\(address)")
    }
    #expect(!site.has("overviews/gone/findings.svg"))
  }

  @Test func `shows no letter of its round a second time`() async throws {
    let site = try await BuiltSite.of {
      Self.letter("a", "2017-07-01")
      Self.letter("b", "2020-07-01")
      Document("overviews/o.md", "release: 2018-07-06\nthemes: [neglect]\nround: {letters: [a]}")
    }
    #expect(try site.page("/overviews/o/").texts("//section[@class='related']//li//a") == ["B"])
  }

  @Test func `speaks its own language`() async throws {
    let site = try await BuiltSite.of {
      Self.letter("a", "2017-07-01")
      Document("overviews/o.md", "release: 2018-07-06\nlanguage: cy\nround: {letters: [a]}")
    }
    let page = try site.page("/overviews/o/")
    #expect(try page.texts(evidence + "/h2") == ["Yr hyn a ganfuwyd yn y gylchred hon"])
    #expect(try page.text(evidence + "//figure[1]/figcaption") == "Canfyddiadau yn ôl math")
  }
}
