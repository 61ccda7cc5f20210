import TestSupport
import Testing

@Suite struct `The home page` {
  private static func site(at: String = "2025-01-01") async throws -> BuiltSite {
    try await BuiltSite.of(at: .init(stringLiteral: at)) {
      for number in 1...5 {
        Document(
          "letters/l\(number).md",
          "title: L\(number)\nrelease: 2024-03-0\(number)\nsummary: Summary \(number).\nthemes: [neglect]")
      }
      Document("overviews/o.md", "title: O\nrelease: 2024-02-01")
      Document("pages/coverage.md", "title: Coverage\nrelease: 2024-01-01\nsummary: What is in it.")
      Document("pages/how-to-cite.md", "title: How to cite\nrelease: 2030-01-01")
      Document("announcements/later.md", "title: To come\nrelease: 2024-06-01")
    }
  }

  @Test func `shows the latest letters`() async throws {
    let page = try await Self.site().page("/")
    #expect(try page.text("/html/head/title") == "Findings of a test")
    #expect(try page.text("//h1") == "What inspectors found where you live")
    let latest = "//ol[@class='latest']/li"
    #expect(try page.texts("\(latest)/h3/a") == ["L5", "L4", "L3"])
    #expect(try page.texts("\(latest)/h3/a/@href") == ["/letters/l5/", "/letters/l4/", "/letters/l3/"])
    #expect(try page.texts("\(latest)/p[2]") == ["Summary 5.", "Summary 4.", "Summary 3."])
    #expect(try page.texts("\(latest)//time/@datetime") == ["2024-03-05", "2024-03-04", "2024-03-03"])
  }

  @Test func `has a way to everything that is public`() async throws {
    let page = try await Self.site().page("/")
    #expect(try page.texts("//section[h2='Themes']//li") == ["Neglect 5 inspections"])
    #expect(try page.texts("//section[h2='Overviews']//li//a") == ["O"])
    #expect(
      try page.texts("//section[h2='Understand the inspections']//li/*") == ["Coverage", "What is in it."])
    #expect(
      try page.texts("//section[h2='Everything in the archive']//h3/a") == [
        "Letters", "Overviews", "Announcements", "Data for researchers",
      ])
  }

  @Test(arguments: [
    ("2024-05-31", "5 March 2024"), ("2024-06-01 09:29:59", "5 March 2024"), ("2024-06-01", "1 June 2024"),
  ])
  func `says when the archive was last added to`(at: String, day: String) async throws {
    let site = try await Self.site(at: at)
    #expect(
      try site.page("/").text("//p[@class='updated detail']") == "The archive was last added to on \(day).")
    #expect(site.paths(holding: "To come").isEmpty == (day != "1 June 2024"))
  }

  @Test func `says little where nothing is public`() async throws {
    let page = try await BuiltSite.of { Document("letters/a.md", "release: 2030-01-01") }.page("/")
    #expect(
      try !page.has("//section[h2='Themes'] | //p[@class='updated detail'] | //section[h2='Overviews']"))
    #expect(try page.texts("//ol[@class='latest']/li") == [])
  }
}
