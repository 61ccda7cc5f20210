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

  package var isOfPassages: Bool { rawValue > Facet.year.rawValue }

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

  /// The facet of that name, but for that of the year, whose values are found otherwise.
  @inline(never)
  package init?(named name: [UInt8]) {
    for number in 0...Facet.criterion.rawValue {
      guard let facet = Facet(rawValue: number), facet != .year, name == facet.name else { continue }
      self = facet
      return
    }
    return nil
  }
}

/// A value of a facet: its id and what readers call it.
package final class FacetValue: Sendable {
  package let id: [UInt8]
  package let name: [UInt8]

  package init(id: [UInt8], name: [UInt8]) {
    self.id = id
    self.name = name
  }

  package init(reading reader: inout ByteReader) {
    id = reader.text()
    name = reader.text()
  }

  /// Whether a reader who names a value so means this one: by its id, or its name, capitals aside.
  ///
  /// - Parameter key: The words that the reader typed: `QueryWords.key(of:)`.
  func isMeant(by key: [UInt8]) -> Bool {
    guard !key.isEmpty else { return false }
    return QueryWords.key(of: id).isEqual(to: key) || QueryWords.key(of: name).isEqual(to: key)
  }
}

/// Words of the index that no text has: they begin with a byte that no word begins with.
package enum HiddenWord {
  /// The passages that are marked with a value of a facet.
  package static func marked(_ facet: Facet, _ id: [UInt8]) -> [UInt8] {
    var word: [UInt8] = [0x01]
    word.append(facet.name)
    word.append(0x3A)
    return word + id
  }

  /// The passages in which the words stand that an abbreviation is short for.
  package static func expansion(of abbreviation: [UInt8]) -> [UInt8] { [0x02] + abbreviation }

  /// All documents, each as often as it has passages.
  package static var everything: [UInt8] { [0x03] }
}
