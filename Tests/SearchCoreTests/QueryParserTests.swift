import Testing

@testable import SearchCore

@Suite struct `A query` {
  @Test(arguments: [
    ("", ""), ("()", ""), ("—", ""),
    ("Children's services", "all(word:children word:servic)"),
    ("a OR b c", "any(word:a all(word:b word:c))"),
    ("(a OR b) c", "all(any(word:a word:b) word:c)"),
    ("(a b", "all(word:a word:b)"), ("a) b", "all(word:a word:b)"),
    ("OR a OR", "word:a"), ("-OR", "not(word:or)"), ("or", "word:or"),
    ("-a --b", "all(not(word:a) not(word:b))"), ("-(a b)", "not(all(word:a word:b))"), ("- a", "word:a"),
    ("multi-agency", "word:multi-ag"), ("4.2.1", "word:4.2.1"),
    ("\"multi-agency working\"", "phrase:multi,agenc,work"), ("“open", "phrase:open"), ("\"\"", ""),
    ("safe*", "beginning:safe"), ("s*", "word:s"), ("é*", "word:e"), ("=Working", "spelling:working"),
    ("=work*", "beginning:work"), ("unknown:value", "all(word:unknown word:valu)"), ("theme:", "word:theme"),
  ]) func `means`(text: String, meaning: String) {
    #expect(QueryParser.parse(bytes(text)).expression.map(description) ?? "" == meaning)
  }

  @Test(arguments: [
    ("theme:neglect", "theme:neglect"), ("-Area:\"North East\"", "-area:North East"),
    ("(police OR kind:strength)", "kind:strength"), ("date:2019..", "20190000-99991231"),
    ("-date:2019-05", "-20190500-20190599"), ("date:never", "1-0"), ("year:2019", ""),
  ]) func `has filters`(text: String, filters: String) {
    let found = QueryParser.parse(bytes(text)).filters.map { filter in
      let condition =
        filter.facet == .year
        ? "\(filter.firstDay)-\(filter.lastDay)"
        : "\(filter.facet):\(String(decoding: filter.value, as: UTF8.self))"
      return (filter.isExcluded ? "-" : "") + condition
    }
    #expect(found.joined(separator: " ") == filters)
  }

  @Test(arguments: [
    ("year:2019 neglect", "year"), ("Them:neglect", "Them"), ("-writer:ofsted (tag:x)", "writer tag"),
    ("theme:neglect", ""),
    ("https://example.org", ""), ("year:", ""), ("year: 2019", ""), ("10:30", ""), ("a:b", ""), ("EC3:x", ""),
    (":x", ""),
    ("theme:", ""), ("theme:—", ""), ("Kind:(x)", ""),
  ]) func `tells of what looks like a field and is none`(text: String, fields: String) {
    let notes = QueryParser.parse(bytes(text)).notes
    #expect(notes.map { String(decoding: $0.value, as: UTF8.self) }.joined(separator: " ") == fields)
  }

  @Test func `has bounds`() {
    #expect(QueryParser.parse(bytes(String(repeating: "a ", count: 64))).notes.isEmpty)
    for text in [String(repeating: "a ", count: 65), String(repeating: "é", count: 501)] {
      let query = QueryParser.parse(bytes(text))
      #expect(query.notes.count == 1)
      #expect((query.expression?.wanted.count ?? 0) <= 64)
    }
    #expect(QueryParser.parse(bytes(String(repeating: "(", count: 900) + "a")).expression?.wanted.count == 1)
  }

  @Test(arguments: [
    ("2019", 2019_00_00, 2019_99_99), ("2019-05", 2019_05_00, 2019_05_99),
    ("2019-05-16", 2019_05_16, 2019_05_16),
    ("2019..2021", 2019_00_00, 2021_99_99), ("..2021", 0, 2021_99_99), ("2021-03..", 2021_03_00, 9999_12_31),
    ("2019...2020", 1, 0), ("2021..2019", 1, 0), ("..", 1, 0), ("", 1, 0), ("19", 1, 0), ("2019-5", 1, 0),
    ("2019/05", 1, 0), ("2019-05-16-1", 1, 0), ("2019..x", 1, 0),
    ("2019-12", 2019_12_00, 2019_12_99), ("2019-13", 1, 0), ("2019-00", 1, 0), ("2019-13..2020", 1, 0),
    ("2023-99-99", 1, 0), ("2023-04-30", 2023_04_30, 2023_04_30), ("2023-04-31", 1, 0), ("2023-05-00", 1, 0),
    ("2023-12-31", 2023_12_31, 2023_12_31), ("2023-08-31", 2023_08_31, 2023_08_31), ("2023-09-31", 1, 0),
    ("2024-02-29", 2024_02_29, 2024_02_29), ("2023-02-29", 1, 0), ("2100-02-29", 1, 0),
    ("2000-02-29", 2000_02_29, 2000_02_29),
  ]) func `names days`(text: String, first: Int, last: Int) {
    let days = DayRange(bytes(text))
    #expect(days?.first ?? 1 == first)
    #expect(days?.last ?? 0 == last)
  }

  private func description(of expression: Expression) -> String {
    let parts = expression.parts.map(description).joined(separator: " ")
    switch expression.kind {
    case .term(let term):
      return "\(term.kind):" + term.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    case .all: return "all(\(parts))"
    case .any: return "any(\(parts))"
    case .expanded: return "expanded(\(parts))"
    case .none: return "not(\(parts))"
    }
  }
}

@Suite struct `A request` {
  @Test func `is read from an address`() {
    let request = SearchRequest(
      bytes(
        "&q=caf%C3%A9+%2&theme=neglect&area=&sort=date&page=0&limit=5000&passages=all&format=csv&from=2019"))
    #expect(request.text == bytes("café %2"))
    #expect(request.query.filters.count == 2)
    #expect(request.isByDate && request.isTable && request.expands)
    #expect(request.page == 1 && request.limit == 1000 && request.passageLimit == nil)
  }

  @Test(arguments: [
    ("from=2019", "20190000-99991231"), ("from=2023-05&to=2024", "20230500-20249999"), ("to=", ""),
    ("from=2024&to=2020", "note 2024..2020"), ("from=20xx", "note 20xx.."),
    ("from=2019..2020", "note 2019..2020.."),
  ]) func `takes a range or says that it is none`(address: String, meaning: String) {
    let query = SearchRequest(bytes(address)).query
    let found =
      query.filters.map { "\($0.firstDay)-\($0.lastDay)" }
      + query.notes.map { "note " + String(decoding: $0.value, as: UTF8.self) }
    #expect(found.joined(separator: " ") == meaning)
  }
}
