import Foundation
import FoundationXML
@testable import SiteRendering
import TestSupport
import Testing

@Suite struct `A chart` {
  private static let chart = BarChart(
    title: "Findings", labels: .above,
    rows: [
      BarChart.Row(
        label: "Police & <health>",
        bars: [
          BarChart.Bar(value: 1000, style: .priority), BarChart.Bar(value: 1, style: .improvement),
          BarChart.Bar(value: 0, style: .strength),
        ])
    ], key: [(.priority, "Priority"), (.improvement, "Improvement"), (.strength, "Strength")])

  private func drawing(_ chart: BarChart) throws -> XMLDocument {
    try XMLDocument(data: Data(ChartDrawing.svg(chart).bytes))
  }

  private func texts(_ document: XMLDocument, _ path: String) throws -> [String] {
    try document.nodes(forXPath: path).compactMap(\.stringValue)
  }

  @Test func `draws a bar for each number, and the number at its end`() throws {
    let document = try drawing(Self.chart)
    let bars = "//*[local-name()='rect'][not(@class='paper')]"
    #expect(try texts(document, bars + "/@class") == ["priority", "improvement"])
    #expect(try texts(document, bars + "/@width") == ["286", "1"])
    #expect(
      try texts(document, "//*[local-name()='text']") == [
        "Priority", "Improvement", "Strength", "Police & <health>", "1000", "1", "0",
      ])
  }

  @Test func `gives each colour a shape`() throws {
    let document = try drawing(Self.chart)
    #expect(
      try texts(document, "//*[local-name()='polygon']/@class") == [
        "priority", "improvement", "priority", "improvement",
      ])
    #expect(try texts(document, "//*[local-name()='circle']/@class") == ["strength", "strength"])
  }

  @Test func `is as high as what it holds, and says what it is`() throws {
    let (bytes, height) = ChartDrawing.svg(Self.chart)
    let document = try XMLDocument(data: Data(bytes))
    #expect(try texts(document, "/*/@viewBox") == ["0 0 360 \(height)"])
    #expect(try texts(document, "/*/*[local-name()='title']") == ["Findings"])
    let lowest = try texts(document, "//@y").compactMap { Int($0) }.max() ?? 0
    #expect(lowest < height)
  }

  @Test func `loads nothing and runs nothing`() throws {
    let document = try drawing(Self.chart)
    #expect(try texts(document, "//*[local-name()='script'] | //@*[starts-with(name(), 'on')]") == [])
    #expect(try texts(document, "//@*[contains(., 'http') or contains(., 'url(')]") == [])
    let style = try texts(document, "//*[local-name()='style']").joined()
    #expect(!style.contains("url") && !style.contains("import"))
  }

  @Test(arguments: BarChart.Style.allCases)
  func `can be read on light and on dark`(style: BarChart.Style) throws {
    for (ground, colour) in [
      (ChartColours.paper.light, style.colours.light), (ChartColours.paper.dark, style.colours.dark),
    ] {
      #expect(try contrast(ground.description, colour.description) >= 4.5)
    }
  }

  @Test func `shortens words that would not fit`() throws {
    let long = String(repeating: "a", count: 43)
    let chart = BarChart(
      title: "", labels: .above, rows: [BarChart.Row(label: long, bars: [BarChart.Bar(value: 1)])])
    #expect(
      try texts(drawing(chart), "//*[local-name()='text']") == [String(repeating: "a", count: 41) + "…", "1"])
  }

  /// The contrast of two colours (WCAG 2.2).
  private func contrast(_ a: String, _ b: String) throws -> Double {
    let levels = try [a, b].map { colour in
      let value = try #require(Int(colour.dropFirst(), radix: 16))
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    return (max(levels[0], levels[1]) + 0.05) / (min(levels[0], levels[1]) + 0.05)
  }
}

@Suite struct `The inspections of a theme over the years` {
  private static func site(_ releases: [String], more: [Document] = []) async throws -> BuiltSite {
    try await BuiltSite.of(at: "2024-06-01") {
      for (index, release) in releases.enumerated() {
        Document("letters/l\(index).md", "release: \(release)\nthemes: [neglect]")
      }
      Document("overviews/o.md", "release: 2010-01-01\nthemes: [neglect]")
      for document in more { document }
    }
  }

  @Test func `are a chart with its table, empty years among them`() async throws {
    let site = try await Self.site(
      ["2017-01-10", "2019-03-01", "2019-12-31", "2025-01-01"],
      more: [
        Document(
          "letters/cy.md", "release: 2019-03-01\nthemes: [neglect]\nlanguage: cy\ntranslation-of: letters/l1")
      ])
    let page = try site.page("/themes/neglect/")
    #expect(try page.text("//figure/img/@src") == "/themes/neglect/years.svg")
    #expect(
      try page.text("//figure/img/@alt") == "Bar chart. Letters published, by year. 2017: 1, 2018: 0, 2019: 2"
    )
    #expect(try page.texts("//figure//tbody/tr/th") == ["2017", "2018", "2019"])
    #expect(try page.texts("//figure//tbody/tr/td") == ["1", "0", "2"])
    #expect(try page.facts("Inspections") == ["3"])
    #expect(!(try site.text("themes/neglect/years.svg")).contains("2025"))
  }

  @Test(arguments: [[], ["2017-01-10"], ["2017-01-10", "2017-03-01"], ["2017-01-10", "2025-01-01"]])
  func `are no chart where one year has them all`(releases: [String]) async throws {
    let site = try await Self.site(releases)
    #expect(try !site.page("/themes/neglect/").has("//figure"))
    #expect(!site.has("themes/neglect/years.svg"))
  }
}
