import Embargo
import Model
import Templates

/// The areas of one region, in the order of their names.
struct RegionView: TemplateView {
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
    let groups = Dictionary(grouping: catalogue.archive.lists.areas) { $0.region ?? mainWords[.areas] }
    return groups.keys.sorted().map { region in
      let areas = (groups[region] ?? []).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      return RegionView(name: region, id: regionID(region), areas: areas.map(entry))
    }
  }

  private func entry(_ area: Area) -> RegionView.Entry {
    let letters = catalogue.documents(aboutArea: area.id).lazy.filter { $0.id.collection == .letters }.count
    return RegionView.Entry(
      link: Link(area.name, Address.area(area.id)),
      count: letters == 0 ? nil : mainWords.count(letters, .letters))
  }

  /// The id of a region on the page of areas.
  private func regionID(_ region: String) -> String {
    region.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  func areaPages() -> [PageWork] {
    let areas = catalogue.archive.lists.areas
    guard !areas.isEmpty else { return [] }
    let address = Address.home.folder("areas")
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
          of: area, below: address, neighbours: area.region.flatMap { neighbours[$0] } ?? [],
          predecessors: predecessors[area.id] ?? [])
      }
  }

  private func pages(
    of area: Area, below overview: Address, neighbours: [Link], predecessors: [Area]
  ) -> [PageWork] {
    let words = mainWords
    let address = Address.area(area.id)
    let list = catalogue.documents(aboutArea: area.id)
    let feed = words(.feedArea, catalogue.archive.settings.title, area.name)
    let others = predecessors + area.successors.compactMap { catalogue.area($0) }
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list, page: address)
      return []
    }
    return [writeFeed]
      + eachPage(pageCount(list.count)) { page in
        let listing = entryListing(
          area.name, list, page: page, at: address, feed: feed, section: overview,
          description: words(.descriptionArea, area.name))
        let view = AreaView(
          listing: listing, area: area,
          towns: area.covers.isEmpty
            ? nil : area.covers.joined(separator: words[.listSeparator]),
          facts: [Fact(words[.factPoliceForce], area.policeForce.map { HTMLText($0) })].compactMap(\.self),
          updated: catalogue.updated.map { ShownDay(catalogue.day(of: $0), words) },
          elsewhere: others.map { Link($0.name, Address.area($0.id)) }
            + [Link(words[.allLetters], Address.home.folder(DocumentCollection.letters.rawValue))]
            .filter { catalogue.hasPage($0.href) },
          neighbours: neighbours.filter { $0.href != address.path })
        return try write(.area, view, to: address.page(page))
      }
  }
}
