import Embargo
import Model

/// The findings of all listed letters, newest letter first and in the order of each letter; those of a letter
/// in two languages once.
///
/// Lists of findings are chosen from it: by theme, area, agency, criterion and kind.
final class FindingCatalogue: Sendable {
  private let entries: [FindingEntry]
  /// Where the findings of each listed document stand, by the document's place.
  private let ranges: [Range<Int>]

  /// - Parameter findings: The findings of the listed documents by their ids.
  init(_ findings: [DocumentID: [FindingEntry]], in catalogue: Catalogue) {
    var entries: [FindingEntry] = []
    entries.reserveCapacity(findings.values.lazy.map(\.count).reduce(0, +))
    ranges = catalogue.listed.map { document in
      let start = entries.count
      if !catalogue.isTranslation(document) {
        entries += findings[document.id] ?? []
      }
      return start..<entries.count
    }
    self.entries = entries
  }

  /// All findings.
  var all: Selection { Selection(self, Array(entries.indices)) }

  /// The findings of listed documents, in their order.
  func findings(of documents: some Sequence<ListedDocument>) -> Selection {
    Selection(self, documents.flatMap { ranges[$0.position] })
  }

  /// Some of the findings, in their order, without copies of them.
  struct Selection: RandomAccessCollection, Equatable {
    private let catalogue: FindingCatalogue
    private let positions: [Int]

    fileprivate init(_ catalogue: FindingCatalogue, _ positions: [Int]) {
      self.catalogue = catalogue
      self.positions = positions
    }

    var startIndex: Int { 0 }
    var endIndex: Int { positions.count }
    subscript(index: Int) -> FindingEntry { catalogue.entries[positions[index]] }

    /// Whether they are the same findings of one catalogue.
    static func == (one: Selection, other: Selection) -> Bool { one.positions == other.positions }

    /// No finding.
    var none: Selection { Selection(catalogue, []) }

    /// Those that say how well agencies do.
    var judgements: Selection { filter { FindingKind.judgements.contains($0.kind) } }

    /// Those of which something is true.
    func filter(_ isIncluded: (FindingEntry) -> Bool) -> Selection {
      Selection(catalogue, positions.filter { isIncluded(catalogue.entries[$0]) })
    }

    /// Those of each key, in one pass; a finding may have several.
    func grouped<Keys: Sequence>(by keys: (FindingEntry) -> Keys) -> [Keys.Element: Selection]
    where Keys.Element: Hashable {
      var groups: [Keys.Element: [Int]] = [:]
      for position in positions {
        for key in keys(catalogue.entries[position]) { groups[key, default: []].append(position) }
      }
      return groups.mapValues { Selection(catalogue, $0) }
    }
  }
}

/// How many findings of each kind there are about each agency, in one wording.
struct FindingCounts {
  /// Whose words the counted findings are.
  let wording: Wording
  /// How many letters they come from is not known here; how many findings there are is.
  private(set) var total = 0
  private var byKind: [FindingKind: Int] = [:]
  private var byAgency: [String: [FindingKind: Int]] = [:]

  /// Counts the findings in that wording.
  init(_ findings: some Sequence<FindingEntry>, wording: Wording) {
    self.wording = wording
    for finding in findings where finding.wording == wording {
      total += 1
      byKind[finding.kind, default: 0] += 1
      for agency in finding.agencies { byAgency[agency, default: [:]][finding.kind, default: 0] += 1 }
    }
  }

  /// How many of a kind there are.
  func count(_ kind: FindingKind) -> Int { byKind[kind] ?? 0 }

  /// How many of a kind are about an agency.
  func count(_ kind: FindingKind, about agency: String) -> Int { byAgency[agency]?[kind] ?? 0 }
}

extension FindingKind {
  /// The kinds that say how well agencies do, in the order in which they are shown; headlines, main findings
  /// and context tell the story of one letter, and stand in its page, in the data and in the search.
  static let judgements: [FindingKind] = [
    .priorityAction, .improvement, .strength, .practiceEffective, .practiceImprovement,
  ]
}
