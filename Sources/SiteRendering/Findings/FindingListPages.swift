import Embargo
import Escaping
import Model
import SearchCore
import SearchIndexing
import Templates

/// A page of a list of findings as its template sees it.
struct FindingListView: PageView {
  /// Other lists that a reader may want from here.
  struct Filter: TemplateView {
    let label: String
    let links: [Link]

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "label": label
      case "links": links
      default: nil
      }
    }
  }

  var frame: PageFrame
  let introduction: String?
  /// How many findings there are, and in whose words.
  let coverage: String?
  let filters: [Filter]
  var items: HTMLText?
  let pagination: Pagination?

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "coverage": coverage
    case "filters": filters.ifAny
    case "items": items
    case "pagination": pagination
    default: nil
    }
  }
}

/// A list of findings that fills as many pages as it needs.
struct FindingList {
  let title: String
  let address: Address
  /// The part of the menu that it belongs to.
  let section: Address?
  let breadcrumbs: [Link]
  var introduction: String?
  var filters: [FindingListView.Filter] = []
  let findings: FindingCatalogue.Selection
}

extension SiteRenderer {
  /// Writes the pages of a list of findings, or keeps them as the last build left them; an empty list has one page, which
  /// says so.
  func write(_ list: FindingList) throws -> [Sitemap.Page] {
    let paging = paging(list.findings)
    let outlines =
      kept == nil ? [] : (1...min(paging.count, 2)).map { outline(of: list, page: $0, of: paging.count) }
    return try (1...paging.count).map { page in
      let items = paging.entries(onPage: page, of: list.findings).lazy.map(\.item)
      let address = list.address.page(page)
      if !outlines.isEmpty, try keep(address, outlines[min(page, 2) - 1], page: page, items) {
        return Sitemap.Page(address: address, changed: nil)
      }
      var view = view(of: list, page: page, of: paging.count)
      view.items = try findingItems.html(at: items)
      return try write(.findings, view, to: address)
    }
  }

  /// A page of a list, but for its findings.
  private func view(of list: FindingList, page: Int, of pages: Int) -> FindingListView {
    let title = page == 1 ? list.title : mainWords(.collectionPage, list.title, String(page))
    var frame = frame(
      title: title, address: list.address.page(page), section: list.section, breadcrumbs: list.breadcrumbs)
    frame.description = list.introduction ?? list.title
    return FindingListView(
      frame: frame, introduction: page == 1 ? list.introduction : nil,
      coverage: page == 1 ? coverage(of: list.findings) : nil, filters: page == 1 ? list.filters : [],
      pagination: Pagination(page: page, of: pages, below: list.address, mainWords))
  }

  /// What tells whether a page of a list is the same but for its findings.
  ///
  /// It is the page without them, in the words and templates of the site; that of the second stands for all that follow,
  /// which differ by their numbers.
  private func outline(of list: FindingList, page: Int, of pages: Int) -> Digest {
    let view = view(of: list, page: page, of: pages)
    let html = addressing.settled(view.frame.language.templates.render(.findings, view))
    var writer = ByteWriter()
    writer.write(raw: site.digest.raw)
    writer.write(number: pages)
    writer.write(raw: html)
    return Digest(of: writer.bytes)
  }

  /// Keeps a page of a list where its outline and the places of its findings are as they were; what stands at a place
  /// does not change.
  private func keep(
    _ address: Address, _ outline: Digest, page: Int, _ items: some Sequence<Range<Int>>
  ) throws -> Bool {
    var writer = ByteWriter()
    writer.write(raw: outline.raw)
    writer.write(number: page)
    for place in items { writer.write(place: place) }
    let key = Digest(of: writer.bytes)
    guard kept?.keep(page: addressing.base + address.path, key) == true else { return false }
    return try sink.keep(file: address.outputPath)
  }

  /// How a list of findings is cut into pages.
  func paging(_ findings: some Collection<FindingEntry>) -> Paging {
    Paging(findings.count, size: site.configuration.findings)
  }

  /// How many findings there are, and in whose words: a count never mixes them in silence.
  func coverage(of findings: some Collection<FindingEntry>) -> String? {
    guard !findings.isEmpty else { return nil }
    let official = findings.count { $0.wording == .official }
    let parts: [(count: Int, words: Phrase)] = [
      (official, .findingsOfficial), (findings.count - official, .findingsSummary),
    ]
    let counts = parts.filter { $0.count > 0 }.map { mainWords($0.words, String($0.count)) }
    return mainWords(.findingsCoverage, counts.joined(separator: mainWords[.listSeparator]))
  }
}

extension Address {
  /// What has to be put right at once, over all letters.
  static let priorityActions = home.folder("priority-actions")
  /// Effective practice, over all letters.
  static let practice = home.folder("practice")

  /// The findings of a kind of a theme, an agency or an area.
  static func findings(of subject: Address, _ kind: FindingKind) -> Address {
    subject.folder("findings").folder(kind.rawValue)
  }
}
