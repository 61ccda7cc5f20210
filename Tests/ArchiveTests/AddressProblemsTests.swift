import TestSupport
import Testing

@Suite struct `An address` {
  private func taken(
    _ file: String, _ address: String, by holder: String? = nil,
    expected: String = "a slug that was never used"
  ) -> String {
    let held = holder.map { "that of Content/\($0) too" } ?? "taken by an earlier one"
    return """
      Content/\(file): error: the address '\(address)' is \(held) [duplicate-address]
        expected: \(expected)

      """
  }

  private let alone = "a former address of this document alone"

  @Test func `belongs to the document that is released first, whatever folders they lie in`() async throws {
    let content = try Content {
      Document("letters/2023/leeds.md", "release: 2024-06-01")
      Document("letters/2024/leeds.md", "release: 2023-06-01")
    }
    #expect(
      try await content.problems()
        == taken("letters/2023/leeds.md", "/letters/leeds/", by: "letters/2024/leeds.md"))
  }

  @Test func `belongs to the document that has a release before one that has none`() async throws {
    let content = try Content {
      Document("letters/1/leeds.md")
      Document("letters/2/leeds.md", "release: 2024-06-01")
      Document("letters/3/leeds/edition-1.md", "release: soon")
    }
    #expect(
      try await content.problems()
        .contains(taken("letters/1/leeds.md", "/letters/leeds/", by: "letters/2/leeds.md")))
    #expect(try await content.problems().contains("\nContent/letters/2/leeds.md") == false)
  }

  @Test func `belongs to a document that can be public before one with errors, unless its text was removed`()
    async throws
  {
    let broken = "release: 2023-06-01\nthemes: [x]\nredirect-from: /old/"
    let content = try Content {
      Document("letters/a.md", broken)
      Document("letters/b.md", "release: 2024-06-01\nredirect-from: /old/")
    }
    #expect(try await content.problems().contains(taken("letters/a.md:4", "/old/", expected: alone)))
    try content.write(Document("letters/a.md", broken + "\nremoved: {at: 2024-01-01, reason: x}"))
    #expect(try await content.problems().contains(taken("letters/b.md:3", "/old/", expected: alone)))
  }

  @Test func `is no former one of a document that has no address itself`() async throws {
    let content = try Content {
      Document("letters/1/a.md", "release: 2024-06-01")
      Document("letters/2/a.md", "release: 2024-06-02\nredirect-from: /old/")
      Document("letters/b.md", "release: 2024-06-03\nredirect-from: /old/")
    }
    #expect(
      try await content.problems() == taken("letters/2/a.md", "/letters/a/", by: "letters/1/a.md"))
  }

  @Test func `of a document and of a folder of the same name are one`() async throws {
    let content = try Content {
      Document("letters/leeds.md", "release: 2024-06-01")
      Document("letters/leeds/edition-1.md", "release: 2024-06-02")
    }
    #expect(
      try await content.problems()
        == taken("letters/leeds/edition-1.md", "/letters/leeds/", by: "letters/leeds.md"))
  }

  @Test(arguments: [
    ("/letters/b/", "/letters/b/"), ("/letters/B", "/letters/B/"), ("/letters/b/index.html", "/letters/b/"),
    ("/letters/b/editions/7/", "/letters/b/editions/7/"), ("/letters/b/old.html", "/letters/b/old.html"),
  ])
  func `of another document is no former one`(redirect: String, address: String) async throws {
    let later = try Content {
      Document("letters/a.md", "release: 2024-06-02\nredirect-from: \(redirect)")
      Document("letters/b.md", "release: 2024-06-01")
    }
    #expect(try await later.problems() == taken("letters/a.md:3", address, expected: alone))
    let earlier = try Content {
      Document("letters/a.md", "release: 2024-05-31\nredirect-from: \(redirect)")
      Document("letters/b.md", "release: 2024-06-01")
    }
    #expect(try await earlier.problems() == taken("letters/b.md", "/letters/b/"))
  }

  @Test(arguments: [
    ("/old/", "/old/"), ("/old/", "/OLD"), ("/old/", "/old/index.html"), ("/old.html", "/Old.html"),
    ("/old.html", "/old.html/x/"), ("/a/b.html/c/", "/a/b.html"),
  ])
  func `leads to one document only`(first: String, second: String) async throws {
    let content = try Content {
      Document("letters/a.md", "release: 2024-06-01\nredirect-from: \(first)")
      Document("letters/b.md", "release: 2024-06-02\nredirect-from: [\(second)]")
    }
    let problems = try await content.problems()
    #expect(problems.hasPrefix("Content/letters/b.md:3: error: the address '\(second.prefix(4))"))
    #expect(problems.hasSuffix("[duplicate-address]\n  expected: \(alone)\n"))
  }

  @Test(arguments: ["[/old/, /older/, /old/x/]", "[/old/, /old/index.html, /OLD/]"])
  func `may lead to the document from many places`(redirects: String) async throws {
    let content = try Content {
      Document("letters/a/edition-1.md", "release: 2024-06-01\nredirect-from: \(redirects)")
      Document("letters/a/edition-2.md", "release: 2024-06-02\nredirect-from: \(redirects)")
    }
    #expect(try await content.problems() == "")
  }

  @Test func `of the document itself is no former one`() async throws {
    let content = try Content { Document("letters/a.md", "redirect-from: /letters/a/") }
    #expect(
      try await content.problems()
        == taken("letters/a.md:2", "/letters/a/", expected: alone)
        .replacing("taken by an earlier one", with: "this document's own"))
  }

  @Test func `below a former address of the same document cannot be, where that is a file`() async throws {
    let content = try Content { Document("letters/a.md", "redirect-from: [/old.html, /old.html/x/]") }
    #expect(try await content.problems() == taken("letters/a.md:2", "/old.html/x/", expected: alone))
  }

  @Test(arguments: [
    ("/letters/", "/letters/"), ("/Letters", "/Letters/"), ("/letters/2024/", "/letters/2024/"),
    ("/letters/page/2/", "/letters/page/2/"), ("/letters/feed/", "/letters/feed/"),
    ("/letters/feed.xml", "/letters/feed.xml"), ("/themes/old/", "/themes/old/"), ("/areas/x/", "/areas/x/"),
    ("/search/", "/search/"), ("/data/", "/data/"), ("/assets/a/", "/assets/a/"), ("/404.html", "/404.html"),
    ("/record.json", "/record.json"), ("/robots.txt", "/robots.txt"), ("/channels/x/", "/channels/x/"),
    ("/criteria/x/ec1/", "/criteria/x/ec1/"), ("/pages/x/", "/pages/x/"), ("/report.pdf", "/report.pdf"),
    ("/letters/b/cite.ris", "/letters/b/cite.ris"), ("/letters/b/index.json", "/letters/b/index.json"),
  ])
  func `of a generated page is no former one`(redirect: String, address: String) async throws {
    let content = try Content { Document("letters/a.md", "redirect-from: \(redirect)") }
    #expect(
      try await content.problems() == """
        Content/letters/a.md:2: error: the address '\(address)' belongs to a generated page or file [generated-address]
          expected: an address that no listing, data file or other generated page has

        """)
  }

  @Test(arguments: [
    "search", "themes", "letters", "areas", "data", "channels", "practice", "pages", "follow-ups",
  ])
  func `of a generated page is no page of ours`(slug: String) async throws {
    let content = try Content { Document("pages/\(slug).md") }
    #expect(
      try await content.problems() == """
        Content/pages/\(slug).md: error: the address '/\(slug)/' belongs to a generated page or file [generated-address]
          expected: an address that no listing, data file or other generated page has

        """)
  }

  @Test(arguments: ["/old/", "/2014/03/leeds.html", "/letters/leeds-old/", "/letter/leeds/"])
  func `may be any other one`(redirect: String) async throws {
    let content = try Content { Document("letters/a.md", "redirect-from: \(redirect)") }
    #expect(try await content.problems() == "")
  }
}
