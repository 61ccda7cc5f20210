/// What results can be narrowed by.
package enum Facet: Int, CaseIterable, Sendable {
  // What a document as a whole is about.
  case theme, area, inspectorate, type, wording, programme, year
  // What one passage of it is about.
  case kind, agency, criterion

  /// Those that every document has in the columns of its shard.
  package static let ofDocuments: [Facet] = [.theme, .area, .inspectorate, .type, .wording, .programme]
  /// Those that passages are marked with, as words of the index that nobody can type.
  package static let ofPassages: [Facet] = [.kind, .agency, .criterion]

  package var isOfPassages: Bool {
    switch self {
    case .kind, .agency, .criterion: true
    default: false
    }
  }

  /// Its name in a query, in the address of the search page and in results.
  package var name: StaticString {
    switch self {
    case .theme: "theme"
    case .area: "area"
    case .inspectorate: "inspectorate"
    case .type: "type"
    case .wording: "wording"
    case .programme: "programme"
    case .year: "year"
    case .kind: "kind"
    case .agency: "agency"
    case .criterion: "criterion"
    }
  }

  /// The facet of that name.
  package init?(named name: [UInt8]) {
    guard let facet = Facet.allCases.first(where: { name == [UInt8]($0.name) }) else { return nil }
    self = facet
  }
}

/// A value of a facet: its id and what readers call it.
package struct FacetValue: Sendable {
  package let id: [UInt8]
  package let name: [UInt8]

  package init(id: [UInt8], name: [UInt8]) {
    self.id = id
    self.name = name
  }
}

/// Words of the index that no text has: they begin with a byte that no word begins with.
package enum HiddenWord {
  /// The passages that are marked with a value of a facet.
  package static func marked(_ facet: Facet, _ id: [UInt8]) -> [UInt8] {
    [0x01] + [UInt8](facet.name) + [0x3A] + id
  }

  /// The passages in which the words stand that an abbreviation is short for.
  package static func expansion(of abbreviation: [UInt8]) -> [UInt8] { [0x02] + abbreviation }

  /// All documents, each as often as it has passages.
  package static let everything: [UInt8] = [0x03]
}
