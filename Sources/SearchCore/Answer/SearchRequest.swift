/// What is asked of the engine: the part of an address behind the question mark, as the search page has it.
///
/// `q` is the query; the names of facets are filters; `from` and `to` are years. `sort` is `relevance` or
/// `date`, `page` counts from 1. How much to answer: `limit` hits a page, `passages` a hit (`all` or a
/// number), `snippet` bytes of each (0 for all of it), `facets` (`none`, `documents`, or `all`).
/// `expand=no` leaves abbreviations alone; `format=csv` asks for all hits as a table.
package struct SearchRequest: Sendable {
  enum Counting: Sendable {
    case none, documents, all
  }

  private(set) var text: [UInt8] = []
  private(set) var query = Query()
  private(set) var isByDate = false
  private(set) var page = 1
  private(set) var limit = 10
  private(set) var passageLimit: Int?
  private(set) var snippetSize = 0
  private(set) var counting = Counting.all
  private(set) var expands = true
  private(set) var isTable = false
  /// The values of facets that were chosen, so that results show them even if no document has them.
  private(set) var chosen: [(facet: Facet, value: [UInt8])] = []

  private static let mostHits = 1000
  private static let mostFields = 200

  package init(_ address: [UInt8]) {
    var years: (from: [UInt8], to: [UInt8]) = ([], [])
    var filters: [Query.Filter] = []
    for field in address.split(separator: 0x26).prefix(Self.mostFields) {
      let parts = field.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      let name = [UInt8](parts[0])
      let value = parts.count > 1 ? parts[1].decodedFromAddress : []
      if let facet = Facet(named: name), facet != .year {
        guard !value.isEmpty else { continue }
        filters.append(Query.Filter(condition: .value(facet, value), isExcluded: false))
        continue
      }
      if name == [UInt8]("q") { text = value }
      if name == [UInt8]("from") { years.from = value }
      if name == [UInt8]("to") { years.to = value }
      read(name, value)
    }
    query = QueryParser.parse(text)
    if let days = DayRange.days(of: years.from + [0x2E, 0x2E] + years.to) {
      filters.append(Query.Filter(condition: .days(days), isExcluded: false))
    }
    query.filters += filters
    for filter in query.filters where !filter.isExcluded {
      if case .value(let facet, let value) = filter.condition { chosen.append((facet, value)) }
    }
  }

  private mutating func read(_ name: [UInt8], _ value: [UInt8]) {
    if name == [UInt8]("sort") { isByDate = value == [UInt8]("date") }
    if name == [UInt8]("page") { page = min(max(value.decimal ?? 1, 1), 1_000_000) }
    if name == [UInt8]("limit") { limit = min(value.decimal ?? limit, Self.mostHits) }
    if name == [UInt8]("passages") { passageLimit = value.decimal }
    if name == [UInt8]("snippet") { snippetSize = value.decimal ?? 0 }
    if name == [UInt8]("expand") { expands = value != [UInt8]("no") }
    if name == [UInt8]("format") { isTable = value == [UInt8]("csv") }
    if name == [UInt8]("facets") {
      counting = value == [UInt8]("none") ? .none : value == [UInt8]("documents") ? .documents : .all
    }
  }
}

extension ArraySlice<UInt8> {
  /// The text that a form of HTML encodes so: `+` is a space, `%` and two digits are a byte.
  fileprivate var decodedFromAddress: [UInt8] {
    var decoded: [UInt8] = []
    var index = startIndex
    while index < endIndex {
      if self[index] == 0x25, index + 2 < endIndex, let high = self[index + 1].hexadecimalValue,
        let low = self[index + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(self[index] == 0x2B ? 0x20 : self[index])
        index += 1
      }
    }
    return decoded
  }
}

extension UInt8 {
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}

extension [UInt8] {
  /// The number that it writes in at most nine digits.
  fileprivate var decimal: Int? {
    guard (1...9).contains(count), allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
