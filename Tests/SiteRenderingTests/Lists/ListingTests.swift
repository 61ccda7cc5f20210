import TestSupport
import Testing

@Suite struct `The listing of a collection` {
  private static let items = "//ol[@class='items']/li"

  private static func letters(_ count: Int) throws -> Content {
    try Content {
      for number in 1...count {
        let day = "\(2025 - (number + 19) / 20)-01-\(number % 20 < 9 ? "0" : "")\(number % 20 + 1)"
        Document(
          "letters/l\(number).md", "title: Letter \(number)\nrelease: \(day)\nthemes: [neglect]\narea: leeds")
      }
    }
  }

  @Test func `shows documents newest first, by the year of their first release`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/b.md", "title: B\nrelease: 2023-12-31 23:59")
      Document("letters/a.md", "title: A\nrelease: 2024-03-12")
      Document("letters/c/edition-1.md", "title: C\nrelease: 2023-01-01\ndated: 2016-01-01")
      Document("letters/c/edition-2.md", "title: C mended\nrelease: 2024-05-01")
      Document("letters/d.md", "title: D\nrelease: 2024-03-12")
      Document("guidance/g.md", "title: G\nrelease: 2024-03-12")
    }
    let page = try site.page("/letters/")
    #expect(try page.text("//h1") == "Letters")
    #expect(try page.text("//main/p[@class='detail']") == "4 documents")
    #expect(try page.texts("//section[@class='group']/h2") == ["2024", "2023"])
    #expect(try page.texts("//section[h2='2024']\(Self.items)//a") == ["A", "D"])
    #expect(try page.texts("//section[h2='2023']\(Self.items)//a") == ["B", "C mended"])
    #expect(
      try page.texts("\(Self.items)/time/@datetime") == [
        "2024-03-12", "2024-03-12", "2023-12-31", "2023-01-01",
      ])
    #expect(try page.texts("//nav[@aria-label='Years']//a") == ["All years", "2024", "2023"])
    #expect(
      try page.texts("//nav[@aria-label='Years']//a/@href") == [
        "/letters/", "/letters/2024/", "/letters/2023/",
      ])
    #expect(try page.text("//nav[@aria-label='Years']//a[@aria-current]") == "All years")
    #expect(try !page.has("//nav[@class='pagination']"))
  }

  @Test func `has a page for each year with documents`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: A\nrelease: 2024-03-12")
      Document("letters/b.md", "title: B\nrelease: 2022-03-12")
    }
    let page = try site.page("/letters/2022/")
    #expect(try page.text("//h1") == "Letters in 2022")
    #expect(try page.text("//main/p[@class='detail']") == "1 document")
    #expect(try page.texts("\(Self.items)//a") == ["B"])
    #expect(try page.text("//nav[@aria-label='Years']//a[@aria-current]") == "2022")
    #expect(try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a") == ["Home", "Letters"])
    #expect(!site.has("letters/2023/index.html"))
  }

  @Test(arguments: [(49, 1), (50, 1), (59, 1), (60, 2), (101, 2), (110, 3)])
  func `has fifty documents on a page`(count: Int, pages: Int) async throws {
    let site = try await BuiltSite(Self.letters(count))
    for address in ["letters", "themes/neglect", "areas/leeds"] {
      let listing = site.paths.filter { $0.hasPrefix("\(address)/page/") }
      #expect(listing == (2..<(pages + 1)).map { "\(address)/page/\($0)/index.html" })
    }
    guard pages > 1 else { return }
    let last = try site.page("/letters/page/\(pages)/")
    #expect(try last.text("//h1") == "Letters, page \(pages)")
    #expect(try last.texts(Self.items).count == 50)
    #expect(
      try last.text("//link[@rel='canonical']/@href") == "https://findings.example.org/letters/page/\(pages)/"
    )
    let titles = try (1...pages).flatMap { page in
      try site.page(page == 1 ? "/letters/" : "/letters/page/\(page)/").texts("\(Self.items)//a")
    }
    #expect(Set(titles).count == count)
    #expect(titles.count == count)
  }

  @Test func `of a year has pages of its own`() async throws {
    let copy = try SiteCopy(listing: 3)
    let site = try await BuiltSite(Self.letters(21), site: copy.path)
    #expect(
      site.paths.filter { $0.hasPrefix("letters/2024/") } == [
        "letters/2024/index.html", "letters/2024/page/2/index.html", "letters/2024/page/3/index.html",
        "letters/2024/page/4/index.html", "letters/2024/page/5/index.html", "letters/2024/page/6/index.html",
        "letters/2024/page/7/index.html",
      ])
    #expect(try site.page("/letters/2024/").texts(Self.items).count == 2)
    #expect(try site.page("/letters/2024/page/7/").texts(Self.items).count == 3)
    #expect(!site.has("letters/2023/page/2/index.html"))
  }

  @Test(arguments: [
    (1, "[1] 2 … 7", "", "/letters/page/2/"), (2, "1 [2] 3 … 7", "/letters/", "/letters/page/3/"),
    (3, "1 2 [3] 4 … 7", "/letters/page/2/", "/letters/page/4/"),
    (4, "1 … 3 [4] 5 … 7", "/letters/page/3/", "/letters/page/5/"),
    (5, "1 … 4 [5] 6 7", "/letters/page/4/", "/letters/page/6/"),
    (6, "1 … 5 [6] 7", "/letters/page/5/", "/letters/page/7/"), (7, "1 … 6 [7]", "/letters/page/6/", ""),
  ])
  func `leads to the first, the last and the neighbouring pages`(
    page: Int, shown: String, previous: String, next: String
  ) async throws {
    let copy = try SiteCopy(listing: 3)
    let site = try await BuiltSite(Self.letters(20), site: copy.path)
    let html = try site.page(page == 1 ? "/letters/" : "/letters/page/\(page)/")
    let nav = "//nav[@class='pagination']"
    let current = try html.text("\(nav)//a[@aria-current='page']")
    #expect(
      try html.texts("\(nav)/ol/li").map { $0 == current ? "[\($0)]" : $0 }.joined(separator: " ") == shown)
    #expect(try html.texts("\(nav)/a[@rel='prev']/@href") == [previous].filter { !$0.isEmpty })
    #expect(try html.texts("\(nav)/a[@rel='next']/@href") == [next].filter { !$0.isEmpty })
    let numbers = try html.texts("\(nav)/ol/li/a")
    #expect(try html.texts("\(nav)/ol/li/a/@aria-label") == numbers.map { "Page \($0)" })
    #expect(
      try html.texts("\(nav)/ol/li/a/@href")
        == numbers.map { $0 == "1" ? "/letters/" : "/letters/page/\($0)/" })
  }

  @Test func `is not there where the collection is empty`() async throws {
    let site = try await BuiltSite.of { Document("letters/a.md", "release: 2030-03-12") }
    #expect(!site.has("letters/index.html"))
    #expect(site.paths(holding: "/letters/") == [])
  }
}
