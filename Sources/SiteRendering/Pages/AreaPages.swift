import Embargo
import Model
import Templates

/// The areas of one region, in the order of their names.
struct RegionView: TemplateView {
  /// An area with the number of its letters in words, nil where there are none.
  struct Entry: TemplateView {
    let link: Link
    let count: String?

    func child(named name: String) -> (any TemplateValue)? {
      name == "count" ? count : link.child(named: name)
    }
  }

  let name: String
  let id: String
  let areas: [Entry]

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "name": self.name
    case "id": id
    case "areas": areas
    default: nil
    }
  }
}

private struct AreasView: PageView {
  var frame: PageFrame
  let introduction: String
  let regions: [RegionView]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "regions": regions
    default: nil
    }
  }
}

private struct AreaView: PageView {
  var listing: ListingView
  let area: Area
  let towns: String?
  let facts: [Fact]
  let updated: ShownDay?
  let elsewhere: [Link]
  let neighbours: [Link]

  var frame: PageFrame { listing.frame }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "region": area.region
    case "towns": towns
    case "facts": facts.ifAny
    case "isEmpty": listing.groups.isEmpty
    case "updated": updated
    case "elsewhere": elsewhere.ifAny
    case "neighbours": neighbours.ifAny
    default: listing.own(name)
    }
  }
}

extension SiteRenderer {
  /// The regions in the order of their names, each with its areas and the number of their letters.
  func regions() -> [RegionView] {
    let areas = catalogue.archive.lists.areas.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let regions = Dictionary(grouping: areas) { $0.region ?? mainWords[.areas] }
    var ids = RegionIDs()
    return regions.sorted { $0.key < $1.key }.map { region, areas in
      RegionView(name: region, id: ids.next(for: region), areas: areas.map(entry))
    }
  }

  private func entry(_ area: Area) -> RegionView.Entry {
    let letters = catalogue.documents(aboutArea: area.id).letterCount
    return RegionView.Entry(
      link: Link(area.name, Address.area(area.id)),
      count: letters == 0 ? nil : mainWords.count(letters, .letters))
  }

  /// The overview of the areas, and the listing of each; none where no area may be known.
  func areaPages() -> [PageWork] {
    let areas = catalogue.archive.lists.areas
    guard !areas.isEmpty else { return [] }
    let address = EntryList.areas.address
    let regions = regions()
    let overview: PageWork = {
      var frame = frame(
        title: mainWords[.areas], address: address, section: address, breadcrumbs: breadcrumbs())
      frame.description = mainWords[.areasIntroduction]
      let view = AreasView(frame: frame, introduction: mainWords[.areasIntroduction], regions: regions)
      return [try write(.areas, view, to: address)]
    }
    let neighbours = Dictionary(
      regions.map { ($0.name, $0.areas.map(\.link)) }, uniquingKeysWith: { first, _ in first })
    var predecessors: [String: [Area]] = [:]
    for area in areas {
      for successor in area.successors { predecessors[successor, default: []].append(area) }
    }
    return [overview]
      + areas.flatMap { area in
        pages(
          of: area, neighbours: area.region.flatMap { neighbours[$0] } ?? [],
          predecessors: predecessors[area.id] ?? [])
      }
  }

  private func pages(
    of area: Area, neighbours: [Link], predecessors: [Area]
  ) -> [PageWork] {
    let words = mainWords
    let address = Address.area(area.id)
    let list = catalogue.documents(aboutArea: area.id)
    let feed = words(.feedArea, catalogue.archive.settings.title, area.name)
    let others = predecessors + area.successors.map(catalogue.area)
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list.lazy.map(\.document), page: address)
      return []
    }
    return [writeFeed]
      + eachPage(pageCount(list.count)) { page in
        let listing = entryListing(
          area.name, list, page: page, at: address, feed: feed, of: .areas,
          description: words(.descriptionArea, area.name))
        let view = AreaView(
          listing: listing, area: area,
          towns: area.covers.isEmpty
            ? nil : area.covers.joined(separator: words[.listSeparator]),
          facts: [Fact(words[.factPoliceForce], area.policeForce.map { HTMLText($0) })].compactMap(\.self),
          updated: catalogue.updated.map { ShownDay(catalogue.day(of: $0), words) },
          elsewhere: others.map { Link($0.name, Address.area($0.id)) }
            + [Link(words[.allLetters], Address.home.folder(DocumentCollection.letters.rawValue))]
            .filter { catalogue.archive.hasPage($0.href) },
          neighbours: neighbours.filter { $0.href != address.path })
        return try write(.area, view, to: address.page(page))
      }
  }
}

/// The ids of the regions on the page of areas: their letters and digits, of any script, each id once.
struct RegionIDs {
  private var taken: Set<String> = []

  /// The id of the next region.
  mutating func next(for name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    let id = words.isEmpty ? "region" : words.joined(separator: "-")
    var free = id
    var number = 2
    while !taken.insert(free).inserted {
      free = "\(id)-\(number)"
      number += 1
    }
    return free
  }
}
