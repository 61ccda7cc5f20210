import Embargo
import Escaping
import Model
import Templates

extension SiteRenderer {
  /// A page or a few that belong together; it writes them and gives their entries in the sitemap.
  typealias PageWork = @Sendable () throws -> [Sitemap.Page]
  /// Prepares the work on some pages that share something.
  typealias PagePart = @Sendable () -> [PageWork]

  /// Every page that is not a document's, in one order whatever runs first.
  ///
  /// What the pages of a part share is made when the part is asked for: parts can be asked for side by side.
  func sitePages(_ findings: FindingCatalogue) -> [PagePart] {
    var parts: [PagePart] = [{ [{ [try homePage(findings)] }] }]
    parts += DocumentCollection.allCases.map { collection in { listings(of: collection) } }
    parts += [{ themePages(findings) }, { areaPages(findings) }]
    // What compares the whole archive is no part of a channel (`ChannelPages`).
    if role == .archive {
      parts += [
        { inspectoratePages() }, { criteriaPages(findings) }, { kindPages(findings) },
        { agencyPages(findings) },
      ]
    }
    parts.append { [{ try plainFiles() }] }
    parts.append { catalogue.archive.removals.map { removal in { try tombstones(of: removal) } } }
    parts.append { catalogue.archive.redirects.map { redirect in { try page(for: redirect) } } }
    return parts
  }

  /// The files without a listing of their own: not found, robots, assets, the feed of the site.
  private func plainFiles() throws -> [Sitemap.Page] {
    var frame = frame(title: mainWords[.notFoundTitle], address: .home, hasOwnSearch: true)
    frame.canonical = nil
    frame.isHiddenFromRobots = true
    let notFound = frame.language.templates.render(.notFound, FramedPage(frame: frame))
    try write(notFound, to: .home.file("404.html"))
    let settings = catalogue.archive.settings
    // A channel within the site of the archive has these from there.
    if role != .channel {
      let sitemap = ownSettings.absolute(.home.file("sitemap.xml"))
      try write(Bytes("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8), to: .home.file("robots.txt"))
      for asset in site.assets.all(for: role) { try write(asset.bytes, to: asset.address) }
    }
    try writeFeed(mainWords(.feedSite, settings.title), of: catalogue.listed, page: .home)
    return []
  }

  /// The way to the feed of a page, nil before anything is public: a feed says when it was last updated.
  func feed(_ title: String, of page: Address) -> Link? {
    catalogue.lastRelease.map { _ in Link(title, page.file("feed.xml")) }
  }

  /// Writes the feed of a page.
  ///
  /// One without entries is as old as the last release of anything: no clock is read.
  func writeFeed(_ title: String, of documents: some Sequence<PublishedDocument>, page: Address) throws {
    let announced = documents.lazy.filter { $0.id.collection != .pages }
    let entries = AtomFeed.entries(of: announced, limit: site.configuration.feed)
    guard let updated = entries.map(\.shown.release).max() ?? catalogue.lastRelease else { return }
    let feed = AtomFeed(title: title, page: page, entries: entries, updated: updated)
    try write(feed.document(in: self), to: page.file("feed.xml"))
  }

  /// The tombstone at each address of a removed document.
  private func tombstones(of removal: RemovedDocument) throws -> [Sitemap.Page] {
    var frame = frame(title: mainWords[.removedTitle], address: removal.id.address)
    frame.isHiddenFromRobots = true
    let day = removal.notice.map { ShownDay(catalogue.day(of: $0.at), mainWords) }
    let view = RemovedView(frame: frame, day: day, notice: removal.notice)
    for address in [removal.id.address] + removal.editions.map(\.address) {
      _ = try write(.removed, view, to: address)
    }
    return []
  }

  private func page(for redirect: Redirect) throws -> [Sitemap.Page] {
    let frame = frame(title: mainWords[.moved], address: redirect.to)
    _ = try write(.redirect, RedirectView(frame: frame, target: redirect.to.path), to: redirect.from)
    return []
  }
}

/// A page with nothing of its own.
struct FramedPage: PageView {
  let frame: PageFrame

  func own(_ name: String) -> (any TemplateValue)? { nil }
}

private struct RemovedView: PageView {
  let frame: PageFrame
  let day: ShownDay?
  let notice: RemovedDocument.Notice?

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "reason": notice?.reason
    case "decidedBy": notice?.decidedBy
    default: day?.child(named: name)
    }
  }
}

private struct RedirectView: PageView {
  let frame: PageFrame
  let target: String

  func own(_ name: String) -> (any TemplateValue)? { name == "target" ? target : nil }
}
