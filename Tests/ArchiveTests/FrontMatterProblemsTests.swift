import TestSupport
import Testing

@Suite struct `Front matter` {
  /// The report on a letter with that front matter and a title after it.
  private func problems(_ frontMatter: String, in collection: String = "letters") async throws -> String {
    try await Content { Document("\(collection)/a.md", frontMatter) }.problems()
  }

  @Test(
    arguments: [
      ("sumary: Short", "unknown key 'sumary'", "summary"),
      ("relase: 2024-03-12", "unknown key 'relase'", "release"),
      ("redirect_from: /old/", "unknown key 'redirect_from'", "redirect-from"),
      ("Title: x", "unknown key 'Title'", "title"),
      ("zzz: x", "unknown key 'zzz'", nil),
    ] as [(String, String, String?)])
  func `holds the keys of its collection and no other`(
    frontMatter: String, message: String, suggestion: String?
  ) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems(frontMatter, in: "announcements") == """
        Content/announcements/a.md:2: error: \(message) [unknown-key]
          expected: one of agreed, applies-to, change, dated, hold, inspectorates, language, minor, \
        moratorium-exempt, redirect-from, reference, release, removed, source, summary, themes, title, \
        translation-of, withdrawn, wording
        \(hint)
        """)
  }

  @Test(arguments: [
    ("letters", "in-force: 2024-01-01"), ("guidance", "area: leeds"), ("overviews", "fieldwork: {}"),
    ("consultations", "follows: a"), ("follow-ups", "closes: 2024-01-01"), ("pages", "programme: jtai"),
    ("announcements", "round: {}"),
  ])
  func `does not hold a key of another collection`(collection: String, frontMatter: String) async throws {
    let key = frontMatter.prefix { $0 != ":" }
    #expect(
      try await problems(frontMatter, in: collection)
        .hasPrefix("Content/\(collection)/a.md:2: error: unknown key '\(key)' [unknown-key]\n"))
  }

  @Test(arguments: [
    ("summary: [a]", "'summary' is a list", "text"),
    ("themes: neglect", "'themes' is text", "a list of texts"),
    ("inspectorates: {a: b}", "'inspectorates' is a mapping", "a list of texts"),
    ("fieldwork: 2024", "'fieldwork' is text", "keys and values"),
    ("agreed: {inspectorate: cqc}", "'agreed' is a mapping", "a list of keys and values"),
    ("hold: true", "'hold' is text", "keys and values"),
    ("withdrawn: 2024-03-12", "'withdrawn' is text", "keys and values"),
    ("release:", "'release' has no value", "a value, or the key left out"),
  ])
  func `says what a value of the wrong type should be`(
    frontMatter: String, message: String, expected: String
  ) async throws {
    #expect(
      try await problems(frontMatter) == """
        Content/letters/a.md:2: error: \(message) [wrong-type]
          expected: \(expected)

        """)
  }

  @Test(
    arguments: [
      ("minor: yes", "'minor' is 'yes'", "true or false", nil),
      ("wording: offical", "'wording' is 'offical'", "one of official, summary, facts", "official"),
      ("dated: 12 March 2024", "'dated' is '12 March 2024'", "a date such as 2027-03-12", nil),
      ("dated: 2024-03-12 09:30", "'dated' is '2024-03-12 09:30'", "a date such as 2027-03-12", nil),
      ("language: english", "'language' is 'english'", "a language tag such as en-GB or cy", nil),
      (
        "source: {name: Ofsted, url: www.gov.uk}", "'url' is 'www.gov.uk'",
        "an address that begins with https://", nil
      ),
      (
        "source: {name: Ofsted, url: \"javascript:alert(1)\"}", "'url' is 'javascript:alert(1)'",
        "an address that begins with https://", nil
      ),
      (
        "fieldwork: {start: 2024-03-12, end: 2024-03-11}", "fieldwork ends before it starts",
        "'end' on or after 'start'", nil
      ),
      ("statement: {required: maybe}", "'required' is 'maybe'", "true or false", nil),
    ] as [(String, String, String, String?)])
  func `says what a wrong value should be`(
    frontMatter: String, message: String, expected: String, suggestion: String?
  ) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems(frontMatter) == """
        Content/letters/a.md:2: error: \(message) [wrong-value]
          expected: \(expected)
        \(hint)
        """)
  }

  @Test(
    arguments: [
      (
        "opens: 2015-09-01\ncloses: 2015-08-31", 3, "the consultation closes before it opens",
        "'closes' on or after 'opens'"
      ),
      (
        "opens: soon", 2, "'opens' is 'soon'", "2027-03-12, 2027-03-12 09:30 or 2027-03-12T09:30:00+00:00"
      ),
      (
        "closes: 2026-10-25 01:30", 2,
        "'closes' '2026-10-25 01:30' exists twice in Europe/London: the clocks go back",
        "the time with its offset, 2026-10-25T01:30:00+01:00 or 2026-10-25T01:30:00+00:00"
      ),
    ] as [(String, Int, String, String)])
  func `knows when a consultation is open`(
    frontMatter: String, line: Int, message: String, expected: String
  ) async throws {
    #expect(
      try await problems(frontMatter, in: "consultations") == """
        Content/consultations/a.md:\(line): error: \(message) [wrong-value]
          expected: \(expected)

        """)
  }

  @Test(
    arguments: [
      ("themes: [neglcet]", "'neglcet' is not in themes.yml", "themes.yml", "neglect"),
      ("themes: [Neglect]", "'Neglect' is not in themes.yml", "themes.yml", "neglect"),
      (
        "inspectorates: [ofsted, hmicfr]", "'hmicfr' is not in inspectorates.yml", "inspectorates.yml",
        "hmicfrs"
      ),
      ("area: oxfordshir", "'oxfordshir' is not in areas.yml", "areas.yml", "oxfordshire"),
      ("area: [leeds, york]", "'york' is not in areas.yml", "areas.yml", nil),
      ("programme: jtia", "'jtia' is not in programmes.yml", "programmes.yml", "jtai"),
    ] as [(String, String, String, String?)])
  func `names entries of the lists alone`(
    frontMatter: String, message: String, list: String, suggestion: String?
  ) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems(frontMatter) == """
        Content/letters/a.md:2: error: \(message) [unknown-id]
          expected: an id of \(list)
        \(hint)
        """)
  }

  @Test(
    arguments: [
      ("themes:\n- neglect\n- neglect", 4, "'neglect' stands in 'themes' twice [duplicate-id]"),
      (
        "guidance: letters/a", 2,
        "'guidance' is 'letters/a' [document-id]\n  expected: the id of a document, such as guidance/leeds-2024"
      ),
      (
        "guidance: JTAI", 2,
        "'guidance' is 'JTAI' [document-id]\n  expected: the id of a document, such as guidance/leeds-2024"
      ),
      (
        "translation-of: leeds-2024", 2,
        "'translation-of' is 'leeds-2024' [document-id]\n"
          + "  expected: the id of a document, such as letters/leeds-2024"
      ),
      ("source: {name: Ofsted}", 2, "the key 'url' is missing [missing-key]\n  expected: 'url: …'"),
      (
        "agreed: [{by: x, at: 2024-01-01, digest: y}]", 2,
        "the key 'inspectorate' is missing [missing-key]\n  expected: 'inspectorate: …'"
      ),
      (
        "agreed: [{inspectorate: cqc, digest: y}]", 2,
        "the key 'at' is missing [missing-key]\n  expected: 'at: …'"
      ),
      (
        "hold: {review: 2024-01-01}", 2,
        "the key 'reason' is missing [missing-key]\n  expected: 'reason: …'"
      ),
      ("hold: {reason: x, until: y}", 2, nil),
      (
        "hold:\n  reason: x\n  cleared: {by: y}", 4,
        "the key 'at' is missing [missing-key]\n  expected: 'at: …'"
      ),
      (
        "withdrawn: {reason: x}", 2, "the key 'at' is missing [missing-key]\n  expected: 'at: …'"
      ),
      (
        "removed: {at: 2024-01-01}", 2,
        "the key 'reason' is missing [missing-key]\n  expected: 'reason: …'"
      ),
      (
        "fieldwork: {start: 2024-01-01}", 2,
        "the key 'end' is missing [missing-key]\n  expected: 'end: …'"
      ),
      (
        "release: 2024-03-12\nwithdrawn: {at: 2024-03-11, reason: x}", 3,
        "the edition is withdrawn before its release [withdrawn-before-release]\n  expected: 'at' after the release"
      ),
      (
        "redirect-from: letters/old/", 2,
        "'letters/old/' is no address on the site [redirect-address]\n  expected: a path such as /letters/old-name/"
      ),
      (
        "redirect-from:\n- /ok/\n- /../x/", 4,
        "'/../x/' is no address on the site [redirect-address]\n  expected: a path such as /letters/old-name/"
      ),
      (
        "timetable: x", 2, nil
      ),
    ] as [(String, Int, String?)])
  func `says at which line it is wrong`(frontMatter: String, line: Int, words: String?) async throws {
    let report = try await problems(frontMatter)
    if let words {
      #expect(report == "Content/letters/a.md:\(line): error: \(words)\n")
    } else {
      #expect(report.hasPrefix("Content/letters/a.md:\(line): error: "))
    }
  }
}
