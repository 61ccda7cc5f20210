import Embargo
import Model
import Templates

/// The overview of the criteria of all guidance.
private struct CriteriaView: PageView {
  /// Guidance, and what there is of it.
  struct Guidance: TemplateView {
    let link: Link
    let language: String?
    let summary: String

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "lang": language
      case "summary": summary
      default: link.child(named: name)
      }
    }
  }

  var frame: PageFrame
  let introduction: String
  let guidance: [Guidance]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "guidance": guidance.ifAny
    default: nil
    }
  }
}

/// Criteria one after the other.
private struct CriterionList: TemplateView {
  let criteria: [GuidanceCriteriaView.Entry]

  /// The list, nil where it would be empty.
  init?(_ criteria: [GuidanceCriteriaView.Entry]) {
    guard !criteria.isEmpty else { return nil }
    self.criteria = criteria
  }

  func child(named name: String) -> (any TemplateValue)? { name == "criteria" ? criteria : nil }
}

/// The criteria of one guidance, and the letters inspected under it.
private struct GuidanceCriteriaView: PageView {
  /// A criterion in a line or two.
  struct Entry: TemplateView {
    let name: String
    let href: String
    /// Its words, part by part.
    let texts: [String]
    let language: String?
    /// How many findings are marked with it, in words; nil where none is.
    let count: String?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": self.name
      case "href": href
      case "texts": texts
      case "lang": language
      case "count": count
      default: nil
      }
    }
  }

  var listing: ListingView
  let guidance: Link
  let language: String?
  let withdrawn: HTMLText?
  let criteria: CriterionList?
  /// Those that its latest edition no longer has.
  let former: CriterionList?
  let letterCount: String?

  var frame: PageFrame { listing.frame }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "guidance": guidance
    case "lang": language
    case "withdrawn": withdrawn
    case "current": criteria
    case "former": former
    case "letterCount": letterCount
    default: listing.own(name)
    }
  }
}

extension SiteRenderer {
  /// The overview of the criteria, the page of each guidance's and of each criterion; none where no public
  /// guidance defines any.
  func criteriaPages(_ findings: FindingCatalogue) -> [PageWork] {
    let index = reading.criteria
    guard !index.guidance.isEmpty else { return [] }
    return [{ [try criteriaOverview()] }]
      + index.guidance.flatMap { guidance in
        let marked = MarkedFindings(
          findings.findings(of: catalogue.letters(under: guidance.document.id)), of: guidance)
        return pages(of: guidance, marked) + criterionPages(of: guidance, marked)
      }
  }

  /// What leads to the criteria from the pages below: home, and the overview.
  func wayToCriteria() -> [Link] { breadcrumbs(to: Link(mainWords[.criteria], Address.criteria)) }

  private func criteriaOverview() throws -> Sitemap.Page {
    var frame = frame(
      title: mainWords[.criteria], address: .criteria, section: DocumentCollection.guidance.address,
      breadcrumbs: breadcrumbs())
    frame.description = mainWords[.criteriaIntroduction]
    let listed = reading.criteria.guidance.compactMap { guidance in
      catalogue.listed(guidance.document.id).map { (guidance, $0.position) }
    }
    let entries = listed.sorted { $0.1 < $1.1 }.map { guidance, _ in
      let edition = guidance.document.current.edition
      let counts = [
        mainWords.count(guidance.criteria.count, .criteria), letterCount(under: guidance.document),
      ]
      return CriteriaView.Guidance(
        link: Link(edition.title, Address.criteria(of: guidance.document.id)),
        language: edition.language(on: mainLanguage.tag),
        summary: counts.compactMap(\.self).joined(separator: mainWords[.listSeparator]))
    }
    let view = CriteriaView(
      frame: frame, introduction: mainWords[.criteriaIntroduction], guidance: entries)
    return try write(.criteria, view, to: .criteria)
  }

  /// How many letters were inspected under guidance, nil where none was.
  private func letterCount(under guidance: PublishedDocument) -> String? {
    let count = catalogue.letters(under: guidance.id).letterCount
    return count == 0 ? nil : mainWords.count(count, .letters)
  }

