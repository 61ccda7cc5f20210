import Diagnostics
import Embargo
import TestSupport
import Testing

@Suite struct `The description of the data` {
  private static let site = Task { try await BuiltSite(SampleContent.make()) }
  private static let tables = ["documents", "findings", "passages", "coverage"]

  @Test(arguments: tables) func `names the columns that there are`(name: String) async throws {
    let site = try await Self.site.value
    let header = try site.table(name).header
    let own = try site.json("data/\(name).csv-metadata.json")
    #expect(own["url"].string == "\(name).csv")
    #expect(own["tableSchema"]["columns"].elements.map(\.["titles"].string) == header)
    let group = try site.json("data/csv-metadata.json")["tables"].elements.first {
      $0["url"].string == "\(name).csv"
    }
    #expect(group?["tableSchema"]["columns"].elements.map(\.["name"].string) == header)
    let package = try site.json("data/datapackage.json")["resources"].elements.first {
      $0["path"].string == "\(name).csv"
    }
    #expect(package?["schema"]["fields"].elements.map(\.["name"].string) == header)
    #expect(package?["bytes"].number == site.files["data/\(name).csv"]?.count)
    let page = try site.page("/data/")
    #expect(try page.texts("//h2[@id='\(name)']/following-sibling::table[1]/tbody/tr/th") == header)
    #expect(
      try page.texts("//h2[@id='\(name)']/following-sibling::table[1]/tbody/tr/td[2]").allSatisfy {
        !$0.isEmpty
      })
  }

  @Test func `says under which licence they are, and in the language of the archive`() async throws {
    let site = try await Self.site.value
    let own = try site.json("data/findings.csv-metadata.json")
    #expect(own["dc:license"]["@id"].string == "https://licence.example/3/")
    #expect(own["@context"][1]["@language"].string == "en-GB")
    let package = try site.json("data/datapackage.json")
    #expect(package["profile"].string == "tabular-data-package")
    #expect(
      try package["licenses"]
        == JSONValue(#"[{"path": "https://licence.example/3/", "title": "Open Government Licence v3.0"}]"#))
    #expect(package["homepage"].string == "https://findings.example.org/data/")
    #expect(
      try site.page("/data/").texts("//h2[@id='licence']/following-sibling::p[1]//a") == [
        "Open Government Licence v3.0"
      ])
  }

  @Test func `speaks Welsh where the archive does`() async throws {
    let site = try await BuiltSite.of {
      Settings("language: cy")
      Document("letters/a.md", "release: 2022-03-12")
    }
    #expect(try site.page("/data/").text("//h1") == "Data i ymchwilwyr")
    #expect(try site.json("data/coverage.csv-metadata.json")["dc:title"].string == "Cwmpas")
    #expect(try site.json("data/coverage.csv-metadata.json")["@context"][1]["@language"].string == "cy")
  }

  @Test func `names every file that is there, and no other`() async throws {
    for settings in ["downloads: {sqlite: true}", "downloads: {sqlite: false}"] {
      let content = try Content {
        Settings(settings)
        Document(
          "letters/a.md", "release: 2022-03-12",
          text:
            "[Data](/data/), [one](/data/findings.sqlite), [two](/data/findings.csv), [three](/data/none.csv)\n"
        )
      }
      let site = try await BuiltSite(content)
      let published = try await content.published(at: "2025-01-01")
      for path in site.paths where path.hasPrefix("data/") && path != "data/index.html" {
        #expect(published.hasPage("/" + path), "\(path)")
      }
      #expect(published.hasPage("/data/"))
      let hasDatabase = settings.contains("true")
      #expect(published.hasPage("/data/findings.sqlite") == hasDatabase)
      #expect(site.has("data/findings.sqlite") == hasDatabase)
      #expect(site.diagnostics.map(\.rule) == Array(repeating: "page-not-public", count: hasDatabase ? 1 : 2))
      let package = try site.json("data/datapackage.json")
      #expect(package["profile"].string == (hasDatabase ? "data-package" : "tabular-data-package"))
      let last = package["resources"].elements.last
      #expect(last?["path"].string == (hasDatabase ? "findings.sqlite" : "coverage.csv"))
      #expect(last?["bytes"].number == last?["path"].string.flatMap { site.files["data/" + $0]?.count })
      let page = try site.page("/data/")
      #expect(try page.has("//h2[@id='database']") == hasDatabase)
      let links = try page.texts("//main//a/@href").filter { $0.hasPrefix("/data/") }
      let files = Set(site.paths.filter { $0.hasPrefix("data/") && $0 != "data/index.html" }.map { "/" + $0 })
      #expect(Set(links) == files)
    }
  }

  @Test func `tells how much there is, and how to cite it`() async throws {
    let site = try await Self.site.value
    let page = try site.page("/data/")
    #expect(
      try page.texts("//h2[@id='files']/following-sibling::table[1]//td[1]").contains("Findings, 6 rows"))
    #expect(
      try page.text("//p[@class='citation']")
        == "Findings of a test (2024). Data for researchers. As released up to 1 July 2024. "
        + "Available at https://findings.example.org/data/")
    #expect(try site.page("/").has("//a[@href='/data/']"))
    #expect(try page.has("//footer//a[@href='/data/']"))
  }
}
