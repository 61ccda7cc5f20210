/// What is answered to a request.
///
/// JSON, the same bytes in the terminal and in the browser:
///
///     {"query": …, "total": 2, "partial": false,
///      "expanded": [{"from": "MASH", "to": "multi-agency safeguarding hub"}],
///      "hits": [{"url": …, "title": …, "summary": …, "type": …, "area": …, "date": …, "day": …, "wording": …,
///        "wording-name": …, "score": 4.25, "matches": 7,
///        "passages": [{"url": …, "kind": …, "kind-name": …, "text": …, "marks": [[0, 4]]}]}],
///      "facets": {"theme": [{"id": …, "name": …, "count": 2, "chosen": false}]},
///      "places": [{"name": "Otley", "area": "leeds", "area-name": "Leeds", "url": "/areas/leeds/"}],
///      "suggestions": [{"from": …, "to": …}], "notes": [{"note": "unknown-value", "field": …, "value": …}]}
///
/// Marks are pairs of places in the bytes of the text in UTF-8.
struct Answer {
  private let search: Search
  private let hits: [Hit]
  private let facets: FacetCounts
  private let suggestions: Suggestions
  private let places: Places

  init(_ search: Search) throws(Interruption) {
    self.search = search
    // Each notes what it lacks, so that all of it can be fetched at once.
    var hits: [Hit]?
    var facets: FacetCounts?
    var suggestions: Suggestions?
    var places: Places?
    try attempt { () throws(Interruption) in hits = try search.hits() }
    try attempt { () throws(Interruption) in facets = try FacetCounts(search) }
    try attempt { () throws(Interruption) in suggestions = try Suggestions(search) }
    try attempt { () throws(Interruption) in places = try Places(search) }
    guard let hits, let facets, let suggestions, let places else { throw .waiting }
    self.hits = hits
    self.facets = facets
    self.suggestions = suggestions
    self.places = places
  }

  var bytes: [UInt8] { search.request.isTable ? table : json }

  // MARK: JSON

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("query", search.request.text)
      writer.field("total", search.total)
      writer.field("partial", search.isPartial && search.total > 0)
      writer.key("expanded")
      writer.array { writer in
        for expansion in search.expansions { writer.change(expansion.from, expansion.to) }
      }
      writer.key("hits")
      writer.array { writer in for hit in hits { writer.write(hit) } }
      writer.key("facets")
      writer.object { writer in
        for (facet, counts) in facets.counts {
          writer.key(facet.name)
          writer.array { writer in for count in counts { writer.write(count) } }
        }
      }
      writer.key("places")
      writer.array { writer in for place in places.places { writer.write(place) } }
      writer.key("suggestions")
      writer.array { writer in
        for suggestion in suggestions.suggestions { writer.change(suggestion.from, suggestion.to) }
      }
      writer.key("notes")
      writer.array { writer in for note in search.query.notes { writer.write(note) } }
    }
    return writer.bytes
  }

  // MARK: CSV

  /// All hits as a table (RFC 4180).
  private var table: [UInt8] {
    var csv = CSVWriter()
    csv.row(["url", "title", "type", "area", "date", "wording"].map { [UInt8]($0 as StaticString) })
    for hit in hits {
      let label = hit.label
      csv.row([label.path, label.title, label.type, label.areas, label.date, label.wording])
    }
    return csv.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func change(_ from: [UInt8], _ to: [UInt8]) {
    object { writer in
      writer.field("from", from)
      writer.field("to", to)
    }
  }

  fileprivate mutating func write(_ hit: Hit) {
    object { writer in
      writer.field("url", hit.label.path)
      writer.field("title", hit.label.title)
      writer.field("summary", hit.label.summary)
      writer.field("type", hit.label.type)
      writer.field("area", hit.label.areas)
      writer.field("date", hit.label.date)
      writer.field("day", hit.label.day)
      writer.field("wording", hit.label.wording)
      writer.field("wording-name", hit.label.wordingName)
      writer.field("score", thousandths: Int(hit.score * 1000 + 0.5))
      writer.field("matches", hit.matchCount)
      writer.key("passages")
      writer.array { writer in
        for (passage, snippet) in hit.passages {
          writer.object { writer in
            writer.field("url", hit.label.path + (passage.anchor.isEmpty ? [] : [0x23] + passage.anchor))
            writer.field("kind", passage.kind)
            writer.field("kind-name", passage.kindName)
            writer.field("text", snippet.text)
            writer.key("marks")
            writer.array { writer in
              for mark in snippet.marks {
                writer.array { writer in
                  writer.value(mark.lowerBound)
                  writer.value(mark.upperBound)
                }
              }
            }
          }
        }
      }
    }
  }

  fileprivate mutating func write(_ count: FacetCounts.Count) {
    object { writer in
      writer.field("id", count.value.id)
      writer.field("name", count.value.name)
      writer.field("count", count.count)
      writer.field("chosen", count.isChosen)
    }
  }

  fileprivate mutating func write(_ place: WordEntry.Place) {
    object { writer in
      writer.field("name", place.name)
      writer.field("area", place.area.id)
      writer.field("area-name", place.area.name)
      writer.field("url", [UInt8]("/areas/") + place.area.id + [slash])
    }
  }

  fileprivate mutating func write(_ note: Query.Note) {
    object { writer in
      switch note {
      case .tooLong: writer.field("note", [UInt8]("too-long"))
      case .unknownValue(let facet, let value):
        writer.field("note", [UInt8]("unknown-value"))
        writer.field("field", [UInt8](facet.name))
        writer.field("value", value)
      case .noDate(let value):
        writer.field("note", [UInt8]("no-date"))
        writer.field("field", [UInt8]("date"))
        writer.field("value", value)
      }
    }
  }
}

/// Writes rows of CSV.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func row(_ cells: [[UInt8]]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes.append(0x22)
      for byte in cell {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
    bytes += [0x0D, 0x0A]
  }
}
