// The parts of an answer in JSON.
extension JSONWriter {
  /// What is said of the search as a whole.
  func write(_ search: Search) {
    let total = search.documents.count
    field("query", search.request.text)
    field("total", total)
    field("page", search.page)
    field("partial", search.isPartial && total > 0)
    array("expanded")
    if search.request.expands { write(search.expansions) }
    end(.array)
    array("unexpanded")
    if !search.request.expands { write(search.expansions) }
    end(.array)
  }

  private func write(_ changes: [Change]) {
    for change in changes { write(change) }
  }

  private func write(_ change: Change) {
    begin(.object)
    fields(of: change)
    end(.object)
  }

  private func fields(of change: Change) {
    field("from", change.from)
    field("to", change.to)
  }

  func write(_ suggestion: Suggestion) {
    begin(.object)
    fields(of: suggestion.change)
    field("query", suggestion.query)
    end(.object)
  }

  func write(_ hit: Hit) {
    let label = hit.label
    begin(.object)
    field("url", label[.path])
    field("title", label[.title])
    field("summary", label[.summary])
    field("type", label[.type])
    field("area", label[.areas])
    field("date", label[.date])
    field("day", label[.day])
    field("wording", label[.wording])
    field("wording-name", label[.wordingName])
    field("score", thousandths: Int(hit.score * 1000 + 0.5))
    field("matches", hit.matchCount)
    array("passages")
    for shown in hit.passages { write(shown, of: label[.path]) }
    end(.array)
    end(.object)
  }

  private func write(_ shown: ShownPassage, of path: [UInt8]) {
    let passage = shown.passage
    var address = path
    if !passage.anchor.isEmpty { address.append(0x23) }
    address += passage.anchor
    begin(.object)
    field("url", address)
    field("kind", passage.kind)
    field("kind-name", passage.kindName)
    field("text", shown.snippet.text)
    array("marks")
    let marks = shown.snippet.marks
    for index in 0..<marks.count {
      if index % 2 == 0 { begin(.array) }
      value(marks[index])
      if index % 2 == 1 { end(.array) }
    }
    end(.array)
    end(.object)
  }

  func write(_ facets: [FacetCounts]) {
    key("facets")
    begin(.object)
    for facet in facets {
      array(facet.facet.name)
      for count in facet.counts { write(count) }
      end(.array)
    }
    end(.object)
  }

  private func write(_ count: FacetCounts.Count) {
    begin(.object)
    field("id", count.value.id)
    field("name", count.value.name)
    field("count", count.count)
    field("chosen", count.isChosen)
    end(.object)
  }

  func write(_ place: WordEntry.Place) {
    begin(.object)
    field("name", place.name)
    field("area", place.area.id)
    field("area-name", place.area.name)
    var address = [UInt8]("/areas/")
    address += place.area.id
    address.append(slash)
    field("url", address)
    end(.object)
  }

  func write(_ note: Note) {
    begin(.object)
    switch note.kind {
    case .tooLong: field("note", [UInt8]("too-long"))
    case .unknownValue(let facet): write(note, "unknown-value", facet.name)
    case .noDate: write(note, "no-date", "date")
    case .unknownField: write(note, "unknown-field", "query")
    case .noRange: write(note, "no-range", "date")
    case .empty: field("note", [UInt8]("empty"))
    case .apart: write(note, "apart", "query")
    }
    end(.object)
  }

  private func write(_ note: Note, _ name: StaticString, _ field: StaticString) {
    self.field("note", [UInt8](name))
    self.field("field", [UInt8](field))
    self.field("value", note.value)
  }
}
