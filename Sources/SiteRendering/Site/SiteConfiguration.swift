import Diagnostics
import StrictYAML

/// The frame around every page, from `site.yml`.
struct SiteConfiguration: Sendable {
  /// An entry of a menu.
  struct Entry: Sendable {
    let title: String
    /// The address; an entry whose page is not there is left out.
    let href: String
  }

  var description: String
  var navigation: [Entry]
  let footer: [Entry]
  /// How many letters the home page shows.
  let latest: Int
  /// How many entries a page of a listing has.
  let listing: Int
  /// How many findings a page of a list has.
  let findings: Int
  /// How many entries a feed has.
  let feed: Int

  init(_ fields: Fields) {
    var fields = fields
    description = fields.requiredText("description") ?? ""
    navigation = Self.entries("navigation", &fields)
    footer = Self.entries("footer", &fields)
    latest = Self.size("latest", &fields) ?? 3
    listing = Self.size("listing", &fields) ?? 50
    findings = Self.size("findings", &fields) ?? 100
    feed = Self.size("feed", &fields) ?? 30
    fields.reportUnknownKeys()
  }

  private static func size(_ key: String, _ fields: inout Fields) -> Int? {
    guard let size = fields.count(key) else { return nil }
    if (1...1000).contains(size) { return size }
    fields.reportWrong(key, "'\(key)' is \(size)", expected: "a number from 1 to 1000")
    return nil
  }

  /// The entries of a menu.
  static func entries(_ key: String, _ fields: inout Fields) -> [Entry] {
    fields.list(key).compactMap { entry in
      var entry = entry
      defer { entry.reportUnknownKeys() }
      let title = entry.requiredText("title")
      guard let href = entry.requiredText("href"), let title else { return nil }
      return Entry(title: title, href: href)
    }
  }
}
