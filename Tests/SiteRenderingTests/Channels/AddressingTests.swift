import Embargo
import Escaping
import Model
@testable import SiteRendering
import Templates
import TestSupport
import Testing

@Suite struct `The addresses on a page` {
  /// A path as it is marked; as the archive, a channel within it and a channel on its own host write it.
  @Test(arguments: [
    ("/", "/", "/channels/ofsted/", "/"),
    (
      "/letters/both-2023/", "/letters/both-2023/", "/channels/ofsted/letters/both-2023/",
      "/letters/both-2023/"
    ),
    (
      "/letters/both-2023/#finding-1", "/letters/both-2023/#finding-1",
      "/channels/ofsted/letters/both-2023/#finding-1", "/letters/both-2023/#finding-1"
    ),
    (
      "/letters/both-2023/figures.csv", "/letters/both-2023/figures.csv",
      "/channels/ofsted/letters/both-2023/figures.csv", "/letters/both-2023/figures.csv"
    ),
    (
      "/letters/removed-2021/editions/1/", "/letters/removed-2021/editions/1/",
      "/channels/ofsted/letters/removed-2021/editions/1/", "/letters/removed-2021/editions/1/"
    ),
    ("/old/both/", "/old/both/", "/channels/ofsted/old/both/", "/old/both/"),
    ("/letters/page/2/", "/letters/page/2/", "/channels/ofsted/letters/page/2/", "/letters/page/2/"),
    ("/letters/2024/", "/letters/2024/", "/channels/ofsted/letters/2024/", "/letters/2024/"),
    (
      "/themes/neglect/findings/improvement/", "/themes/neglect/findings/improvement/",
      "/channels/ofsted/themes/neglect/findings/improvement/", "/themes/neglect/findings/improvement/"
    ),
    ("/themes/neglect", "/themes/neglect", "/channels/ofsted/themes/neglect", "/themes/neglect"),
    ("/assets/site-1.css", "/assets/site-1.css", "/channels/ofsted/assets/site-1.css", "/assets/site-1.css"),
    (
      "/letters/cqc-2024/", "/letters/cqc-2024/", "/letters/cqc-2024/",
      "https://findings.example.org/letters/cqc-2024/"
    ),
    (
      "/letters/both-2023/index.json", "/letters/both-2023/index.json", "/letters/both-2023/index.json",
      "https://findings.example.org/letters/both-2023/index.json"
    ),
    (
      "/themes/domestic-abuse/", "/themes/domestic-abuse/", "/themes/domestic-abuse/",
      "https://findings.example.org/themes/domestic-abuse/"
    ),
    (
      "/inspectorates/ofsted/", "/inspectorates/ofsted/", "/inspectorates/ofsted/",
      "https://findings.example.org/inspectorates/ofsted/"
    ),
    ("/announcements/", "/announcements/", "/announcements/", "https://findings.example.org/announcements/"),
    ("/record.json", "/record.json", "/record.json", "https://findings.example.org/record.json"),
  ])
  func `are written as each site has them`(path: String, main: String, within: String, alone: String)
    async throws
  {
    let sites = try await Self.sites()
    let page = Self.marked(path)
    #expect(
      sites.map { String(decoding: $0.settled(page), as: UTF8.self) } == [main, within, alone].map(Self.page))
  }

  @Test func `lead to the archive where that is meant`() async throws {
    let page = Bytes("<a href=\"".utf8) + [Bytes.archiveAddressMark] + Bytes("/\">x</a>".utf8)
    let settled = try await Self.sites().map { String(decoding: $0.settled(page), as: UTF8.self) }
    #expect(settled == ["/", "/", "https://findings.example.org/"].map { "<a href=\"\($0)\">x</a>" })
  }

  @Test func `are marked in attributes alone, and only those from the root of a site`() throws {
    let templates = try MarkedTemplate.rendered(
      "<a href=\"{{a}}\" title=\"{{a}}\">{{a}}</a><a href=\"{{b}}\"></a><a href=\"{{c}}\"></a><img src=\"{{a}}\">"
    )
    #expect(
      templates
        == "<a href=\"*/a/\" title=\"/a/\">/a/</a><a href=\"//b/\"></a><a href=\"#c\"></a><img src=\"*/a/\">")
  }

  @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 63])
  func `are found wherever they stand`(offset: Int) async throws {
    let filler = String(repeating: "é", count: offset)
    let page = Bytes(filler.utf8) + Self.marked("/about/") + Bytes(filler.utf8)
    let within = try await Self.sites()[1].settled(page)
    #expect(String(decoding: within, as: UTF8.self) == filler + Self.page("/channels/ofsted/about/") + filler)
  }

  private static func page(_ path: String) -> String { "<a href=\"\(path)\">/words/</a>" }

  private static func marked(_ path: String) -> Bytes {
    Bytes("<a href=\"".utf8) + [Bytes.addressMark] + Bytes("\(path)\">/words/</a>".utf8)
  }

  /// Those of the archive, of a channel within its site, and of the channel alone.
  private static func sites() async throws -> [SiteAddressing] {
    let content = try ChannelSample.content()
    defer { withExtendedLifetime(content) {} }
    let published = try await content.published(at: "2025-01-01")
    let copy = try ChannelSample.site()
    let site = try SiteFolder.load(
      from: copy.path, settings: published.settings, inspectorates: published.lists.inspectorates.map(\.id))
    let channel = try #require(site.channels.first { $0.id == "ofsted" })
    let pages = ChannelPages(Catalogue(published.part(of: "ofsted", titled: "Letters")))
    return [
      SiteAddressing(archive: published.settings),
      SiteAddressing(channel, pages: pages, within: published.settings),
      SiteAddressing(channel, pages: pages, apartFrom: published.settings),
    ]
  }
}

/// A template with its marks as asterisks.
private enum MarkedTemplate {
  private struct View: TemplateView {
    func child(named name: String) -> (any TemplateValue)? { ["a": "/a/", "b": "//b/", "c": "#c"][name] }
  }

  static func rendered(_ template: String) throws -> String {
    var bytes = Bytes()
    try TemplateSet([(name: "main", text: template)], marksAddresses: true).render("main", View(), to: &bytes)
    return String(decoding: bytes.map { $0 == Bytes.addressMark ? UInt8(ascii: "*") : $0 }, as: UTF8.self)
  }
}
