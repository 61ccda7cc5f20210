import TestSupport
import Testing

@Suite struct `A link` {
  private static let base = "https://findings.example.org"

  @Test(arguments: [
    "letters/b", "/letters/b/", "/letters/b/editions/1/", "\(base)/letters/b/", "letters/b#finding-1",
    "/letters/b/#finding-1", "letters/none", "/none/",
  ])
  func `to a document that is not public is plain text`(target: String) async throws {
    let site = try await BuiltSite.of(at: "2024-01-01") {
      Document("letters/a.md", "release: 2023-03-12", text: "See [that one](\(target)) there.\n")
      Document("letters/b.md", "release: 2024-03-12")
    }
    #expect(try site.page("/letters/a/").text("//div[@class='body']") == "See that one there.")
    #expect(try !site.page("/letters/a/").has("//div[@class='body']//a"))
    #expect(site.paths(holding: "letters/b") == [])
    #expect(site.paths(holding: "finding-1") == [])
  }

  @Test(arguments: [
    ("letters/b", "/letters/b/"), ("/letters/b/", "/letters/b/"), ("letters/b#part", "/letters/b/#part"),
    ("/about/", "/about/"), ("/themes/", "/themes/"),
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("#here", "#here"),
  ])
  func `to what is public leads there`(target: String, href: String) async throws {
    let page = try await BuiltSite.of {
      Document(
        "letters/a.md", "release: 2023-03-12\nthemes: [neglect]", text: "[that](\(target))\n\n## Here\n")
      Document("letters/b.md", "release: 2023-03-12", text: "## Part\n")
      Document("pages/about.md", "release: 2023-03-12")
    }.page("/letters/a/")
    #expect(try page.text("//div[@class='body']//a/@href") == href)
  }

  @Test func `from the front matter to what is not public does not show`() async throws {
    let frontMatter = """
      release: 2023-03-12
      guidance: to-come
      """
    let site = try await BuiltSite.of(at: "2024-01-01") {
      Document("letters/a.md", frontMatter)
      Document("guidance/to-come.md", "title: Guidance to come\nrelease: 2024-03-12\nreplaces: old")
      Document("guidance/old.md", "release: 2023-03-12")
      Document("consultations/c.md", "release: 2023-03-12\noutcome: guidance/to-come")
      Document("follow-ups/f.md", "release: 2023-03-12\nfollows: to-come")
      Document("overviews/o.md", "release: 2023-03-12\nround: {letters: [to-come, a]}")
      Document("letters/cy.md", "release: 2023-03-12\nlanguage: cy\ntranslation-of: letters/to-come")
      Document("letters/to-come.md", "release: 2024-03-12")
    }
    #expect(site.paths(holding: "to come") == [])
    #expect(site.paths(holding: "to-come") == [])
    #expect(try site.page("/overviews/o/").texts("//section[@class='evidence']//li//a") == ["A title"])
  }

  @Test func `from the front matter to what is public shows its title`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "title: The letter\nrelease: 2023-03-12\nguidance: g")
      Document("guidance/g.md", "title: The guidance\nrelease: 2023-03-12\nreplaces: old")
      Document("guidance/old.md", "title: The old guidance\nrelease: 2022-03-12")
      Document("consultations/c.md", "release: 2023-03-12\noutcome: guidance/g")
      Document("follow-ups/f.md", "release: 2023-03-12\nfollows: a")
      Document("overviews/o.md", "release: 2023-03-12\nround: {letters: [a]}")
    }
    #expect(try site.page("/letters/a/").facts("Guidance") == ["The guidance"])
    #expect(try site.page("/guidance/g/").facts("Replaces") == ["The old guidance"])
    #expect(try site.page("/consultations/c/").facts("Outcome") == ["The guidance"])
    #expect(try site.page("/follow-ups/f/").facts("Follows") == ["The letter"])
    #expect(try site.page("/overviews/o/").texts("//section[@class='evidence']//li//a") == ["The letter"])
  }

  @Test func `from a former address leads to the document`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a/edition-1.md", "release: 2023-03-12\nredirect-from: [/old/a/, /a.html]")
      Document("letters/a/edition-2.md", "release: 2030-03-12\nredirect-from: /later/a/")
    }
    for path in ["/old/a/", "/a.html"] {
      let page = try site.page(path)
      #expect(try page.text("//meta[@http-equiv='refresh']/@content") == "0; url=/letters/a/")
      #expect(try page.text("//main//a/@href") == "/letters/a/")
      #expect(try page.text("//link[@rel='canonical']/@href") == "https://findings.example.org/letters/a/")
      #expect(try page.text("//meta[@name='robots']/@content") == "noindex")
    }
    #expect(site.paths(holding: "/later/").filter { !$0.hasPrefix("assets/") } == [])
  }
}
