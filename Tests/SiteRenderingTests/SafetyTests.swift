import Foundation
import Testing
import TestSupport

@Suite struct `Every page` {
  private let site: BuiltSite

  init() async throws {
    site = try await BuiltSite(SampleContent.make())
  }

  @Test func `is well-formed`() throws {
    #expect(site.pagePaths.count > 40)
    for path in site.pagePaths { #expect(throws: Never.self, "\(path)") { try Page(site.text(path)) } }
  }

  @Test func `holds no style, no script that runs and no handler`() throws {
    for path in site.pagePaths {
      let page = try Page(site.text(path))
      #expect(try !page.has("//@style | //style | //@*[starts-with(name(), 'on')]"), "\(path)")
      // The search page has the one script of the site, from a file.
      let scripts = path == "search/index.html" ? "//script[not(@type='module')]" : "//script"
      let types = try page.texts("\(scripts)/@type")
      #expect(types.allSatisfy { $0 == "application/ld+json" }, "\(path)")
      #expect(try page.texts(scripts).count == types.count, "\(path)")
      #expect(try !page.has("\(scripts)/@src"), "\(path)")
      #expect(try !page.has("//a[starts-with(@href, 'javascript:')]"), "\(path)")
    }
  }

  @Test func `loads nothing from elsewhere`() throws {
    for path in site.pagePaths {
      let page = try Page(site.text(path))
      let loaded = try page.texts(
        "//link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href | //img/@src | //iframe | //object "
          + "| //embed | //video | //audio | //form/@action")
      #expect(loaded.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") }, "\(path): \(loaded)")
    }
    for path in site.paths where path.hasSuffix(".css") {
      let styles = try site.text(path)
      #expect(!styles.contains("url(") && !styles.contains("@import"), "\(path)")
    }
  }

  @Test func `says what it may load, before anything is loaded`() throws {
    for path in site.pagePaths where !path.hasPrefix("old/") && path != "oxford.html" {
      let page = try Page(site.text(path))
      let policy = try page.text("/html/head/meta[@http-equiv='Content-Security-Policy']/@content")
      let isSearch = path == "search/index.html"
      let allowed = isSearch ? "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " : ""
      #expect(policy.hasPrefix("default-src 'none'; \(allowed)style-src 'self'; img-src 'self'"), "\(path)")
      #expect(!policy.contains("'unsafe"), "\(path)")
    }
  }

  @Test func `has a title, one first heading, a language and a way past the menu`() throws {
    for path in site.pagePaths {
      let page = try Page(site.text(path))
      #expect(try page.text("/html/head/title") != "", "\(path)")
      #expect(try page.text("//h1") != "", "\(path)")
      #expect(try page.text("/html/@lang") == (path.contains("/cy/") ? "cy" : "en-GB"), "\(path)")
      guard !path.hasPrefix("old/"), path != "oxford.html" else { continue }
      #expect(try page.text("/html/body/a[1]/@href") == "#_main", "\(path)")
      #expect(try page.has("//main[@id='_main']"), "\(path)")
    }
  }

  @Test func `has no list without an item`() throws {
    for path in site.pagePaths {
      let empty = "//*[self::ul or self::ol][not(li or @hidden)] | //dl[not(*)]"
      #expect(try !Page(site.text(path)).has(empty), "\(path)")
    }
  }

  @Test func `gives no id twice`() throws {
    for path in site.pagePaths {
      let ids = try Page(site.text(path)).texts("//@id")
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
    }
  }

  @Test func `links to pages that exist, and to parts of them that exist`() throws {
    for path in site.pagePaths {
      let page = try Page(site.text(path))
      for target in try page.texts("//a/@href | //link/@href") {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let address = parts[0].replacing("https://findings.example.org", with: "")
        guard address.isEmpty || address.hasPrefix("/") else {
          #expect(address.hasPrefix("https://"), "\(path): \(target)")
          continue
        }
        let file = address.isEmpty ? path : address.dropFirst() + (address.hasSuffix("/") ? "index.html" : "")
        #expect(site.has(file), "\(path): \(target)")
        guard parts.count == 2, let other = site.files[file] else { continue }
        let ids = try Page(String(decoding: other, as: UTF8.self)).texts("//@id")
        #expect(ids.contains(parts[1]), "\(path): \(target)")
      }
    }
  }

  @Test func `is the same whatever runs first, and however often`() async throws {
    let content = try SampleContent.make()
    let other = try await BuiltSite(content, jobs: 1)
    #expect(other.files == site.files)
    #expect(try await BuiltSite(content, jobs: 8).files == site.files)
  }

  @Test func `says nothing of what is to come`() throws {
    for word in ["secret", "2030"] { #expect(site.paths(holding: word) == [], "\(word)") }
  }
}
