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
  var frame: PageFrame
  let area: Area
  let towns: String?
  let facts: [Fact]
  /// Everything about the area, year by year.
  let timeline: [TimelineYear]
  /// How many findings of each kind there are, apart by whose words they are.
  let tallies: [FindingTally]
  /// The way to all of them.
  let allFindings: Link?
  let updated: ShownDay?
  let elsewhere: [Link]
  let neighbours: [RegionView.Entry]
  let pagination: Pagination?
  let feed: Link?

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "region": area.region
    case "towns": towns
    case "facts": facts.ifAny
    case "timeline": timeline.ifAny
    case "tallies": tallies.ifAny
    case "allFindings": allFindings
    case "updated": updated
    case "elsewhere": elsewhere.ifAny
    case "neighbours": neighbours.ifAny
    case "pagination": pagination
    case "feed": feed
    default: nil
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

  /// The overview of the areas, and the pages of each; none where no area may be known.
  func areaPages(_ findings: FindingCatalogue) -> [PageWork] {
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
      regions.map { ($0.name, $0.areas) }, uniquingKeysWith: { first, _ in first })
    var predecessors: [String: [Area]] = [:]
    for area in areas {
      for successor in area.successors { predecessors[successor, default: []].append(area) }
    }
    return [overview]
      + areas.flatMap { area in
        pages(
          of: area, neighbours: area.region.flatMap { neighbours[$0] } ?? [],
          predecessors: predecessors[area.id] ?? [], findings)
      }
  }

  private func pages(
    of area: Area, neighbours: [RegionView.Entry], predecessors: [Area], _ findings: FindingCatalogue
  ) -> [PageWork] {
    let words = mainWords
    let address = Address.area(area.id)
    let list = catalogue.documents(aboutArea: area.id)
    let feed = words(.feedArea, catalogue.archive.settings.title, area.name)
    let successors = area.successors.map(catalogue.area)
    let subject = FindingSubject(
      name: area.name, address: address, entries: .areas, findings: findings.findings(of: list))
    let paging = paging(list)
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list.lazy.map(\.document), page: address)
      return []
    }
    return [writeFeed]
      + eachPage(paging) { page in
        let view = AreaView(
          frame: frame(of: area, page: page, feed: feed), area: area,
          towns: area.covers.isEmpty ? nil : area.covers.joined(separator: words[.listSeparator]),
          facts: facts(of: area, successors: successors, predecessors: predecessors),
          timeline: timeline(of: paging.entries(onPage: page, of: list)),
          tallies: page == 1 ? tallies(of: subject) : [],
          allFindings: allFindings(of: subject),
          updated: catalogue.updated.map { ShownDay(catalogue.day(of: $0), words) },
          elsewhere: (predecessors + successors).map { Link($0.name, Address.area($0.id)) }
            + [Link(words[.allLetters], Address.home.folder(DocumentCollection.letters.rawValue))]
            .filter { catalogue.archive.hasPage($0.href) },
          neighbours: neighbours.filter { $0.link.href != address.path },
          pagination: Pagination(page: page, of: paging.count, below: address, words),
          feed: self.feed(feed, of: address))
        return try write(.area, view, to: address.page(page))
      } + findingPages(of: subject)
  }

  private func frame(of area: Area, page: Int, feed: String) -> PageFrame {
    let address = Address.area(area.id)
    let title = page == 1 ? area.name : mainWords(.collectionPage, area.name, String(page))
    let list = Link(mainWords[EntryList.areas.name], EntryList.areas.address)
    var frame = frame(
      title: title, address: address.page(page), section: EntryList.areas.address,
      breadcrumbs: breadcrumbs(to: list))
    frame.description = mainWords(.descriptionArea, area.name)
    frame.feeds += [self.feed(feed, of: address)].compactMap(\.self)
    return frame
  }

  private func facts(of area: Area, successors: [Area], predecessors: [Area]) -> [Fact] {
    let links = { (areas: [Area]) in areas.map { HTMLText($0.name, href: Address.area($0.id).path) } }
    let rows = [
      Fact(mainWords[.factPoliceForce], area.policeForce.map { HTMLText($0) }),
      Fact(mainWords[.factPredecessors], links(predecessors)),
      Fact(mainWords[.factSuccessors], links(successors)),
    ]
    return rows.compactMap(\.self)
  }

  /// The kinds of finding that occur with their numbers, each the way to its list: a number never counts the
  /// inspectorates' words and the archive's together.
  private func tallies(of subject: FindingSubject) -> [FindingTally] {
    [(Wording.official, Phrase.findingsInOfficial), (.summary, .findingsInSummary)].compactMap {
      wording, heading in
      let counts = FindingCounts(subject.findings, wording: wording)
      let kinds = FindingKind.judgements.filter { counts.count($0) > 0 }.map { kind in
        Link(
          counted(mainWords[kind.plural], counts.count(kind)), subject.list(FindingSubject.Choice(kind: kind))
        )
      }
      return kinds.isEmpty ? nil : FindingTally(heading: mainWords[heading], kinds: kinds)
    }
  }
}

/// How many findings of each kind there are in one wording.
struct FindingTally: TemplateView {
  let heading: String
  let kinds: [Link]

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "heading": heading
    case "kinds": kinds
    default: nil
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
