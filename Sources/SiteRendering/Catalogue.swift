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
  private let positions: [DocumentID: Int]
  private let byCollection: [DocumentCollection: [Int]]
  private let byTheme: [String: [Int]]
  private let byArea: [String: [Int]]
  private let byInspectorate: [String: [Int]]
  private let byGuidance: [DocumentID: [Int]]
  private let followUps: [DocumentID: [Int]]
  private let translations: [DocumentID: [Int]]
  private let themes: [String: Theme]
  private let areas: [String: Area]
  private let inspectorates: [String: Inspectorate]
  private let programmes: [String: Programme]
  /// The moment at which a document, the archive's own pages left out, last became public.
  let updated: Instant?

  init(_ archive: PublishedArchive) {
    self.archive = archive
    listed = archive.documents.filter { !$0.isWithdrawn }.sorted { a, b in
      a.firstRelease == b.firstRelease ? a.id < b.id : a.firstRelease > b.firstRelease
    }
    let editions = listed.map(\.current.edition)
    positions = Dictionary(
      editions.enumerated().map { ($1.id.document, $0) }, uniquingKeysWith: { first, _ in first })
    byCollection = Self.positions(editions) { [$0.id.document.collection] }
    byTheme = Self.positions(editions, \.themes)
    byArea = Self.positions(editions, \.facts.areas)
    byInspectorate = Self.positions(editions, \.inspectorates)
    byGuidance = Self.positions(editions) { edition in
      if case .letter(let facts) = edition.facts, let guidance = facts.guidance { [guidance] } else { [] }
    }
    followUps = Self.positions(editions) { edition in
      if case .followUp(let facts) = edition.facts, let letter = facts.follows { [letter] } else { [] }
    }
    translations = Self.positions(editions) { [$0.translationOf].compactMap(\.self) }
    themes = Self.index(archive.lists.themes, by: \.id)
    areas = Self.index(archive.lists.areas, by: \.id)
    inspectorates = Self.index(archive.lists.inspectorates, by: \.id)
    programmes = Self.index(archive.lists.programmes, by: \.id)
    updated = archive.documents.lazy.filter { $0.id.collection != .pages }.flatMap(\.editions).map(\.release)
      .max()
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

  func theme(_ id: String) -> Theme? { themes[id] }
  func area(_ id: String) -> Area? { areas[id] }
  func inspectorate(_ id: String) -> Inspectorate? { inspectorates[id] }
  func programme(_ id: String) -> Programme? { programmes[id] }

  // MARK: Documents, newest first

  /// Where a document stands among the listed ones, nil where it does not.
  func position(of document: DocumentID) -> Int? { positions[document] }

  func documents(in collection: DocumentCollection) -> Selection { Selection(self, byCollection[collection]) }
  func documents(onTheme id: String) -> Selection { Selection(self, byTheme[id]) }
  func documents(aboutArea id: String) -> Selection { Selection(self, byArea[id]) }
  func documents(byInspectorate id: String) -> Selection { Selection(self, byInspectorate[id]) }
  func letters(under guidance: DocumentID) -> Selection { Selection(self, byGuidance[guidance]) }
  func followUps(of letter: DocumentID) -> Selection { Selection(self, followUps[letter]) }

  /// The document in other languages: its translations, or what it translates.
  func translations(of document: PublishedDocument) -> [PublishedDocument] {
    let original = document.current.edition.translationOf.flatMap { archive.document($0) }
    return [original].compactMap(\.self) + Selection(self, translations[document.id])
  }

  /// Some of the listed documents, in their order, without copies of them.
  struct Selection: RandomAccessCollection {
    private let listed: [PublishedDocument]
    private let positions: [Int]

    fileprivate init(_ catalogue: Catalogue, _ positions: [Int]?) {
      listed = catalogue.listed
      self.positions = positions ?? []
    }

    var startIndex: Int { 0 }
    var endIndex: Int { positions.count }
    subscript(index: Int) -> PublishedDocument { listed[positions[index]] }
  }

  // MARK: Dates

  /// The day in the archive's zone.
  func day(of instant: Instant) -> Day { archive.settings.zone.local(instant).day }

  /// The day by which a document is listed: that of its first release.
  func day(of document: PublishedDocument) -> Day { day(of: document.firstRelease) }

  /// The day that decides by which name an edition calls an inspectorate: its own date.
  func nameDay(of edition: PublishedEdition) -> Day { edition.edition.dated ?? day(of: edition.release) }
}

extension Address {
  static func theme(_ id: String) -> Address { .home.folder("themes").folder(id) }
  static func area(_ id: String) -> Address { .home.folder("areas").folder(id) }
  static func inspectorate(_ id: String) -> Address { .home.folder("inspectorates").folder(id) }
}
