import Archive
import EditorialChecks
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The settings` {
  private func problems(_ lines: String) async throws -> String {
    try await Content { Settings(lines) }.problems()
  }

  @Test func `are read`() async throws {
    let archive = try await Content {
      File(
        "archive.yml",
        """
        title: Joint inspection findings
        address: https://findings.example.org/
        time-zone: Europe/Dublin
        release-time: "07:15"
        language: cy
        licence: {name: Open Government Licence v3.0, url: https://www.nationalarchives.gov.uk/x/}
        agreement: {collections: [letters, overviews], from: 2026-01-01}
        moratoria:
          - {from: 2024-05-25, to: 2024-07-04, reason: Pre-election period, areas: [leeds], collections: [letters]}
        checks: {graded-judgement: off, drafting-residue: error}
        downloads: {sqlite: true}
        """)
    }.archive()
    let (settings, rules) = (archive.settings, archive.rules)
    #expect(settings.title == "Joint inspection findings")
    #expect(settings.address == "https://findings.example.org")
    #expect(settings.absolute(.home.folder("letters")) == "https://findings.example.org/letters/")
    #expect(settings.zone.identifier == "Europe/Dublin")
    #expect(settings.releaseTime.description == "07:15:00")
    #expect(settings.language == "cy")
    #expect(settings.licence?.name == "Open Government Licence v3.0")
    #expect(settings.hasSQLite)
    #expect(rules.agreement?.collections == [.letters, .overviews])
    #expect(rules.agreement?.from == "2026-01-01T00:00:00Z")
    #expect(rules.moratoria.map(\.from) == ["2024-05-25 00:00"])
    #expect(rules.moratoria.map(\.to) == ["2024-07-04T23:59:59.999+01:00"])
    #expect(rules.moratoria.map(\.areas) == [["leeds"]])
    #expect(rules.moratoria.map(\.collections) == [[.letters]])
    #expect(rules.checks == ["graded-judgement": .off, "drafting-residue": .error])
    #expect(archive.diagnostics.isEmpty)
  }

  @Test func `may be few`() async throws {
    let archive = try await Content {
      File("archive.yml", "title: x\naddress: http://localhost:8080")
    }.archive()
    #expect(archive.diagnostics.isEmpty)
    #expect(archive.settings.address == "http://localhost:8080")
    #expect(archive.settings.zone.identifier == "Europe/London")
    #expect(archive.settings.releaseTime == .midnight)
    #expect(archive.settings.language == "en-GB")
    #expect(archive.settings.licence == nil)
    #expect(!archive.settings.hasSQLite)
    #expect(archive.rules.agreement == nil)
    #expect(archive.rules.moratoria.isEmpty)
  }

  @Test(
    arguments: [
      (
        "lisence: {}", "unknown key 'lisence' [unknown-key]",
        "one of address, agreement, checks, downloads, language, licence, moratoria, release-time, time-zone, title",
        "licence"
      ),
      ("downloads: {sqlit: true}", "unknown key 'sqlit' [unknown-key]", "one of sqlite", "sqlite"),
      ("downloads: {sqlite: ja}", "'sqlite' is 'ja' [wrong-value]", "true or false", nil),
      ("licence: {url: https://x.example}", "the key 'name' is missing [missing-key]", "'name: …'", nil),
      ("checks: {weekday: oof}", "'weekday' is 'oof' [wrong-value]", "one of on, off, error", "off"),
      (
        "checks: {graded-judgment: off}", "'graded-judgment' is no editorial rule [unknown-id]",
        "one of \(EditorialRule.all.map(\.name).sorted().joined(separator: ", "))", "graded-judgement"
      ),
      (
        "agreement: {collections: [leters], from: 2026-01-01}", "'leters' is no collection [unknown-id]",
        "one of letters, overviews, guidance, follow-ups, announcements, consultations, pages", "letters"
      ),
      (
        "agreement: {collections: letters, from: 2026-01-01}", "'collections' is text [wrong-type]",
        "a list of texts", nil
      ),
      (
        "moratoria: [{from: 2024-07-04, to: 2024-05-25, reason: x}]",
        "the moratorium ends before it begins [wrong-value]", "'to' after 'from'", nil
      ),
      (
        "moratoria: [{from: 2024-07-04, to: 2024-07-05, reason: x, areas: [leds]}]",
        "'leds' is not in areas.yml [unknown-id]", "an id of areas.yml", "leeds"
      ),
      (
        "moratoria: [{from: 2024-07-04, to: 2024-07-05, reason: x, until: y}]",
        "unknown key 'until' [unknown-key]", "one of areas, collections, from, reason, to", nil
      ),
      (
        "moratoria: [{from: 2024-03-31 01:30, to: 2024-07-05, reason: x}]",
        "'from' '2024-03-31 01:30' does not exist in Europe/London: the clocks go forward [wrong-value]",
        "another time, or a time with an offset", nil
      ),
      ("language: x", "'language' is 'x' [wrong-value]", "a language tag such as en-GB or cy", nil),
    ] as [(String, String, String, String?)])
  func `say what is wrong with them`(
    lines: String, message: String, expected: String, suggestion: String?
  ) async throws {
    let hint = suggestion.map { "  did you mean '\($0)'?\n" } ?? ""
    #expect(
      try await problems(lines) == """
        Content/archive.yml:5: error: \(message)
          expected: \(expected)
        \(hint)
        """)
  }

  @Test(arguments: [
    "agreement: {collections: [letters]}", "moratoria: [{from: 2024-05-25, reason: x}]",
    "moratoria: [{to: 2024-05-25, reason: x}]", "moratoria: [{from: 2024-05-25, to: 2024-05-26}]",
  ])
  func `cannot leave out what a rule needs`(lines: String) async throws {
    #expect(try await problems(lines).contains("[missing-key]"))
  }

  @Test(arguments: [
    "www.example.org", "https://x.example/findings/", "ftp://x.example/", "https://", "https:///x",
    "https://x.example/?a", "https://x.example//", "https://x exam.ple/", "https://\u{202E}x.example/",
  ])
  func `have the address of a whole site`(address: String) async throws {
    let content = try Content { File("archive.yml", "title: x\naddress: \"\(address)\"\n") }
    #expect(
      try await content.problems() == """
        Content/archive.yml:2: error: 'address' is '\(address.split(separator: "\u{202E}").joined(separator: "\\u{202E}"))' \
        [wrong-value]
          expected: an address without a path, such as https://findings.example.org/

        """)
  }

  @Test func `need a title and an address, and are reported all at once`() async throws {
    let content = try Content {
      File("archive.yml", "time-zone: Europe/Lodnon\nrelease-time: 9am\n")
    }
    #expect(
      try await content.problems() == """
        Content/archive.yml:1: error: the key 'address' is missing [missing-key]
          expected: 'address: …'
        Content/archive.yml:1: error: the key 'title' is missing [missing-key]
          expected: 'title: …'
        Content/archive.yml:1: error: 'time-zone' is 'Europe/Lodnon' [wrong-value]
          expected: a zone such as Europe/London
        Content/archive.yml:2: error: 'release-time' is '9am' [wrong-value]
          expected: a time such as "09:30"

        """)
  }
}
