import TestSupport
import Testing

@Suite struct `A feed` {
  private static func content() throws -> Content {
    try Content {
      Document(
        "letters/a/edition-1.md",
        "title: A letter\nrelease: 2022-03-12\nsummary: In short.\nthemes: [neglect]")
      Document(
        "letters/a/edition-2.md",
        "title: A letter\nrelease: 2023-03-12\nsummary: In short.\nchange: A name mended\nminor: true")
      Document(
        "letters/a/edition-3.md",
        "title: A letter\nrelease: 2024-07-12\nsummary: In short.\nchange: A table added\ninspectorates: [cqc]"
      )
      Document("guidance/g.md", "title: Guidance\nrelease: 2024-03-12\nwording: summary")
      Document("pages/about.md", "title: About\nrelease: 2024-08-12")
      Document("letters/c.md", "title: To come\nrelease: 2030-03-12")
    }
  }

  @Test func `announces editions that change something, newest first`() async throws {
    let feed = try await BuiltSite(Self.content()).feed("feed.xml")
    #expect(feed.titles == ["Edition 3: A letter", "Guidance", "A letter"])
    let addresses = ["letters/a/editions/3/", "guidance/g/editions/1/", "letters/a/editions/1/"]
    #expect(feed.texts("id") == addresses.map { ["https://findings.example.org/\($0)"] })
    #expect(feed.texts("link alternate") == feed.texts("id"))
    #expect(
      feed.texts("updated") == [["2024-07-12T08:30:00Z"], ["2024-03-12T09:30:00Z"], ["2022-03-12T09:30:00Z"]])
    #expect(
      feed.texts("published") == [
        ["2022-03-12T09:30:00Z"], ["2024-03-12T09:30:00Z"], ["2022-03-12T09:30:00Z"],
      ])
    #expect(
      feed.texts("summary") == [
        ["Official text. A table added"], ["Our summary"], ["Official text. In short."],
      ])
    #expect(
      feed.texts("category") == [["Official text"], ["Our summary"], ["Neglect", "Official text"]])
    #expect(feed.texts("name") == [["Care Quality Commission"], [], []])
  }

  @Test func `says what it is and when it last changed`() async throws {
    let feed = try await BuiltSite(Self.content()).feed("feed.xml").feed
    #expect(feed["title"] == ["Findings of a test: new documents"])
    #expect(feed["id"] == ["https://findings.example.org/"])
    #expect(feed["link alternate"] == ["https://findings.example.org/"])
    #expect(feed["link self"] == ["https://findings.example.org/feed.xml"])
    #expect(feed["updated"] == ["2024-07-12T08:30:00Z"])
    #expect(feed["name"] == ["Findings of a test"])
  }

  @Test(arguments: [
    ("2022-03-12 09:30:00", ["A letter"], "2022-03-12T09:30:00Z"),
    ("2023-03-12 09:30:00", ["A letter"], "2022-03-12T09:30:00Z"),
    ("2024-03-12 09:30:00", ["Guidance", "A letter"], "2024-03-12T09:30:00Z"),
  ])
  func `changes at releases, not at minor ones`(at: String, titles: [String], updated: String) async throws {
    let feed = try await BuiltSite(Self.content(), at: .init(stringLiteral: at)).feed("feed.xml")
    #expect(feed.titles == titles)
    #expect(feed.feed["updated"] == [updated])
  }

  @Test(arguments: [
    ("2024-03-12 09:30:00", "2024-03-12T09:30:00Z"), ("2024-08-12 09:29:59", "2024-07-12T08:30:00Z"),
    ("2024-08-12 09:30:00", "2024-08-12T08:30:00Z"), ("2024-12-31", "2024-08-12T08:30:00Z"),
  ])
  func `without entries is as old as the last release of anything`(at: String, updated: String) async throws {
    let feed = try await BuiltSite(Self.content(), at: .init(stringLiteral: at))
      .feed("inspectorates/hmi-probation/feed.xml")
    #expect(feed.entries.isEmpty)
    #expect(feed.feed["updated"] == [updated])
  }

  @Test(arguments: [("2022-03-12 09:29:59", false), ("2022-03-12 09:30:00", true)])
  func `is not there before anything is public, nor is a way to it`(at: String, isThere: Bool) async throws {
    let site = try await BuiltSite(Self.content(), at: .init(stringLiteral: at))
    for path in ["feed.xml", "areas/leeds/feed.xml", "inspectorates/cqc/feed.xml"] {
      #expect(site.has(path) == isThere, "\(path)")
      #expect(site.paths(holding: "/" + path).isEmpty != isThere, "\(path)")
    }
  }

  @Test func `holds no more than the newest`() async throws {
    let copy = try SiteCopy(feed: 4)
    let content = try Content {
      for number in 10...29 {
        Document("letters/l\(number).md", "title: L\(number)\nrelease: 2024-01-\(number)")
      }
    }
    let feed = try await BuiltSite(content, site: copy.path).feed("feed.xml")
    #expect(feed.titles == ["L29", "L28", "L27", "L26"])
  }

  @Test func `of the sample gives no id twice, and names itself`() async throws {
    let site = try await BuiltSite(SampleContent.make())
    let paths = site.paths.filter { $0.hasSuffix("feed.xml") }
    #expect(paths.count == 10)
    var feeds: Set<String> = []
    for path in paths {
      let feed = try site.feed(path)
      let ids = feed.texts("id").flatMap(\.self)
      #expect(ids.count == feed.entries.count && Set(ids).count == ids.count, "\(path)")
      #expect(feed.feed["link self"] == ["https://findings.example.org/\(path)"])
      let newest = feed.texts("updated").flatMap(\.self).max()
      #expect(feed.feed["updated"]?.first == newest ?? "2024-07-01T08:30:00Z", "\(path)")
      feeds.formUnion(feed.feed["id"] ?? [])
    }
    #expect(feeds.count == paths.count)
  }
}
