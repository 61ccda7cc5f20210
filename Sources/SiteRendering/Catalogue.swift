import Embargo
import Model
import PublishingCalendar

/// The public documents as listings need them, in the orders and by the keys that pages ask for.
///
/// Built once for a site, so that no page does work that grows with the site; a class, since every page
/// refers to it.
final class Catalogue: Sendable {
  let archive: PublishedArchive
  /// The documents that stand in listings, newest first; withdrawn ones have left them.
  let listed: [PublishedDocument]
  private let byCollection: [DocumentCollection: [Int]]
  private let byTheme: [String: [Int]]
  private let byArea: [String: [Int]]
  private let byInspectorate: [String: [Int]]
  private let byGuidance: [DocumentID: [Int]]
  private let followUps: [DocumentID: [Int]]
  private let translations: [DocumentID: [Int]]
  private let positions: [DocumentID: Int]
  private let themes: [String: Theme]
  private let areas: [String: Area]
  private let inspectorates: [String: Inspectorate]
  private let programmes: [String: Programme]
  private let agencies: [String: Agency]
  /// The moment at which a document, the archive's own pages left out, last became public.
  let updated: Instant?
  /// The moment of the last release of anything, nil where nothing is public.
  let lastRelease: Instant?

  init(_ archive: PublishedArchive) {
    self.archive = archive
    listed = archive.documents.filter { !$0.isWithdrawn }.sorted { a, b in
      a.firstRelease == b.firstRelease ? a.id < b.id : a.firstRelease > b.firstRelease
    }
    let editions = listed.map(\.current.edition)
    byCollection = Self.positions(editions) { [$0.id.document.collection] }
    byTheme = Self.positions(editions, \.allThemes)
    byArea = Self.positions(editions) { edition in
      guard case .followUp(let facts) = edition.facts else { return edition.facts.areas }
      // What follows a letter is about the areas of that letter, as far as readers know it.
      return facts.follows.flatMap { archive.document($0) }?.current.edition.facts.areas ?? []
    }
    byInspectorate = Self.positions(editions, \.inspectorates)
    byGuidance = Self.positions(editions) { edition in
      if case .letter(let facts) = edition.facts, let guidance = facts.guidance { [guidance] } else { [] }
    }
    followUps = Self.positions(editions) { edition in
      if case .followUp(let facts) = edition.facts, let letter = facts.follows { [letter] } else { [] }
    }
    translations = Self.positions(editions) { [$0.translationOf].compactMap(\.self) }
    positions = Dictionary(
      listed.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    themes = Self.index(archive.lists.themes, by: \.id)
    areas = Self.index(archive.lists.areas, by: \.id)
    inspectorates = Self.index(archive.lists.inspectorates, by: \.id)
    programmes = Self.index(archive.lists.programmes, by: \.id)
    agencies = Self.index(archive.lists.agencies, by: \.id)
    let documents = archive.documents.lazy
    updated = documents.filter { $0.id.collection != .pages }.flatMap(\.editions).map(\.release).max()
    lastRelease = documents.flatMap(\.editions).map(\.release).max()
  }

  private static func positions<Key: Hashable>(
    _ editions: [Edition], _ keys: (Edition) -> [Key]
  ) -> [Key: [Int]] {
    var positions: [Key: [Int]] = [:]
    for (position, edition) in editions.enumerated() {
      for key in keys(edition) { positions[key, default: []].append(position) }
    }
    return positions
  }

  private static func index<Entry>(_ entries: [Entry], by id: KeyPath<Entry, String>) -> [String: Entry] {
    Dictionary(entries.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Entries of lists

  /// The themes of a public edition, those of the round that it looks back on among them.
  func themes(of edition: Edition) -> [Theme] { edition.allThemes.map(theme) }

  /// The theme of an id that a public edition names.
  func theme(_ id: String) -> Theme { Self.entry(id, of: themes) }

  /// The local areas that a public edition is about.
  func areas(of edition: Edition) -> [Area] { edition.facts.areas.map(area) }

  /// The area of an id that a public edition, or a public area, names.
  func area(_ id: String) -> Area { Self.entry(id, of: areas) }

  /// The programme of a public edition, nil where it names none.
  func programme(of edition: Edition) -> Programme? {
    edition.facts.programme.map { Self.entry($0, of: programmes) }
  }

  /// The inspectorates of a public edition, each by the name that it had on the edition's own date.
  func inspectorates(of shown: PublishedEdition) -> [(id: String, name: DatedName)] {
    let day = nameDay(of: shown)
    return shown.edition.inspectorates.map { ($0, Self.entry($0, of: inspectorates).name(on: day)) }
  }

  /// The inspectorates of ids that a public edition names, as they are called now.
  func inspectorates(named ids: [String]) -> [Inspectorate] { ids.map { Self.entry($0, of: inspectorates) } }

  /// The agency of an id that a finding names.
  func agency(_ id: String) -> Agency { Self.entry(id, of: agencies) }

  /// The entry of that id: what a public edition names cannot be left out in silence.
  private static func entry<Entry>(_ id: String, of entries: [String: Entry]) -> Entry {
    guard let entry = entries[id] else {
      preconditionFailure("the lists of a published archive hold what its editions name, but not \(id)")
    }
    return entry
  }

  // MARK: Documents, newest first

  /// The documents of a collection.
  func documents(in collection: DocumentCollection) -> Selection { Selection(self, byCollection[collection]) }

  /// The documents on a theme, or on a round of inspections of it.
  func documents(onTheme id: String) -> Selection { Selection(self, byTheme[id]) }

  /// The documents about a local area, and what followed its letters.
  func documents(aboutArea id: String) -> Selection { Selection(self, byArea[id]) }

  /// The documents that an inspectorate published, alone or with others.
  func documents(byInspectorate id: String) -> Selection { Selection(self, byInspectorate[id]) }

  /// The letters about inspections under that guidance.
  func letters(under guidance: DocumentID) -> Selection { Selection(self, byGuidance[guidance]) }

  /// What came after a letter.
  func followUps(of letter: DocumentID) -> Selection { Selection(self, followUps[letter]) }

  /// A document by its id, nil where it does not stand in listings.
  func listed(_ id: DocumentID) -> ListedDocument? {
    positions[id].map { ListedDocument(document: listed[$0], position: $0) }
  }

  /// Where a document stands in a selection, or would stand.
  func place(of document: PublishedDocument, in selection: Selection) -> Int {
    guard let position = positions[document.id] else { return 0 }
    return selection.place(of: position)
  }

  /// Whether a document says in another language what one that is listed too says: counts leave it out.
  func isTranslation(_ document: PublishedDocument) -> Bool {
    document.current.edition.translationOf.map { positions[$0] != nil } ?? false
  }

  /// The document in other languages: what it translates, and the other translations of that.
  func translations(of document: PublishedDocument) -> [PublishedDocument] {
    let original = document.current.edition.translationOf.flatMap { archive.document($0) } ?? document
    let all = [original] + Selection(self, translations[original.id]).map(\.document)
    return all.filter { $0.id != document.id }
  }

  /// Some of the listed documents, in their order, without copies of them.
  struct Selection: RandomAccessCollection {
    private let catalogue: Catalogue
    private let positions: [Int]

    fileprivate init(_ catalogue: Catalogue, _ positions: [Int]?) {
      self.catalogue = catalogue
      self.positions = positions ?? []
    }

    var startIndex: Int { 0 }
    var endIndex: Int { positions.count }
    subscript(index: Int) -> ListedDocument {
      ListedDocument(document: catalogue.listed[positions[index]], position: positions[index])
    }

    /// Where a position among all that are listed stands, or would stand.
    fileprivate func place(of position: Int) -> Int {
      var (low, high) = (0, positions.count)
      while low < high {
        let middle = (low + high) / 2
        if positions[middle] < position { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// How many of them are letters, one in two languages once.
    var letterCount: Int {
      count { $0.document.id.collection == .letters && !catalogue.isTranslation($0.document) }
    }
  }

  // MARK: Dates

  /// The day in the archive's zone.
  func day(of instant: Instant) -> Day { archive.settings.zone.local(instant).day }

  /// The day by which a document is listed: that of its first release.
  func day(of document: PublishedDocument) -> Day { day(of: document.firstRelease) }

  /// The day that decides by which name an edition calls an inspectorate: its own date.
  func nameDay(of edition: PublishedEdition) -> Day { edition.edition.dated ?? day(of: edition.release) }
}

/// A document that stands in listings, and its place among all that do.
struct ListedDocument: Sendable {
  let document: PublishedDocument
  let position: Int
}

extension Edition {
  /// The themes of the edition, then those of the round that it looks back on.
  fileprivate var allThemes: [String] {
    guard case .overview(let round) = facts else { return themes }
    return themes + round.themes.filter { !themes.contains($0) }
  }
}

/// The lists that have an overview, and a page for each entry.
enum EntryList: String {
  case themes, areas, inspectorates, agencies

  /// The address of the overview.
  var address: Address { .home.folder(rawValue) }

  /// What its entries are called.
  var name: Phrase {
    switch self {
    case .themes: .themes
    case .areas: .areas
    case .inspectorates: .inspectorates
    case .agencies: .agencies
    }
  }
}

extension Address {
  /// The page of a theme.
  static func theme(_ id: String) -> Address { EntryList.themes.address.folder(id) }

  /// The page of a local area.
  static func area(_ id: String) -> Address { EntryList.areas.address.folder(id) }

  /// The page of an inspectorate.
  static func inspectorate(_ id: String) -> Address { EntryList.inspectorates.address.folder(id) }
}
