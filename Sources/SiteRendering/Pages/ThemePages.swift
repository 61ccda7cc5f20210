import Embargo
import Model
import Templates

/// A theme, or another entry of a list, in an overview of the list.
struct ListEntry: TemplateView {
  let link: Link
  let description: String?
  let count: String

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "description": description
    case "count": count
    default: link.child(named: name)
    }
  }
}

struct ThemesView: PageView {
  var frame: PageFrame
  let introduction: String
  let themes: [ListEntry]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "themes": themes
    default: nil
    }
  }
}

private struct ThemeView: PageView {
  var listing: ListingView
  let paragraphs: [String]
  let aliases: String?
  let facts: [Fact]

  var frame: PageFrame { listing.frame }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "paragraphs": paragraphs.ifAny
    case "aliases": aliases
    case "facts": facts.ifAny
    default: listing.own(name)
    }
  }
}

extension SiteRenderer {
  /// The themes with the number of their letters, in the order of their names.
  func themeEntries() -> [ListEntry] {
    catalogue.archive.lists.themes.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { theme in
      let letters = catalogue.documents(onTheme: theme.id).lazy.filter { $0.id.collection == .letters }
      return ListEntry(
        link: Link(theme.name, Address.theme(theme.id)), description: theme.description,
        count: mainWords.count(letters.count, .inspections))
    }
  }

  func themePages() -> [PageWork] {
    let themes = catalogue.archive.lists.themes
    guard !themes.isEmpty else { return [] }
    let address = Address.home.folder("themes")
    let overview: PageWork = {
      var frame = frame(
        title: mainWords[.themes], address: address, section: address, breadcrumbs: breadcrumbs())
      frame.description = mainWords[.themesIntroduction]
      let view = ThemesView(
        frame: frame, introduction: mainWords[.themesIntroduction], themes: themeEntries())
      return [try write(.themes, view, to: address)]
    }
    return [overview] + themes.flatMap { pages(of: $0, below: address) }
  }

  private func pages(of theme: Theme, below overview: Address) -> [PageWork] {
    let words = mainWords
    let address = Address.theme(theme.id)
    let list = catalogue.documents(onTheme: theme.id)
    let feed = words(.feedTheme, catalogue.archive.settings.title, theme.name)
    let count = pageCount(list.count)
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list, page: address)
      return []
    }
    return [writeFeed]
      + eachPage(count) { page in
        let listing = entryListing(
          theme.name, list, page: page, at: address, feed: feed, section: overview,
          description: words(.descriptionTheme, theme.name), as: \.withoutThemes)
        let letters = list.lazy.filter { $0.id.collection == .letters }.count
        let facts = [Fact(words[.factInspections], HTMLText(String(letters)))].compactMap(\.self)
        let view = ThemeView(
          listing: listing, paragraphs: theme.description.map { [$0] } ?? [],
          aliases: theme.aliases.isEmpty ? nil : theme.aliases.joined(separator: words[.listSeparator]),
          facts: facts)
        return try write(.theme, view, to: address.page(page))
      }
  }

  /// The listing of the documents that belong to an entry of a list: a theme, an area, an inspectorate.
  func entryListing(
    _ name: String, _ list: Catalogue.Selection, page: Int, at address: Address, feed: String,
    section: Address, description: String, as form: KeyPath<DocumentLine, HTMLText> = \.full
  ) -> ListingView {
    let words = mainWords
    let title = page == 1 ? name : words(.collectionPage, name, String(page))
    var view = ListingView(
      frame: frame(
        title: title, address: address.page(page), section: section,
        breadcrumbs: breadcrumbs(to: section, named: words[section.listName])))
    view.frame.description = description
    view.frame.feeds.append(Link(feed, address.file("feed.xml")))
    view.groups = years(of: documents(onPage: page, of: list), as: form)
    view.pagination = Pagination(page: page, of: pageCount(list.count), below: address, words)
    view.feed = Link(feed, address.file("feed.xml"))
    return view
  }
}

extension Address {
  /// The name of the list whose overview stands at the address.
  fileprivate var listName: Phrase {
    switch components.first {
    case "themes": .themes
    case "areas": .areas
    default: .inspectorates
    }
  }
}