  private func pages(of guidance: CriteriaIndex.Guidance, _ marked: MarkedFindings) -> [PageWork] {
    let document = guidance.document
    let edition = document.current.edition
    let address = Address.criteria(of: document.id)
    let letters = catalogue.letters(under: document.id)
    let feed = mainWords(.feedGuidance, catalogue.archive.settings.title, edition.title)
    let entries = guidance.criteria.map { criterion in
      let count = marked[criterion.name].count
      let entry = GuidanceCriteriaView.Entry(
        name: criterion.name, href: Address.criterion(criterion, of: document.id).path,
        texts: criterion.parts.map(\.text),
        language: guidance.language(of: criterion, on: mainLanguage.tag),
        count: count == 0 ? nil : mainWords.count(count, .findings))
      return (entry, isCurrent: guidance.isCurrent(criterion))
    }
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: letters.lazy.map(\.document), page: address)
      return []
    }
    let paging = paging(letters)
    let letterCount = letterCount(under: document)
    return [writeFeed]
      + eachPage(paging, isListed: !document.isWithdrawn) { page in
        let title = mainWords[.criteria]
        var listing = ListingView(
          frame: frame(
            title: page == 1 ? title : mainWords(.collectionPage, title, String(page)),
            address: address.page(page), section: DocumentCollection.guidance.address,
            breadcrumbs: wayToCriteria()))
        listing.frame.pageTitle =
          "\(listing.frame.title) - \(edition.title) - \(catalogue.archive.settings.title)"
        listing.frame.description = mainWords(.descriptionCriteria, edition.title)
        listing.frame.isHiddenFromRobots = document.isWithdrawn
        listing.feed = self.feed(feed, of: address)
        listing.frame.feeds += [listing.feed].compactMap(\.self)
        listing.groups = years(of: paging.entries(onPage: page, of: letters))
        listing.pagination = Pagination(
          page: page, of: paging.count, below: address, mainWords)
        let view = GuidanceCriteriaView(
          listing: listing, guidance: Link(edition.title, document.id.address),
          language: edition.language(on: mainLanguage.tag), withdrawn: withdrawalNotice(of: document),
          criteria: page == 1 ? CriterionList(entries.filter(\.isCurrent).map(\.0)) : nil,
          former: page == 1 ? CriterionList(entries.filter { !$0.isCurrent }.map(\.0)) : nil,
          letterCount: page == 1 ? letterCount : nil)
        return try write(.guidanceCriteria, view, to: address.page(page))
      }
  }

  /// The work for each page of a list; those below withdrawn guidance have left the sitemap.
  func eachPage(
    _ paging: Paging, isListed: Bool, _ render: @escaping @Sendable (_ page: Int) throws -> Sitemap.Page
  ) -> [PageWork] {
    (1...paging.count).map { page in
      { @Sendable in
        let written = try render(page)
        return isListed ? [written] : []
      }
    }
  }

  /// What is said of guidance that was withdrawn, nil while it stands.
  func withdrawalNotice(of guidance: PublishedDocument) -> HTMLText? {
    guidance.current.withdrawal.map {
      mainWords.html(.guidanceWithdrawn, HTMLText(catalogue.day(of: $0.at), mainWords))
    }
  }
}

/// The findings of the letters inspected under one guidance, by the criteria that they are marked with.
struct MarkedFindings: Sendable {
  private let byName: [String: FindingCatalogue.Selection]
  private let none: FindingCatalogue.Selection

  init(_ findings: FindingCatalogue.Selection, of guidance: CriteriaIndex.Guidance) {
    none = findings.none
    byName = findings.grouped { $0.criteria.lazy.filter { guidance.editions[$0] != nil } }
  }

  /// The findings marked with a criterion, newest letter first.
  subscript(name: String) -> FindingCatalogue.Selection { byName[name] ?? none }
}

extension CriteriaIndex.Guidance {
  /// Whether the latest edition defines a criterion.
  func isCurrent(_ criterion: Criterion) -> Bool {
    editions[criterion.name]?.edition.id == document.current.edition.id
  }

  /// The language of a criterion, where it is not that of the page.
  func language(of criterion: Criterion, on tag: String) -> String? {
    editions[criterion.name]?.edition.language(on: tag)
  }
}
