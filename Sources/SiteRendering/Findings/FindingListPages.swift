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
  let items: HTMLText?
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
        items: try findingItems.html(at: shown.lazy.map(\.item)),
        pagination: Pagination(page: page, of: paging.count, below: list.address, mainWords))
      return try write(.findings, view, to: list.address.page(page))
    }
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
