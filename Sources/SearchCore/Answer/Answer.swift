/// What is answered to a request.
///
/// JSON, the same bytes in the terminal and in the browser:
///
///     {"query": …, "total": 2, "page": 1, "partial": false,
///      "expanded": [{"from": "MASH", "to": "multi-agency safeguarding hub"}],
///      "unexpanded": [],
///      "hits": [{"url": …, "title": …, "summary": …, "type": …, "area": …, "date": …, "day": …, "wording": …,
///        "wording-name": …, "score": 4.25, "matches": 7,
///        "passages": [{"url": …, "kind": …, "kind-name": …, "text": …, "marks": [[0, 4]]}]}],
///      "facets": {"theme": [{"id": …, "name": …, "count": 2, "chosen": false}]},
///      "places": [{"name": "Otley", "area": "leeds", "area-name": "Leeds", "url": "/areas/leeds/"}],
///      "suggestions": [{"from": …, "to": …, "query": …}],
///      "notes": [{"note": "unknown-value", "field": …, "value": …}]}
///
/// What `expand=no` left alone is in `unexpanded`. Marks are pairs of places in the bytes of the text in UTF-8.
/// Notes are what `Note.Kind` has: `too-long`, `empty`, `unknown-value`, `unknown-field`, `no-date`, `no-range`, and
/// `apart`, whose value is the query without the conditions that keep the words apart.
enum Answer {
  /// The answer; nil where something is missing, which the store has noted.
  static func bytes(_ request: SearchRequest, _ store: PieceStore) -> [UInt8]? {
    let search = Search(request, store)
    guard store.isComplete else { return nil }
    // Each notes what it lacks, so that all of it can be fetched at once.
    let places = search.places()
    let suggestions = search.suggestions(beside: places)
    let hits = search.hits()
    var facets: [FacetCounts] = []
    for facet in Facet.allCases where facet.rawValue < request.countedFacets {
      facets.append(FacetCounts(of: facet, in: search))
    }
    guard store.isComplete else { return nil }
    if request.isTable { return table(of: hits, in: request.base) }
    let writer = JSONWriter()
    writer.begin(.object)
    writer.write(search)
    writer.array("hits")
    for hit in hits { writer.write(hit) }
    writer.end(.array)
    writer.write(facets)
    writer.array("places")
    for place in places { writer.write(place) }
    writer.end(.array)
    writer.array("suggestions")
    for suggestion in suggestions { writer.write(suggestion) }
    writer.end(.array)
    writer.array("notes")
    for note in search.notes { writer.write(note) }
    writer.end(.array)
    writer.end(.object)
    return writer.bytes
  }

  /// All hits as a table in CSV (RFC 4180), which people open in a spreadsheet.
  private static func table(of hits: [Hit], in base: [UInt8]) -> [UInt8] {
    var bytes = [UInt8]("\"url\",\"title\",\"type\",\"area\",\"date\",\"wording\"\r\n")
    for hit in hits {
      let label = hit.label
      bytes.append(cell: base + label[.path], before: ",")
      bytes.append(cell: label[.title], before: ",")
      bytes.append(cell: label[.type], before: ",")
      bytes.append(cell: label[.areas], before: ",")
      bytes.append(cell: label[.date], before: ",")
      bytes.append(cell: label[.wording], before: "\r\n")
    }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a cell of CSV, and what stands between it and the next; what a spreadsheet would take for a formula stands
  /// behind an apostrophe, as in the sheets for comments.
  @inline(never)
  fileprivate mutating func append(cell: [UInt8], before separator: StaticString) {
    append(0x22)
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      append(UInt8(ascii: "'"))
    default: break
    }
    for byte in cell {
      if byte == 0x22 { append(0x22) }
      append(byte)
    }
    append(0x22)
    append(separator)
  }
}
