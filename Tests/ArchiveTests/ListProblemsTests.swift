import Archive
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The lists` {
  private func problems(_ file: String, _ text: String) async throws -> String {
    try await Content { File(file, text) }.problems()
  }

  @Test(
    arguments: [
      ("themes.yml", "- {id: Neglect, name: x}", "'Neglect' is no id [wrong-value]", Slug.form, nil),
      ("themes.yml", "- {id: page, name: x}", "'page' is no id [wrong-value]", Slug.form, nil),
      ("areas.yml", "- {id: ../x, name: x}", "'../x' is no id [wrong-value]", Slug.form, nil),
      ("themes.yml", "- {id: x}", "the key 'name' is missing [missing-key]", "'name: …'", nil),
      ("themes.yml", "- {name: x}", "the key 'id' is missing [missing-key]", "'id: …'", nil),
      ("themes.yml", "- x", "this is text [wrong-type]", "keys and values", nil),
      ("themes.yml", "id: x", "this list is a mapping [wrong-type]", "entries that begin with '- id:'", nil),
      ("themes.yml", "x", "this list is text [wrong-type]", "entries that begin with '- id:'", nil),
      (
        "themes.yml", "- {id: x, name: x, alias: [y]}", "unknown key 'alias' [unknown-key]",
        "one of aliases, description, id, name", "aliases"
      ),
      (
        "areas.yml", "- {id: x, name: x, cover: [y]}", "unknown key 'cover' [unknown-key]",
        "one of aliases, covers, id, listed, name, ons-code, police-force, region, successors, urn", "covers"
      ),
      (
        "areas.yml", "- {id: northampton, name: x, successors: [northamton]}",
        "'northamton' is not in areas.yml [unknown-id]", "the id of an area", "northampton"
      ),
      ("areas.yml", "- {id: x, name: x, listed: 1}", "'listed' is '1' [wrong-value]", "true or false", nil),
      (
        "inspectorates.yml", "- {id: x, name: x, website: x.example}",
        "'website' is 'x.example' [wrong-value]", "an address that begins with https://", nil
      ),
      (
        "inspectorates.yml", "- {id: x, name: x, names: [{name: y, from: 2017}]}",
        "'from' is '2017' [wrong-value]", "a date such as 2027-03-12", nil
      ),
      ("glossary.yml", "- {expansion: x}", "the key 'term' is missing [missing-key]", "'term: …'", nil),
      ("recipients.yml", "- {id: x, name: x}", "the key 'key' is missing [missing-key]", "'key: …'", nil),
      (
        "recipients.yml",
        "- {id: x, name: x, key: age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqq}",
        "this is no public key of age, or there is a slip in it [public-key]",
        "the line age1… that age-keygen prints", nil
      ),
      (
        "recipients.yml", "- {id: x, name: x, key: [AGE-SECRET-KEY-1QQQ]}",
        "this is a secret key, and secret no longer [public-key]",
        "a new pair of keys, and its public key age1… here", nil
      ),
      (
        "recipients.yml",
        "- {id: x, name: x, key: age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm, sealed-content: yes}",
        "'sealed-content' is 'yes' [wrong-value]", "true or false", nil
      ),
      (
        "programmes.yml", "- {id: x, name: x, headings: {strenght: [x]}}",
        "unknown key 'strenght' [unknown-key]",
        "one of context, headline, improvement, main, practice-effective, practice-improvement, "
          + "priority-action, strength", "strength"
      ),
      (
        "agencies.yml", "- {id: strength, name: x}", "'strength' is a kind of finding [wrong-value]",
        "an id that is none", nil
      ),
      (
        "agencies.yml", "- {id: x, name: x, alias: y}", "unknown key 'alias' [unknown-key]",
        "one of aliases, id, name", "aliases"
      ),
    ] as [(String, String, String, String, String?)])
  func `say what is wrong with an entry`(
    file: String, text: String, message: String, expected: String, suggestion: String?
  ) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems(file, text + "\n") == """
        Content/\(file):1: error: \(message)
          expected: \(expected)
        \(hint)
        """)
  }

  @Test(arguments: [
    ("themes.yml", "- {id: x, name: x}\n- {id: x, name: y}", "the id 'x' stands there twice"),
    ("glossary.yml", "- {term: CIN}\n- {term: CIN}", "the term 'CIN' stands there twice"),
  ])
  func `name each entry once`(file: String, text: String, message: String) async throws {
    #expect(try await problems(file, text) == "Content/\(file):2: error: \(message) [duplicate-id]\n")
  }

  @Test func `give nobody the key of somebody else`() async throws {
    let key = TestKeys.other
    #expect(
      try await problems(
        "recipients.yml", "- {id: x, name: x, key: \(key)}\n- {id: y, name: y, key: [\(key)]}\n")
        == "Content/recipients.yml:2: error: the key stands there twice [duplicate-key]\n")
  }

  @Test(arguments: [
    ("a: {after: fieldwork-end}", 4, "the milestone 'a' is not complete [milestone]"),
    ("a: {after: x, before: y, working-days: 3}", 4, "the milestone 'a' is not complete [milestone]"),
    ("a: {after: fieldwork-ende, working-days: 3}", 4, "'fieldwork-ende' is no milestone [unknown-id]"),
    ("a: {after: a, working-days: 3}", 4, "the milestone 'a' waits for itself [timetable-circle]"),
    (
      "b: {after: c, working-days: 3}\n        c: {before: b, working-days: 3}", 4,
      "the milestone 'b' waits for itself [timetable-circle]"
    ),
    ("a: {after: fieldwork-end, working-days: -3}", 4, "'working-days' is '-3' [wrong-value]"),
    ("a: {after: fieldwork-end, working-days: 3, publik: true}", 4, "unknown key 'publik' [unknown-key]"),
  ])
  func `hold timetables that can be counted`(milestones: String, line: Int, message: String) async throws {
    let text = """
      - {id: jtai, name: x, description: x, legal-basis: y}
      - id: y
        name: y
        timetables: [{from: 2022-10-01, milestones: {
              \(milestones.split(separator: "\n").joined(separator: ",\n"))}}]
      """
    #expect(
      try await problems("programmes.yml", text)
        .contains("Content/programmes.yml:5: error: \(message)"))
  }

  @Test(arguments: [
    ("{", "the bank holidays cannot be read"), ("[]", "the bank holidays cannot be read"),
    ("{\"scotland\": {\"events\": []}}", "the bank holidays cannot be read"),
    (
      "{\"england-and-wales\": {\"events\": [{\"title\": \"x\", \"date\": \"25/12/2024\"}]}}",
      "a bank holiday has no date such as 2027-12-25"
    ),
    (
      """
      {"england-and-wales": {"events": [{"title": "x", "date": "2024-12-25"}, {"title": "y", "date": "2024-12-25"}]}}
      """, "2024-12-25 is a bank holiday twice"
    ),
  ])
  func `hold bank holidays in the format of GOV.UK`(text: String, message: String) async throws {
    #expect(
      try await problems("bank-holidays.json", text) == """
        Content/bank-holidays.json: error: \(message) [bank-holidays]
          expected: the format of https://www.gov.uk/bank-holidays.json

        """)
  }

  @Test func `may be empty or absent`() async throws {
    let content = try Content {
      File("themes.yml", "# none yet\n")
      File("glossary.yml", "[]\n")
      File("agencies.yml", "")
    }
    for file in ["areas.yml", "inspectorates.yml", "programmes.yml", "bank-holidays.json"] {
      try content.remove(file)
    }
    #expect(try await content.problems() == "")
    #expect(try await content.archive().lists.areas.isEmpty)
  }

  @Test(
    arguments: [
      (
        "themes.yml", [0x2D, 0x20, 0xFF],
        ":1: error: byte 2 of the file is not UTF-8 [invalid-utf8]\n  expected: a file in UTF-8"
      ),
      (
        "areas.yml", [UInt8](repeating: 0x20, count: 2 << 20 | 1),
        ": error: the file is larger than 2 MiB [input-too-large]"
      ),
    ] as [(String, [UInt8], String)])
  func `are UTF-8 of at most 2 MiB`(file: String, bytes: [UInt8], words: String) async throws {
    let content = try Content { File(file, bytes: bytes) }
    #expect(try await content.problems() == "Content/\(file)\(words)\n")
  }

  @Test func `keep the order of their files, and names the order of their days`() async throws {
    let lists = try await Content {
      File("themes.yml", "- {id: z, name: Z, aliases: [last]}\n- {id: a, name: A, description: First}\n")
      File(
        "inspectorates.yml",
        """
        - id: x
          name: Now
          names: [{name: Later, from: 2017-07-19}, {name: Earlier, short-name: E, from: 2000-01-01}]

        """)
      File("glossary.yml", "- {term: CIN, expansion: Child in need, definition: d}\n")
    }.archive().lists
    #expect(lists.themes.map(\.id) == ["z", "a"])
    #expect(lists.themes.map(\.aliases) == [["last"], []])
    #expect(lists.inspectorates.first?.names.map(\.name) == ["Earlier", "Later"])
    #expect(lists.glossary.first?.expansion == "Child in need")
  }
}
