import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite struct `The sitemap` {
  private static func entries(_ site: BuiltSite) throws -> [String] {
    let document = try XMLDocument(data: Data(site.text("sitemap.xml").utf8))
    return try document.nodes(forXPath: "//*[local-name()='url']").map { entry in
      (entry.children ?? []).compactMap(\.stringValue).joined(separator: " ")
    }
  }

  @Test func `lists the pages that are to be found`() async throws {
    let site = try await BuiltSite.of {
      Document("letters/a/edition-1.md", "release: 2022-03-12\nredirect-from: /old/a/")
      Document("letters/a/edition-2.md", "release: 2023-07-12")
      Document("letters/b.md", "release: 2022-03-12\nwithdrawn: {at: 2023-03-12, reason: It was wrong}")
      Document("letters/c.md", "release: 2022-03-12\nremoved: {at: 2023-03-12, reason: It did harm}")
      Document("letters/d.md", "release: 2030-03-12")
      Document("pages/about.md", "release: 2020-03-12")
    }
    #expect(
      try Self.entries(site)
        == [
          "/", "/letters/", "/letters/2022/", "/areas/", "/areas/leeds/", "/areas/oxfordshire/",
          "/inspectorates/",
          "/inspectorates/ofsted/", "/inspectorates/cqc/", "/inspectorates/hmicfrs/",
          "/inspectorates/hmi-probation/", "/priority-actions/", "/practice/", "/data/", "/search/",
          "/letters/a/ 2023-07-12T08:30:00Z", "/about/ 2020-03-12T09:30:00Z",
        ].map { "https://findings.example.org" + $0 })
    #expect(site.pages == 17)
    #expect(
      try site.text("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://findings.example.org/sitemap.xml\n")
  }

  @Test func `lists only pages that exist`() async throws {
    let site = try await BuiltSite(SampleContent.make())
    for entry in try Self.entries(site) {
      let address = entry.split(separator: " ")[0].dropFirst("https://findings.example.org/".count)
      #expect(site.has(address + "index.html"), "\(entry)")
    }
  }
}
