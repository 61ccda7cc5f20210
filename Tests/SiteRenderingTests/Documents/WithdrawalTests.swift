import TestSupport
import Testing

@Suite struct `A withdrawn document` {
  private static func content() throws -> Content {
    try Content {
      Document(
        "letters/a/edition-1.md", "title: Wrong words\nrelease: 2022-03-12\narea: leeds\nthemes: [neglect]")
      Document(
        "letters/a/edition-2.md",
        "title: Wrong words\nrelease: 2023-03-12\narea: leeds\nthemes: [neglect]\ninspectorates: [cqc]\n"
          + "withdrawn: {at: 2024-03-12, reason: A figure was wrong, decided-by: The editor}")
      Document("letters/b.md", "title: Right words\nrelease: 2022-03-11\narea: leeds\nthemes: [neglect]")
    }
  }

  @Test(arguments: ["/letters/a/", "/letters/a/editions/1/", "/letters/a/editions/2/"])
  func `says so before everything else, on every edition`(address: String) async throws {
    let page = try await BuiltSite(Self.content()).page(address)
    let notice = "//main/article/*[1][@class='notice notice-withdrawn']"
    #expect(
      try page.texts("\(notice)/p") == [
        "This document was withdrawn on 12 March 2024", "Reason: A figure was wrong",
        "Decided by The editor.",
        "Do not rely on it. The text stays here so that the record is complete.",
      ])
    #expect(try page.text("//meta[@name='robots']/@content") == "noindex")
    #expect(try page.text("//h1") == "Wrong words")
    #expect(try page.text("//div[@class='body']") == "Words.")
  }

  @Test func `revives no older edition`() async throws {
    let site = try await BuiltSite(Self.content())
    #expect(site.files["letters/a/index.html"] == site.files["letters/a/editions/2/index.html"])
    let page = try site.page("/letters/a/editions/1/")
    #expect(
      try page.texts("//main//section/@class").prefix(2) == [
        "notice notice-withdrawn", "notice notice-superseded",
      ])
  }

  @Test func `leaves listings, feeds, the sitemap and counts`() async throws {
    let site = try await BuiltSite(Self.content())
    #expect(
      site.paths(holding: "Wrong words").filter { !$0.contains("/cite.") } == [
        "data/documents.csv", "letters/a/editions/1/index.html", "letters/a/editions/2/index.html",
        "letters/a/index.html", "letters/a/index.json",
      ])
    let linking = site.paths(holding: "letters/a/").filter { !$0.hasPrefix("letters/a/") }
    #expect(linking == ["data/documents.csv", "record.json"], "both say that it is withdrawn")
    #expect(try site.page("/letters/").text("//main/p[@class='detail']") == "1 document")
    #expect(try site.page("/themes/").text("//ul[@class='entries']/li/p[@class='detail']") == "1 inspection")
    #expect(try site.page("/themes/neglect/").facts("Inspections") == ["1"])
    #expect(try site.page("/areas/").texts("//li[a='Leeds']/span") == ["1 letter"])
  }

  @Test func `is as it was until the instant`() async throws {
    let before = try await BuiltSite(Self.content(), at: "2024-03-12 09:29:59")
    #expect(try before.page("/letters/").texts("//ol[@class='items']//a") == ["Wrong words", "Right words"])
    let mentions = before.paths(holding: "withdrawn").filter { !$0.hasPrefix("assets/") }
    #expect(mentions.allSatisfy { $0.hasPrefix("data/") && !$0.hasSuffix(".csv") }, "\(mentions)")
    #expect(before.paths(holding: "A figure was wrong") == [])
    let after = try await BuiltSite(Self.content(), at: "2024-03-12 09:30:00")
    #expect(try after.page("/letters/").texts("//ol[@class='items']//a") == ["Right words"])
  }

  @Test func `says so in its data`() async throws {
    let site = try await BuiltSite(Self.content())
    for withdrawn in try [
      site.json("letters/a/index.json")["withdrawn"], site.json("record.json")["editions"][1]["withdrawn"],
    ] {
      #expect(withdrawn.names == ["at", "decided-by", "reason"])
      #expect(withdrawn["at"].string == "2024-03-12T09:30:00Z")
      #expect(withdrawn["reason"].string == "A figure was wrong")
      #expect(withdrawn["decided-by"].string == "The editor")
    }
    for address in ["/letters/a/", "/letters/a/editions/1/", "/letters/a/editions/2/"] {
      let data = try site.page(address).structuredData
      #expect(data["creativeWorkStatus"].string == "Withdrawn", "\(address)")
    }
    #expect(try site.page("/letters/b/").structuredData["creativeWorkStatus"].string == nil)
  }

  @Test func `leaves no way to a listing that is gone with it`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2022-03-12\nwithdrawn: {at: 2024-03-12, reason: It was wrong}")
    }
    #expect(!site.has("letters/index.html"))
    let page = try site.page("/letters/a/")
    #expect(try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a") == ["Home"])
    #expect(try !page.has("//a[@href='/letters/']"))
    #expect(try !page.words.contains("Decided by"))
  }
}
