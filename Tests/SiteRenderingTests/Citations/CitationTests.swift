import TestSupport
import Testing

@Suite struct `A citation` {
  private static let site = Task { try await BuiltSite(SampleContent.make()) }
  private static let base = "https://findings.example.org"

  @Test func `is a report in RIS`() async throws {
    let site = try await Self.site.value
    #expect(
      try site.text("letters/leeds-2016/cite.ris").split(separator: "\r\n").map(String.init) == [
        "TY  - RPRT", "ID  - letters-leeds-2016-edition-2", "AU  - Ofsted",
        "AU  - Her Majesty's Inspectorate of Constabulary", "TI  - Joint inspection of Leeds", "PY  - 2016",
        "DA  - 2016/05/10", "PB  - Findings of a test", "M3  - Letter", "ET  - 2", "SN  - L-17",
        "LA  - en-GB",
        "UR  - \(Self.base)/letters/leeds-2016/editions/2/", "ER  - ",
      ])
  }

  @Test func `is a technical report in BibTeX`() async throws {
    let site = try await Self.site.value
    #expect(
      try site.text("letters/leeds-2016/cite.bib") == """
        @techreport{letters-leeds-2016-edition-2,
          author = {{Ofsted} and {Her Majesty's Inspectorate of Constabulary}},
          title = {{Joint inspection of Leeds}},
          institution = {{Findings of a test}},
          type = {Letter},
          number = {L-17},
          year = {2016},
          month = may,
          day = {10},
          version = {2},
          language = {en-GB},
          url = {\(Self.base)/letters/leeds-2016/editions/2/}
        }

        """)
  }

  @Test func `is a report in CSL-JSON`() async throws {
    let site = try await Self.site.value
    #expect(
      try site.json("letters/leeds-2016/cite.json")
        == JSONValue(
          """
          [{"id": "letters-leeds-2016-edition-2", "type": "report", "title": "Joint inspection of Leeds",
            "author": [{"literal": "Ofsted"}, {"literal": "Her Majesty's Inspectorate of Constabulary"}],
            "issued": {"date-parts": [[2016, 5, 10]]}, "publisher": "Findings of a test", "genre": "Letter",
            "number": "L-17", "edition": 2, "language": "en-GB",
            "URL": "\(Self.base)/letters/leeds-2016/editions/2/"}]
          """))
  }

  @Test func `is of each edition its own`() async throws {
    let site = try await Self.site.value
    let first = try site.page("/letters/leeds-2016/editions/1/")
    #expect(
      try first.texts("//section[h2[@id='_cite']]/p[last()]/a/@href") == [
        "/letters/leeds-2016/editions/1/cite.ris", "/letters/leeds-2016/editions/1/cite.bib",
        "/letters/leeds-2016/editions/1/cite.json",
      ])
    let current = try site.page("/letters/leeds-2016/")
    #expect(
      try current.texts("//section[h2[@id='_cite']]/p[last()]/a/@href") == [
        "/letters/leeds-2016/cite.ris", "/letters/leeds-2016/cite.bib", "/letters/leeds-2016/cite.json",
      ])
    #expect(try site.text("letters/leeds-2016/editions/1/cite.ris").contains("editions/1/"))
    #expect(try current.text("//link[@rel='cite-as']/@href") == Self.base + "/letters/leeds-2016/editions/2/")
    #expect(
      try first.texts("//link[@rel='alternate' and starts-with(@href, '/letters/')]/@type") == [
        "application/json", "application/x-research-info-systems", "application/x-bibtex",
        "application/vnd.citationstyles.csl+json",
      ])
    #expect(!site.has("letters/removed-2021/cite.ris"))
  }

  @Test(arguments: [
    (
      "letters/oxfordshire-2023",
      "A record of the facts by the archive “Findings of a test”. What the inspectors found is in the official "
        + "text. Official text by Care Quality Commission."
    ),
    (
      "overviews/neglect",
      "The words are those of the archive “Findings of a test” about the official text, not the inspectorates’ own."
    ),
    ("letters/salford-2022", "This document was withdrawn on 5 January 2024."),
  ])
  func `says what whoever cites it has to know`(id: String, note: String) async throws {
    let site = try await Self.site.value
    #expect(try site.text("\(id)/cite.ris").contains("\r\nN1  - \(note)\r\n"))
    #expect(try site.text("\(id)/cite.bib").contains("  note = {\(note)},\n"))
    #expect(try site.json("\(id)/cite.json")[0]["note"].string == note)
  }

  @Test func `gives words of the archive as the archive's, with a mark in the title`() async throws {
    let site = try await Self.site.value
    let (archive, title) = ("Findings of a test", "A title [Facts only]")
    #expect(
      try site.text("letters/oxfordshire-2023/cite.ris").contains(
        "\r\nAU  - \(archive)\r\nTI  - \(title)\r\nPY  - 2023\r\n"))
    #expect(
      try site.text("letters/oxfordshire-2023/cite.bib").contains(
        "  author = {{\(archive)}},\n  title = {{\(title)}},\n"))
    let item = try site.json("letters/oxfordshire-2023/cite.json")[0]
    #expect(item["author"].elements.map { $0["literal"].string } == [archive])
    #expect(item["title"].string == title)
    let page = try site.page("/letters/oxfordshire-2023/")
    #expect(try page.texts("//meta[@name='citation_author']/@content") == [archive])
    #expect(try page.texts("//meta[@name='citation_title']/@content") == [title])
    #expect(try page.structuredData["author"].elements.map { $0["name"].string } == [archive])
    #expect(
      try page.text("//p[@class='citation']")
        == "\(archive) (2023). \(title). Letter, edition 1, 10 May 2023. "
        + "Available at \(Self.base)/letters/oxfordshire-2023/editions/1/")
  }

  @Test func `is in the head of the page for library programs`() async throws {
    let page = try await Self.site.value.page("/letters/leeds-2016/")
    let tags = try zip(
      page.texts("//meta[starts-with(@name, 'citation_')]/@name"),
      page.texts("//meta[starts-with(@name, 'citation_')]/@content")
    ).map { "\($0.dropFirst("citation_".count)): \($1)" }
    #expect(
      tags == [
        "title: Joint inspection of Leeds", "author: Ofsted",
        "author: Her Majesty's Inspectorate of Constabulary", "publication_date: 2016/05/10",
        "technical_report_institution: Findings of a test", "technical_report_number: L-17",
        "language: en-GB", "fulltext_html_url: \(Self.base)/letters/leeds-2016/editions/2/",
      ])
    let about = try await Self.site.value.page("/about/")
    #expect(try !about.has("//meta[starts-with(@name, 'citation_')]"))
  }

  @Test func `cannot be broken by what it cites`() async throws {
    let hostile = #"}, note = {x} @book{y, \ "<b> ER - %50_$&#~^"#
    let site = try await BuiltSite.of {
      Document("letters/a.md", "release: 2022-03-12\ntitle: '\(hostile)'\nreference: '\(hostile)'")
    }
    let bibTeX = try site.text("letters/a/cite.bib")
    #expect(bibTeX.count { $0 == "{" } == bibTeX.count { $0 == "}" })
    #expect(bibTeX.split(separator: "\n").count { $0.hasPrefix("  note") } == 0)
    #expect(try site.text("letters/a/cite.ris").ranges(of: "\r\nER  - ").count == 1)
    #expect(try site.json("letters/a/cite.json")[0]["title"].string == hostile)
    #expect(try site.page("/letters/a/").text("//meta[@name='citation_title']/@content") == hostile)
  }
}
