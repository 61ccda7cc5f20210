import Testing

@testable import SearchCore

@Suite struct `An answer` {
  @Test(arguments: [
    ("q=police+date:2024", 1), ("q=police+date:2024+date:2026", 2),
    ("q=police+date:2024+date:2026&from=2025", 1),
    ("date=2024", 0), ("q=date:2024&to=2023", 0), ("q=police+-date:2025&from=2025", 1),
    ("from=2025&to=2024&q=police", 3),
  ]) func `narrows what a query says of dates by the range of an address`(request: String, total: Int)
    async throws
  {
    let files = try await SmallIndex().files
    #expect(answer(to: request, from: files).contains("\"total\":\(total),"))
  }

  @Test(arguments: [
    ("chidlren", "children"), ("children chidlren -chidlren", "children children -chidlren"),
    ("(=chidlren OR police) Chidlren", "(=children OR police) Chidlren"),
    ("kind:strength  neglct ", "kind:strength  neglect "),
    ("police polic polices policd \"policd\"", "police polic polices police \"policd\""),
  ]) func `corrects a query as a whole`(query: String, corrected: String) async throws {
    let files = try await SmallIndex().files
    let request =
      "q=" + query.replacing(" ", with: "+").replacing("\"", with: "%22").replacing("=", with: "%3D")
    let expected = corrected.replacing("\"", with: "\\\"")
    #expect(answer(to: request, from: files).contains("\"query\":\"\(expected)\"}"))
  }

  @Test(arguments: [
    ("q=otley+neglect+kind:strength", "otley neglect"), ("q=otley+neglect&kind=strength", "otley neglect"),
    ("q=kind:strength+otley+-agency:%22x%22+neglect&agency=police", "otley neglect"),
    ("q=otley++-kind:strength", "otley"), ("q=(otley+agency:police)+neglect", "(otley ) neglect"),
  ]) func `says where words stand apart, with the query that finds them`(request: String, query: String)
    async throws
  {
    let found = answer(to: request, from: try await SmallIndex().files)
    #expect(found.contains("\"total\":0,"))
    #expect(found.contains("{\"note\":\"apart\",\"field\":\"query\",\"value\":\"\(query)\"}"), "\(found)")
  }

  @Test(arguments: [
    "q=otley+neglect", "q=otley+xylophone&kind=strength", "q=xylophone&kind=strength", "kind=improvement",
  ])
  func `says of no other search that words stand apart`(request: String) async throws {
    #expect(!answer(to: request, from: try await SmallIndex().files).contains("apart"))
  }

  @Test(arguments: ["q=", "q=()", "q=%E2%80%94&sort=date", ""])
  func `says when nothing is asked for`(request: String) async throws {
    #expect(answer(to: request, from: try await SmallIndex().files).contains(#""notes":[{"note":"empty"}]"#))
  }

  @Test(arguments: [
    ("2", 2, "1"), ("3", 3, "0"), ("4", 3, "0"), ("999999999", 3, "0"), ("9999999999", 1, "2"),
    ("2abc", 1, "2"),
    ("-3", 1, "2"), ("0", 1, "2"), ("", 1, "2"),
  ]) func `shows the last page where there are not so many`(asked: String, page: Int, letter: String)
    async throws
  {
    let found = answer(to: "q=police&sort=date&limit=1&page=\(asked)", from: try await SmallIndex().files)
    #expect(found.contains("\"page\":\(page),") && found.contains("/letters/\(letter)/"), "\(found)")
    let none = answer(to: "q=xylophone&page=\(asked)", from: try await SmallIndex().files)
    #expect(none.contains(#""total":0,"page":1,"#))
  }

  @Test func `is partial where passages have some words, though all documents have what is excluded`()
    async throws
  {
    let found = answer(to: "q=xylophone+neglect+-otley&kind=strength", from: try await SmallIndex().files)
    #expect(found.contains(#""total":2,"page":1,"partial":true"#))
  }

  @Test func `says what abbreviations would add`() async throws {
    let files = try await SmallIndex().files
    let hub = #"[{"from":"MASH","to":"multi-agency safeguarding hub"}]"#
    for expand in ["yes", "", "nonsense"] {
      let found = answer(to: "q=mash&expand=\(expand)", from: files)
      #expect(found.contains("\"expanded\":\(hub),\"unexpanded\":[]"))
    }
    #expect(answer(to: "q=mash&expand=no", from: files).contains("\"expanded\":[],\"unexpanded\":\(hub)"))
  }

  @Test(arguments: [
    // A letter in words up to five, two in words up to eight, then three.
    ("polce", "police"), ("plice", "police"), ("polxx", nil), ("turst", "trust"), ("truxx", nil),
    ("poxixe", "police"),
    ("nexlext", "neglect"), ("nexlxxt", nil), ("informotoin", "information"), ("infxrmxtixn", "information"),
    ("lérs", nil), ("multi-police", "multi police"), ("multi-agncy", "multi-agency"),
    ("multi-xylophone", nil),
  ]) func `suggests what is near enough`(word: String, suggestion: String?) async throws {
    let files = try await SmallIndex().files
    let escaped = word.replacing("é", with: "%C3%A9")
    let found = answer(to: "q=" + escaped, from: files)
    let expected = suggestion.map { #"[{"from":"\#(word)","to":"\#($0)","query":"\#($0)"}]"# } ?? "[]"
    #expect(found.contains("\"suggestions\":\(expected)"), "\(found)")
  }

  @Test func `gives all hits as a table with their whole addresses`() async throws {
    let files = try await SmallIndex().files
    let table = answer(
      to: "q=police+date:2025..&sort=date&limit=1&format=csv&base=https://x.org", from: files)
    #expect(
      table == """
        "url","title","type","area","date","wording"\r
        "https://x.org/letters/2/","Letter 2","","","",""\r
        "https://x.org/letters/1/","Letter 1","","","",""\r

        """)
  }

  @Test(arguments: [
    ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"\"x\"\")"), ("+44 113", "'+44 113"), ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("1=1", "1=1"), ("'=1", "'=1"), ("", ""),
  ]) func `gives no cell that a spreadsheet takes for a formula`(title: String, cell: String) async throws {
    let table = answer(
      to: "q=police+date:2026..&limit=1&format=csv", from: try await SmallIndex(title: title).files)
    #expect(table.hasSuffix("\r\n\"/letters/2/\",\"\(cell)\",\"\",\"\",\"\",\"\"\r\n"), "\(table)")
  }
}
