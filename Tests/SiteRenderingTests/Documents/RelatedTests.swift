import TestSupport
import Testing

@Suite struct `Related documents` {
  @Test func `are those about the same area and on the same theme`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: A\nrelease: 2024-03-12\narea: leeds\nthemes: [neglect]")
      Document("letters/b.md", "title: B\nrelease: 2023-03-12\narea: leeds")
      Document(
        "letters/c.md", "title: C\nrelease: 2022-03-12\nthemes: [neglect, exploitation]\nwording: facts")
      Document("letters/d.md", "title: D\nrelease: 2021-03-12\nthemes: [exploitation]")
      Document("overviews/o.md", "title: O\nrelease: 2022-03-12\nthemes: [neglect]")
      Document("letters/e.md", "title: E\nrelease: 2030-03-12\narea: leeds\nthemes: [neglect]")
      Document(
        "letters/f.md", "title: F\nrelease: 2020-03-12\narea: leeds\nwithdrawn: {at: 2021-01-01, reason: No}")
    }
    let page = try site.page("/letters/a/")
    let related = "//section[@class='related']"
    #expect(try page.texts("\(related)/h2") == ["Other documents about Leeds", "Other letters on Neglect"])
    #expect(try page.texts("\(related)[1]//li//a") == ["B"])
    #expect(try page.texts("\(related)[2]//li//a") == ["C"])
    #expect(try page.texts("\(related)[2]//li/time") == ["12 March 2022"])
    #expect(try page.texts("\(related)[2]//li//span/span") == ["Facts only"])
    #expect(try !page.has("\(related)/p"))
    #expect(
      try site.page("/letters/c/").texts("\(related)/h2") == [
        "Other letters on Neglect", "Other letters on Criminal exploitation",
      ])
  }

  @Test(arguments: [
    (1, 5, [5, 4, 3, 2]), (1, 6, [6, 5, 4, 3, 2]), (1, 7, [6, 5, 4, 3, 2]), (7, 7, [6, 5, 4, 3, 2]),
    (3, 7, [6, 5, 4, 2, 1]), (5, 9, [7, 6, 4, 3, 2]), (8, 9, [9, 7, 6, 5, 4]),
  ])
  func `on a theme are the five nearest in time, with the way to all`(
    number: Int, count: Int, nearest: [Int]
  ) async throws {
    let page = try await BuiltSite.of {
      for number in 1...count {
        Document("letters/l\(number).md", "title: L\(number)\nrelease: 2024-03-0\(number)\nthemes: [neglect]")
      }
    }.page("/letters/l\(number)/")
    let more = count > 6
    #expect(try page.texts("//section[@class='related']//li//a") == nearest.map { "L\($0)" })
    #expect(try page.texts("//section[@class='related']/p/a") == (more ? ["All letters on Neglect"] : []))
    #expect(try page.texts("//section[@class='related']/p/a/@href") == (more ? ["/themes/neglect/"] : []))
  }

  @Test func `of guidance are the letters inspected under it, of a letter what came of it`() async throws {
    let site = try await BuiltSite.of {
      Document("guidance/g.md", "title: G\nrelease: 2022-03-12")
      Document("letters/a.md", "title: A\nrelease: 2024-03-12\nguidance: g")
      Document("letters/b.md", "title: B\nrelease: 2030-03-12\nguidance: g")
      Document("follow-ups/f.md", "title: F\nrelease: 2024-06-12\nfollows: a\nkind: statement")
      Document("follow-ups/h.md", "title: H\nrelease: 2030-06-12\nfollows: a")
    }
    let guidance = try site.page("/guidance/g/")
    #expect(try guidance.texts("//section[h2='Letters inspected under this guidance']//li//a") == ["A"])
    let letter = try site.page("/letters/a/")
    #expect(try letter.texts("//section[h2='What happened next']//li//a") == ["F"])
  }

  @Test func `that no page has the rest of are shown whole`() async throws {
    let site = try await BuiltSite.of {
      Document("guidance/g.md", "title: G\nrelease: 2022-03-12")
      for number in 1...7 {
        Document("letters/l\(number).md", "title: L\(number)\nrelease: 2024-03-0\(number)\nguidance: g")
        Document("follow-ups/f\(number).md", "title: F\(number)\nrelease: 2024-06-0\(number)\nfollows: l1")
      }
    }
    let newestFirst = (1...7).reversed()
    #expect(
      try site.page("/guidance/g/").texts("//section[h2='Letters inspected under this guidance']//li//a")
        == newestFirst.map { "L\($0)" })
    #expect(
      try site.page("/letters/l1/").texts("//section[h2='What happened next']//li//a")
        == newestFirst.map { "F\($0)" })
  }
}
