import Embargo
import Model
import PublishingCalendar
import Templates

/// A page of documents year by year.
struct ListingView: PageView {
  var frame: PageFrame
  var introduction: String?
  var years: [Link] = []
  var count: String?
  var groups: [Group] = []
  var pagination: Pagination?
  var feed: Link?

  init(frame: PageFrame) {
    self.frame = frame
  }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "years": years.ifAny
    case "count": count
    case "groups": groups.ifAny
    case "pagination": pagination
    case "feed": feed
    default: nil
    }
  }
}

extension SiteRenderer {
  /// How a list of documents is cut into pages.
  func paging(_ documents: some Collection<ListedDocument>) -> Paging {
    Paging(documents.count, size: site.configuration.listing)
  }

  /// The work for each page of a list.
  func eachPage(
    _ paging: Paging, _ render: @escaping @Sendable (_ page: Int) throws -> Sitemap.Page
  ) -> [PageWork] {
    (1...paging.count).map { page in { @Sendable in [try render(page)] } }
  }

  /// The listing of a collection and of each of its years; an empty collection has none.
  func listings(of collection: DocumentCollection) -> [PageWork] {
    let all = catalogue.documents(in: collection)
    guard let address = collection.address, !all.isEmpty else { return [] }
    let name = mainWords[collection.plural]
    var starts: [(year: Int, start: Int)] = []
    for index in all.indices {
      let year = catalogue.day(of: all[index].document).year
      if starts.last?.year != year { starts.append((year, index)) }
    }
    let years = starts.map(\.year)
    var work = listing(
      name, all, at: address, introduction: mainWords[collection.introduction], years: years, year: nil,
      section: (name, address))
    for (index, (year, start)) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].start : all.endIndex
      work += listing(
        mainWords(.collectionInYear, name, String(year)), all[start..<end], at: address.folder(String(year)),
        introduction: nil, years: years, year: year,
        section: (name, address))
    }
    return work
  }

  private func listing<List: RandomAccessCollection<ListedDocument> & Sendable>(
    _ title: String, _ list: List, at address: Address, introduction: String?, years: [Int], year: Int?,
    section: (name: String, address: Address)
  ) -> [PageWork] where List.Index == Int, List.SubSequence: Sendable {
    let words = mainWords
    let paging = paging(list)
    let above = year.map { _ in Link(section.name, section.address) }
    let links =
      [Link(words[.allYears], section.address.path, isCurrent: year == nil)]
      + years.map { Link(String($0), section.address.folder(String($0)).path, isCurrent: $0 == year) }
    return eachPage(paging) { page in
      var view = ListingView(
        frame: frame(
          title: page == 1 ? title : words(.collectionPage, title, String(page)),
          address: address.page(page),
          section: section.address, breadcrumbs: breadcrumbs(to: above)))
      view.frame.description = words(.descriptionListing, title)
      view.years = links
      if page == 1 {
        view.introduction = introduction
        view.count = words.count(list.count, .documents)
      }
      view.groups = self.years(of: paging.entries(onPage: page, of: list))
      view.pagination = Pagination(page: page, of: paging.count, below: address, words)
      return try write(.listing, view, to: address.page(page))
    }
  }

  /// The way to a page: home, and the listing above it.
  func breadcrumbs(to listing: Link? = nil) -> [Link] {
    [Link(mainWords[.home], Address.home), listing].compactMap(\.self)
  }
}

extension DocumentCollection {
  /// What the collection holds, in one sentence.
  var introduction: Phrase {
    switch self {
    case .letters: .lettersDescription
    case .overviews: .overviewsDescription
    case .guidance: .guidanceDescription
    case .followUps: .followUpsDescription
    case .announcements: .announcementsDescription
    case .consultations: .consultationsDescription
    case .pages: .pages
    }
  }
}
