/// What is asked of the engine: the part of an address behind the question mark, as the search page has it.
///
/// `q` is the query; the names of facets are filters; `from` and `to` are days as `date:` has them, and narrow what
/// the query allows. `sort` is `relevance` or `date`; `page` counts from 1 and is the last one where there are not so
/// many.
///
/// How much to answer: `limit` hits a page, `passages` a hit (`all` or a number), `snippet` bytes of each (0 for all
/// of it), `facets` (`none`, `documents`, or `all`). `expand=no` leaves abbreviations alone; `format=csv` asks for all
/// hits as a table, in which `base` stands before every path.
package final class SearchRequest {
  private(set) var text: [UInt8] = []
  private(set) var query = Query(nil, [], [])
  private(set) var isByDate = false
  private(set) var page = 1
  private(set) var limit = 10
  /// How many passages of a hit are shown; nil for all of them.
  private(set) var passageLimit: Int?
  private(set) var snippetSize = 0
  /// How many of the facets are counted, in their order.
  private(set) var countedFacets = Facet.allCases.count
  private(set) var expands = true
  private(set) var isTable = false
  private(set) var base: [UInt8] = []

  private static let mostHits = 1000
  private static let mostFields = 200

  package init(_ address: [UInt8]) {
    var fields = AddressFields(address)
    var fieldCount = 0
    var from: [UInt8] = []
    var to: [UInt8] = []
    var filters: [Filter] = []
    while fieldCount < Self.mostFields, fields.next() {
      fieldCount += 1
      if let facet = Facet(named: fields.name) {
        if !fields.value.isEmpty { filters.append(Filter(facet, fields.value)) }
      } else if fields.name == "from" {
        from = fields.value
      } else if fields.name == "to" {
        to = fields.value
      } else {
        set(fields.name, fields.value)
      }
    }
    var notes: [Note] = []
    if !from.isEmpty || !to.isEmpty {
      let range = from + [0x2E, 0x2E] + to
      if let days = DayRange(range) {
        filters.append(Filter(days, narrows: true))
      } else {
        notes.append(Note(.noRange, range))
      }
    }
    query = QueryParser.parse(text, and: filters, notes)
  }

  /// The query without its conditions on passages.
  var textAboutDocuments: [UInt8] {
    var kept: [UInt8] = []
    var end = 0
    for filter in query.filters where filter.facet.isOfPassages && filter.end > 0 {
      kept += text.part(end, filter.start)
      end = filter.end
      // Of the spaces on both sides one is enough.
      while end < text.count, text[end] == 0x20, kept.last ?? 0x20 == 0x20 { end += 1 }
    }
    kept += text.part(end, text.count)
    while kept.last == 0x20 { kept.removeLast() }
    return kept
  }

  private func set(_ name: [UInt8], _ value: [UInt8]) {
    if name == "q" { text = value }
    if name == "sort" { isByDate = value == "date" }
    if name == "page" { page = max(value.decimal ?? 1, 1) }
    if name == "limit" { limit = min(value.decimal ?? limit, Self.mostHits) }
    if name == "passages" { passageLimit = value.decimal }
    if name == "snippet" { snippetSize = value.decimal ?? 0 }
    if name == "expand" { expands = !(value == "no") }
    if name == "base" { base = value }
    if name == "format" { isTable = value == "csv" }
    if name == "facets" {
      countedFacets = value == "none" ? 0 : value == "documents" ? Facet.kind.rawValue : Facet.allCases.count
    }
  }
}

/// Reads the fields of an address as a form of HTML encodes them.
private struct AddressFields {
  private let address: [UInt8]
  private var position = 0
  /// The field that was read last.
  private(set) var name: [UInt8] = []
  private(set) var value: [UInt8] = []

  init(_ address: [UInt8]) {
    self.address = address
  }

  /// Reads the next field that is not empty, and returns whether there is one.
  mutating func next() -> Bool {
    while position < address.count, address[position] == 0x26 { position += 1 }
    guard position < address.count else { return false }
    let end = address.place(of: 0x26, from: position)
    let equals = min(address.place(of: 0x3D, from: position), end)
    name = address.part(position, equals)
    value = decoded(from: min(equals + 1, end), to: end)
    position = end
    return true
  }

  /// The text from a place to before another: `+` is a space, `%` and two digits are a byte.
  private func decoded(from start: Int, to end: Int) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = start
    while index < end {
      if address[index] == 0x25, index + 2 < end, address[index + 1].hexadecimalValue < 16,
        address[index + 2].hexadecimalValue < 16
      {
        decoded.append(address[index + 1].hexadecimalValue << 4 | address[index + 2].hexadecimalValue)
        index += 3
      } else {
        decoded.append(address[index] == 0x2B ? 0x20 : address[index])
        index += 1
      }
    }
    return decoded
  }
}

extension UInt8 {
  /// What it is as a digit to base 16; more than 15 where it is none.
  @inline(never)
  fileprivate var hexadecimalValue: UInt8 {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: .max
    }
  }
}
