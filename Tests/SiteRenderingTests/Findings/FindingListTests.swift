import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The lists of findings` {
  /// Letters of two areas on one theme, one in the inspectorates' own words and one in ours, and one to come.
  private static func site(at instant: Instant = "2024-06-01", site: String = BuiltSite.folder) async throws
    -> BuiltSite
  {
    let content = try Content {
      letter("a", "2024-01-10", "official", area: "leeds", points: 2)
      letter("b", "2024-02-10", "summary", area: "salford", points: 1)
      letter("later", "2024-07-10", "official", area: "leeds", points: 5)
      Document(
        "letters/gone.md", "release: 2024-01-02\narea: leeds\nwithdrawn: {at: 2024-02-01, reason: x}",
        text: "## Strengths\n\n- The police of gone.\n")
    }
    return try await BuiltSite(content, at: instant, site: site)
  }

  private static func letter(
    _ slug: String, _ day: String, _ wording: String, area: String, points: Int
  ) -> Document {
    let items = (1...points).map { "- The police of \(slug) lack \($0).\n" }.joined()
    return Document(
      "letters/\(slug).md",
      "title: Letter \(slug)\nrelease: \(day)\nwording: \(wording)\narea: \(area)\nthemes: [neglect]",
      text:
        "## Areas for improvement\n\n\(items)\n## Areas for priority action\n\n- In \(slug) health services act.\n"
    )
  }

  private let improvements = "/themes/neglect/findings/improvement/"

  @Test func `hold what public letters found, the newest letter first, each with the way to it`() async throws
  {
    let page = try await Self.site().page(improvements)
    #expect(try page.text("//h1") == "Areas for improvement: Neglect")
    #expect(
      try page.texts("//ol[@class='findings']/li/p[2]") == [
        "The police of b lack 1.", "The police of a lack 1.", "The police of a lack 2.",
      ])
    #expect(
      try page.texts("//ol[@class='findings']//a/@href") == [
        "/letters/b/#finding-1", "/letters/a/#finding-1", "/letters/a/#finding-2",
      ])
  }

  @Test func `say whose words they are, and never count them as one`() async throws {
    let site = try await Self.site()
    #expect(
      try site.page(improvements).texts("//header//p[@class='detail']") == [
        "Findings: 2 in the inspectorates’ own words, 1 in this archive’s own summaries."
      ])
    #expect(
      try site.page(improvements).texts("//ol[@class='findings']/li[1]/p[last()]/span[last()]") == [
        "Our summary"
      ])
    let theme = try site.page("/themes/neglect/")
    #expect(
      try theme.texts("//table[@class='matrix']/caption") == [
        "Findings in the inspectorates’ own words",
        "Findings in this archive’s own summaries, which hold some of those in the letters",
      ])
    #expect(
      try theme.texts("(//table[@class='matrix'])[1]//td") == ["1", "2", "0", "2", "1", "0"])
  }

  @Test func `are parted by agency, and lead from one to the other`() async throws {
    let site = try await Self.site()
    let police = try site.page(improvements + "police/")
    #expect(try police.texts("//ol[@class='findings']/li").count == 3)
    #expect(!site.has("themes/neglect/findings/improvement/health/index.html"))
    #expect(
      try site.page("/themes/neglect/findings/priority-action/health/").texts("//ol[@class='findings']/li")
        .count == 2)
    #expect(
      try police.texts("//nav[@class='filter']//a") == [
        "All findings", "Areas for improvement (3)", "All", "Police (3)",
      ])
    #expect(
      try site.page("/themes/neglect/").texts("(//table[@class='matrix'])[1]//td/a/@href") == [
        "/themes/neglect/findings/priority-action/", "/themes/neglect/findings/improvement/",
        "/themes/neglect/findings/improvement/police/", "/themes/neglect/findings/priority-action/health/",
      ])
  }

  @Test func `keep one choice when a reader makes the other, and count what is behind it`() async throws {
    let site = try await Self.site()
    let list = "/themes/neglect/findings/"
    let filters = "//nav[@class='filter']//a"
    let expected: [(address: String, labels: [String], links: [String], current: [String])] = [
      (
        list, ["All findings", "Areas for priority action (2)", "Areas for improvement (3)"],
        ["", "priority-action/", "improvement/", "", "police/", "health/"], ["All findings", "All"]
      ),
      (
        list + "police/", ["All findings", "Areas for improvement (3)"],
        ["police/", "improvement/police/", "", "police/", "health/"], ["All findings", "Police (3)"]
      ),
      (
        list + "improvement/police/", ["All findings", "Areas for improvement (3)"],
        ["police/", "improvement/police/", "improvement/", "improvement/police/"],
        ["Areas for improvement (3)", "Police (3)"]
      ),
    ]
    for (address, labels, links, current) in expected {
      let page = try site.page(address)
      #expect(try page.texts("(//nav[@class='filter'])[1]//a") == labels, "\(address)")
      #expect(try page.texts(filters + "/@href") == links.map { list + $0 }, "\(address)")
      #expect(try page.texts(filters + "[@aria-current='page']") == current, "\(address)")
    }
    for address in [list, list + "police/", "/areas/leeds/findings/", "/agencies/police/findings/"] {
      let page = try site.page(address)
      let count = try page.texts("//ol[@class='findings']/li").count
      #expect(count == (address == list ? 5 : 3), "\(address)")
    }
    #expect(try site.page(list + "police/").text("//h1") == "Findings: Neglect, Police")
    #expect(
      try site.page(list + "improvement/police/").texts("//nav[starts-with(@class, 'breadcrumbs')]//a/@href")
        == [
          "/", "/themes/", "/themes/neglect/", list, list + "improvement/",
        ])
    #expect(try site.page("/themes/neglect/").has("//main//p/a[@href='\(list)']"))
  }

  @Test func `are there for each agency and over all letters`() async throws {
    let site = try await Self.site()
    #expect(
      try site.page("/agencies/").texts("//ul[@class='entries']/li/h2") == ["Police", "Health services"])
    #expect(
      try site.page("/agencies/police/findings/improvement/").texts("//ol[@class='findings']/li").count == 3)
    #expect(
      try site.page("/priority-actions/").texts("//ol[@class='findings']/li/p[2]") == [
        "In b health services act.", "In a health services act.",
      ])
    #expect(try site.page("/practice/").texts("//main/p") == ["Nothing is published here at present."])
  }

  @Test func `hold nothing of a letter that is to come or withdrawn`() async throws {
    let site = try await Self.site()
    #expect(site.paths(holding: "of later") == [])
    #expect(
      site.paths(holding: "police of gone").allSatisfy {
        $0.hasPrefix("letters/gone/") || $0 == "data/findings.csv"
      })
    let after = try await Self.site(at: "2024-07-11")
    #expect(try after.page(improvements).texts("//ol[@class='findings']/li").count == 8)
  }

  @Test func `fill as many pages as the site says`() async throws {
    let copy = try SiteCopy(findings: 2)
    let site = try await Self.site(site: copy.path)
    #expect(try site.page(improvements).texts("//ol[@class='findings']/li").count == 1)
    #expect(try site.page(improvements + "page/2/").texts("//ol[@class='findings']/li").count == 2)
    #expect(try site.page(improvements + "page/2/").texts("//nav[@class='pagination']//li").count == 2)
  }
}
