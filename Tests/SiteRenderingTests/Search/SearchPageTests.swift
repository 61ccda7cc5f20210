import Diagnostics
import Embargo
import Escaping
import Foundation
import SiteRendering
import TestSupport
import Testing

@Suite struct `The search page` {
  /// A site with the script of the page, and an engine unless it is to be missing.
  private static func site(hasEngine: Bool = true, hasScript: Bool = true) throws -> SiteCopy {
    let copy = try ChannelSample.site()
    if hasScript { try copy.write(Array("// The script".utf8), to: "scripts/search.js") }
    if hasEngine { try copy.write([0, 0x61, 0x73, 0x6D], to: "scripts/search.wasm") }
    return copy
  }

  private static func built(_ copy: SiteCopy, _ scope: SiteScope = .archiveAndChannels) async throws
    -> BuiltSite
  {
    defer { withExtendedLifetime(copy) {} }
    return try await BuiltSite(ChannelSample.content(), site: copy.path, scope: scope)
  }

  @Test func `is a form that says what it needs and leads to the lists`() async throws {
    let page = try await Self.built(Self.site()).page("/search/")
    #expect(try page.texts("//form/@action") == ["/search/"])
    #expect(try page.texts("//form//input/@name") == ["q", "from", "to"])
    #expect(
      try page.texts("//form//fieldset/@data-facet") == [
        "theme", "kind", "area", "agency", "type", "wording", "inspectorate", "programme", "criterion",
      ])
    #expect(try page.text("//noscript").contains("needs JavaScript"))
    #expect(
      try page.texts("//section[@class='ways']//a/@href") == [
        "/areas/", "/themes/", "/inspectorates/", "/priority-actions/", "/practice/", "/letters/2024/",
        "/letters/2023/",
      ])
  }

  @Test func `names everything that the script begins with`() async throws {
    let site = try await Self.built(Self.site())
    let page = try site.page("/search/")
    let script = try page.text("//script[@type='module']/@src")
    #expect(try site.text(String(script.dropFirst())) == "// The script")
    let engine = try page.text("//div[@class='finder']/@data-engine")
    #expect(try page.texts("//link[@rel='preload']/@href") == [engine])
    #expect(site.has(String(engine.dropFirst())))
    let manifest = try #require(Data(base64Encoded: page.text("//div[@class='finder']/@data-manifest")))
    #expect(Bytes(manifest) == site.files["search/index/manifest"])
    #expect(try page.text("//meta[@http-equiv]/@content").contains("script-src 'self' 'wasm-unsafe-eval';"))
  }

  @Test func `does without what is missing, says so, and promises no search`() async throws {
    let copy = try Self.site(hasEngine: false)
    let settings = try await ChannelSample.content().published(at: "2025-01-01").settings
    let warnings = try SiteFolder.load(from: copy.path, settings: settings, inspectorates: ["ofsted", "cqc"])
      .warnings
    #expect(warnings.map(\.rule) == ["missing-engine"])
    let site = try await Self.built(copy)
    #expect(try !site.page("/search/").has("//script | //form | //link[@rel='preload']"))
    #expect(try site.page("/search/").has("//section[@class='ways']//a"))
    for path in site.pagePaths { #expect(try !site.page("/" + path).has("//form"), "\(path)") }
    #expect(!site.paths.contains { $0.hasPrefix("assets/search") })
  }

  @Test func `needs no engine where the site has no script for it`() async throws {
    let copy = try Self.site(hasEngine: false, hasScript: false)
    let settings = try await ChannelSample.content().published(at: "2025-01-01").settings
    #expect(
      try SiteFolder.load(from: copy.path, settings: settings, inspectorates: ["ofsted", "cqc"]).warnings
        .isEmpty)
  }

  @Test func `can be asked from every page, once`() async throws {
    let site = try await Self.built(Self.site())
    for path in site.pagePaths where !path.contains("old/") {
      let page = try site.page("/" + path)
      #expect(try page.texts("//form[@role='search']/@action") == ["/search/"], "\(path)")
      #expect(try page.texts("//form[@role='search']//input[@type='search']/@name") == ["q"], "\(path)")
      let channel = path.split(separator: "/").prefix(2)
      let kept = try page.texts("//input[@type='hidden' and @name='inspectorate']/@value")
      #expect(kept == (channel.first == "channels" ? [String(channel[1])] : []), "\(path)")
      let title = try page.text("//a[@class='site-name']")
      let label = try page.text("//label[@for='_query'] | //form[@role='search']//input/@aria-label")
      let own = ["Search \(title)", "Chwilio \(title)"]
      #expect(
        (channel.first == "channels" ? own : ["Search the archive", "Chwilio’r archif"]).contains(label),
        "\(path)")
    }
  }

  @Test func `is asked on its own host by a channel that stands alone`() async throws {
    let site = try await Self.built(Self.site(), .channel("ofsted"))
    #expect(!site.has("search/index.html"))
    #expect(!site.paths.contains { $0.hasPrefix("assets/search") })
    for address in ["/", "/letters/both-2023/", "/404.html"] {
      let page = try site.page(address)
      #expect(try page.texts("//form/@action") == ["https://findings.example.org/search/"])
      #expect(
        try page.text("//meta[@http-equiv='Content-Security-Policy']/@content").hasSuffix(
          "form-action 'self' https://findings.example.org"))
    }
  }
}
