import Embargo
import Escaping
import Model
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
  let findings: [FindingEntry]
}

extension SiteRenderer {
  /// Writes the pages of a list of findings; an empty list has one page, which says so.
  func write(_ list: FindingList) throws -> [Sitemap.Page] {
    let paging = paging(list.findings)
    return try (1...paging.count).map { page in
      let shown = paging.entries(onPage: page, of: list.findings)
      let title = page == 1 ? list.title : mainWords(.collectionPage, list.title, String(page))
      var frame = frame(
        title: title, address: list.address.page(page), section: list.section, breadcrumbs: list.breadcrumbs)
      frame.description = list.introduction ?? list.title
      let view = FindingListView(
        frame: frame, introduction: page == 1 ? list.introduction : nil,
        coverage: page == 1 ? coverage(of: list.findings) : nil, filters: page == 1 ? list.filters : [],
        pagination: Pagination(page: page, of: paging.count, below: list.address, mainWords))
      return try write(view, with: shown.lazy.map(\.item), to: list.address.page(page))
    }
  }

  /// Writes a page with findings, or keeps it as the last build left it.
  ///
  /// The outline of a page tells whether it is the same: all of it, with the places of the findings where they would
  /// stand. What stands at a place does not change.
  private func write(
    _ view: FindingListView, with places: some Sequence<Range<Int>>, to address: Address
  ) throws -> Sitemap.Page {
    var view = view
    if let kept {
      view.items = HTMLText(placesOf: places)
      let outline = view.frame.language.templates.render(.findings, view)
      let key = Digest(of: addressing.settled(outline))
      if kept.keep(page: addressing.base + address.path, key), try sink.keep(file: address.outputPath) {
        return Sitemap.Page(address: address, changed: nil)
      }
    }
    view.items = try findingItems.html(at: places)
    return try write(.findings, view, to: address)
  }

  /// How a list of findings is cut into pages.
  func paging(_ findings: [FindingEntry]) -> Paging {
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

extension HTMLText {
  /// The places of findings, which stand for them in an outline.
  fileprivate init(placesOf places: some Sequence<Range<Int>>) {
    var bytes = Bytes()
    for place in places {
      for number in [place.lowerBound, place.upperBound] {
        bytes.append(decimal: number)
        bytes.append(" ")
      }
    }
    self.init(rendered: bytes)
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
