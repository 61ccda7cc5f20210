import Embargo
import Model
import Templates

/// A theme, or another entry of a list, in an overview of the list.
struct ListEntry: TemplateView {
  let link: Link
  let description: String?
  /// The number of its inspections in words, nil where there are none.
  let count: String?

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "description": description
    case "count": count
    default: link.child(named: name)
    }
  }
}

private struct ThemesView: PageView {
  var frame: PageFrame
  let introduction: String
  let themes: [ListEntry]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "themes": themes.ifAny
    default: nil
    }
  }
}

private struct ThemeView: PageView {
  var listing: ListingView
  let paragraphs: [String]
  let aliases: String?
  let facts: [Fact]
  /// The inspections over the years.
  let chart: ChartFigure?
  /// How many findings there are, by agency and kind.
  let matrices: [FindingMatrix]
  let allFindings: Link?
  /// The overviews that look back on its rounds of inspections.
  let rounds: [RoundEntry]

  var frame: PageFrame { listing.frame }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "paragraphs": paragraphs.ifAny
    case "aliases": aliases
    case "facts": facts.ifAny
    case "chart": chart
    case "matrices": matrices.ifAny
    case "allFindings": allFindings
    case "rounds": rounds.ifAny
    default: listing.own(name)
    }
  }
}

extension SiteRenderer {
  /// The themes with the number of their letters, in the order of their names.
  ///
  /// One that only withdrawn documents and older editions name has left the overview as they have left
  /// listings; its page stays, since theirs lead to it.
  func themeEntries() -> [ListEntry] {
    catalogue.archive.lists.themes.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.compactMap { theme in
      let documents = catalogue.documents(onTheme: theme.id)
      guard !documents.isEmpty else { return nil }
      return ListEntry(
        link: Link(theme.name, Address.theme(theme.id)), description: theme.description,
        count: documents.letterCount == 0 ? nil : mainWords.count(documents.letterCount, .inspections))
    }
  }

  /// The overview of the themes, and the listing of each; none where no public edition names one.
  func themePages(_ findings: FindingCatalogue) -> [PageWork] {
    let themes = catalogue.archive.lists.themes
    guard !themes.isEmpty else { return [] }
    let address = EntryList.themes.address
    let overview: PageWork = {
      var frame = frame(
        title: mainWords[.themes], address: address, section: address, breadcrumbs: breadcrumbs())
      frame.description = mainWords[.themesIntroduction]
      let view = ThemesView(
        frame: frame, introduction: mainWords[.themesIntroduction], themes: themeEntries())
      return [try write(.themes, view, to: address)]
    }
    return [overview] + themes.flatMap { pages(of: $0, findings) }
  }

  private func pages(of theme: Theme, _ findings: FindingCatalogue) -> [PageWork] {
    let words = mainWords
    let address = Address.theme(theme.id)
    let list = catalogue.documents(onTheme: theme.id)
    let feed = words(.feedTheme, catalogue.archive.settings.title, theme.name)
    let letterCount = list.letterCount
    let subject = FindingSubject(
      name: theme.name, address: address, entries: .themes, findings: findings.findings(of: list),
      isPartedByAgency: true)
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list.lazy.map(\.document), page: address)
      return []
    }
    return [writeFeed]
      + eachPage(paging(list)) { page in
        let listing = entryListing(
          theme.name, list, page: page, at: address, feed: feed, of: .themes,
          description: words(.descriptionTheme, theme.name), as: \.onTheme)
        let count = letterCount == 0 || page > 1 ? nil : HTMLText(String(letterCount))
        let facts = [Fact(words[.factInspections], count)].compactMap(\.self)
        let view = ThemeView(
          listing: listing, paragraphs: theme.description.map { [$0] } ?? [],
          aliases: theme.aliases.isEmpty ? nil : theme.aliases.joined(separator: words[.listSeparator]),
          facts: facts, chart: page == 1 ? try yearsFigure(of: list, besides: address) : nil,
          matrices: page == 1 ? matrices(of: subject) : [], allFindings: allFindings(of: subject),
          rounds: page == 1 ? RoundEntry.all(of: list, in: catalogue, words) : [])
        return try write(.theme, view, to: address.page(page))
      } + findingPages(of: subject)
  }

  /// The listing of the documents that belong to an entry of a list: a theme, an area, an inspectorate.
  func entryListing(
    _ name: String, _ list: Catalogue.Selection, page: Int, at address: Address, feed: String,
    of entries: EntryList, description: String, as form: KeyPath<DocumentLine, HTMLText> = \.full
  ) -> ListingView {
    let words = mainWords
    let title = page == 1 ? name : words(.collectionPage, name, String(page))
    var view = ListingView(
      frame: frame(
        title: title, address: address.page(page), section: entries.address,
        breadcrumbs: breadcrumbs(to: Link(words[entries.name], entries.address))))
    view.frame.description = description
    view.feed = self.feed(feed, of: address)
    view.frame.feeds += [view.feed].compactMap(\.self)
    let paging = paging(list)
    view.groups = years(of: paging.entries(onPage: page, of: list), as: form)
    view.pagination = Pagination(page: page, of: paging.count, below: address, words)
    return view
  }
}
