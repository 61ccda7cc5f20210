import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The schedule` {
  /// A row: the front matter of the editions of a document, and each change after 1 March 2024 as
  /// `INSTANT ID`.
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let editions: [String]
    let settings: String
    let changes: [String]

    init(_ editions: [String], of document: String = "letters/a", settings: String = "", _ changes: String...)
    {
      self.document = document
      self.editions = editions
      self.settings = settings
      self.changes = changes
    }

    var testDescription: String { editions.joined(separator: " / ") }

    func content() throws -> Content {
      let content = try Content { Settings(settings) }
      for (index, frontMatter) in editions.enumerated() {
        try content.write(Document("\(document)/edition-\(index + 1).md", frontMatter))
      }
      return content
    }
  }

  private static let start: Instant = "2024-03-01"

  private static func lines(_ moments: [ScheduledMoment]) -> [String] {
    moments.flatMap { moment in moment.changes.map { "\(moment.instant.rfc3339) \($0.id)" } }
  }

  private static let consultation = "consultations/c"
  private static let cleared = "hold: {reason: x, cleared: {by: A, at: 2024-04-01 12:00}}"

  @Test(arguments: [
    // Releases, and corrections that take the place of what was there.
    Row(["release: 2024-03-12"], "2024-03-12T09:30:00Z release/letters/a/1"),
    Row(["release: 2024-03-12T09:30:00.250Z"], "2024-03-12T09:30:00.250Z release/letters/a/1"),
    Row(["release: 2024-03-01"]),
    Row(
      ["release: 2024-03-12", "release: 2024-04-12"], "2024-03-12T09:30:00Z release/letters/a/1",
      "2024-04-12T08:30:00Z release/letters/a/2"),
    Row(["release: 2024-01-12", "release: 2024-04-12"], "2024-04-12T08:30:00Z release/letters/a/2"),
    // What waits for somebody is no part of it; what waits for a moment is, with all that waits for it.
    Row([""]),
    Row(["release: 2024-03-12\nhold: {reason: x}"]),
    Row(["release: 2024-03-12\nthemes: [x]"]),
    Row(["release: 2024-03-12\nhold: {reason: x}", "release: 2024-04-12"]),
    Row(["release: 2024-03-12\n\(cleared)"], "2024-04-01T11:00:00Z release/letters/a/1"),
    Row(
      ["release: 2024-03-12\n\(cleared)", "release: 2024-03-13"], "2024-04-01T11:00:00Z release/letters/a/1",
      "2024-04-01T11:00:00Z release/letters/a/2"),
    Row(["release: 2024-03-12"], settings: "moratoria: [{from: 2024-03-12, to: 2024-03-12, reason: x}]"),
    // Withdrawals, of what is public then.
    Row(
      ["release: 2024-01-12\nwithdrawn: {at: 2024-03-20, reason: x}"],
      "2024-03-20T09:30:00Z withdrawal/letters/a/1"),
    Row(
      ["release: 2024-01-12\nwithdrawn: {at: 2024-03-20, reason: x}", "release: 2024-02-12"],
      "2024-03-20T09:30:00Z withdrawal/letters/a/1"),
    Row(
      ["release: 2024-03-12\nwithdrawn: {at: 2024-03-20, reason: x}\n\(cleared)"],
      "2024-04-01T11:00:00Z release/letters/a/1", "2024-04-01T11:00:00Z withdrawal/letters/a/1"),
    Row(["release: 2024-03-12\nwithdrawn: {at: 2024-03-20, reason: x}\nhold: {reason: x}"]),
    // A removal works at once: what is to come are tombstones and the notice.
    Row(
      ["release: 2024-01-12\nremoved: {at: 2024-03-20, reason: x}"],
      "2024-03-20T09:30:00Z removal-notice/letters/a"),
    Row(["release: 2024-01-12\nremoved: {at: 2024-02-20, reason: x}"]),
    Row(
      ["release: 2024-01-12\nremoved: {at: 2024-02-20, reason: x}", "release: 2024-04-12"],
      "2024-04-12T08:30:00Z tombstone/letters/a/2"),
    Row(
      ["release: 2024-04-12\nremoved: {at: 2024-03-20, reason: x}"],
      "2024-04-12T08:30:00Z tombstone/letters/a/1"),
    Row(["release: 2024-03-12\nhold: {reason: x}\nremoved: {at: 2024-03-20, reason: x}"]),
    // Consultations open and close while they are public.
    Row(
      ["release: 2024-01-12\nopens: 2024-03-20\ncloses: 2024-03-31"], of: consultation,
      "2024-03-20T00:00:00Z opening/consultations/c", "2024-03-31T23:00:00Z closing/consultations/c"),
    Row(
      ["release: 2024-03-25\nopens: 2024-03-20\ncloses: 2024-04-20 17:00"], of: consultation,
      "2024-03-25T09:30:00Z release/consultations/c/1", "2024-04-20T16:00:00Z closing/consultations/c"),
    Row(
      ["release: 2024-03-20 00:00\nopens: 2024-03-20"], of: consultation,
      "2024-03-20T00:00:00Z release/consultations/c/1", "2024-03-20T00:00:00Z opening/consultations/c"),
    Row(
      ["release: 2024-01-12\ncloses: 2024-03-20", "release: 2024-02-12\ncloses: 2024-03-20"],
      of: consultation,
      "2024-03-21T00:00:00Z closing/consultations/c"),
    Row(["closes: 2024-03-20"], of: consultation),
    // An edition that is superseded says no more whether it is open; of one that is withdrawn the data do.
    Row(["release: 2024-01-12\ncloses: 2024-03-20", "release: 2024-02-12"], of: consultation),
    Row(
      ["release: 2024-01-12\ncloses: 2024-03-20\nwithdrawn: {at: 2024-02-20, reason: x}"], of: consultation,
      "2024-03-21T00:00:00Z closing/consultations/c"),
  ])
  func `names each moment of a document, and what changes then`(row: Row) async throws {
    let archive = try await row.content().archive()
    #expect(Self.lines(archive.schedule(after: Self.start)) == row.changes)
  }

  @Test func `puts what waits for agreement at the last of them`() async throws {
    let agreed = ["ofsted, at: 2024-03-20", "cqc, at: 2024-03-25 12:00"]
      .map { "- {inspectorate: \($0), digest: DIGEST}" }.joined(separator: "\n")
    let content = try await letter(
      ["release: 2024-03-12\ninspectorates: [ofsted, cqc]\nagreed:\n\(agreed)"],
      settings: "agreement: {collections: [letters], from: 2024-01-01}")
    let moments = try await content.archive().schedule(after: Self.start)
    #expect(Self.lines(moments) == ["2024-03-25T12:00:00Z release/letters/a/1"])
  }

  @Test func `says of an edition what it takes the place of`() async throws {
    let row = Row(["release: 2024-03-12", "release: 2024-04-12"])
    let changes = try await row.content().archive().schedule(after: Self.start).flatMap(\.changes)
    #expect(
      changes.map(\.description) == [
        "release of letters/a edition 1",
        "release of letters/a edition 2, which takes the place of edition 1",
      ])
    #expect(changes.map(\.kind) == ["release", "correction"])
  }

  @Test func `has no tombstone and no notice of a document that has no address of its own`() async throws {
    let archive = try await Content {
      Document("letters/a.md", "release: 2024-01-11")
      Document("letters/2/a.md", "release: 2024-01-12\nremoved: {at: 2024-03-20, reason: x}")
      Document("letters/3/a.md", "release: 2024-04-12\nremoved: {at: 2024-02-20, reason: x}")
    }.archive()
    #expect(Self.lines(archive.schedule(after: Self.start)) == [])
  }

  @Test func `has the names of inspectorates from the midnight of their day on`() async throws {
    let content = try Content {
      File(
        "inspectorates.yml",
        """
        - {id: ofsted, name: Ofsted, names: [{name: Old, from: 2000-01-01}, {name: New, from: 2024-04-01}]}
        - {id: cqc, name: CQC, names: [{name: Care, from: 2024-04-01}, {name: Health, from: 2025-01-01}]}
        """)
    }
    let moments = try await content.archive().schedule(after: Self.start)
    #expect(
      Self.lines(moments) == [
        "2024-03-31T23:00:00Z name/ofsted/2", "2024-03-31T23:00:00Z name/cqc/1",
        "2025-01-01T00:00:00Z name/cqc/2",
      ])
  }

  @Test(arguments: [
    ("release: 2024-01-12\nprogramme: jtai\nfieldwork: {start: 2024-04-08, end: 2024-04-12}", ["jtai/2"]),
    ("release: 2024-01-12\nprogramme: jtai\nfieldwork: {start: 2024-03-04, end: 2024-03-08}", []),
    ("release: 2024-01-12\nprogramme: jtai", []),
    ("release: 2024-01-12\nguidance: g\nfieldwork: {start: 2024-04-08, end: 2024-04-12}", ["jtai/2"]),
    ("programme: jtai\nfieldwork: {start: 2024-04-08, end: 2024-04-12}", []),
  ])
  func `has a timetable of a programme only where a public letter shows it`(
    letter: String, timetables: [String]
  ) async throws {
    let content = try Content {
      File(
        "programmes.yml",
        """
        - id: jtai
          name: Joint targeted area inspection
          timetables:
            - {from: 2016-01-01, milestones: {close: {after: fieldwork-end, working-days: 9, public: true}}}
            - {from: 2024-04-01, milestones: {close: {after: fieldwork-end, working-days: 5, public: true}}}
            - {from: 2024-04-02, milestones: {close: {after: fieldwork-end, working-days: 5, public: true}}}
        """)
      Document("guidance/g.md", "release: 2020-01-01\nprogramme: jtai")
      Document("letters/a.md", letter)
    }
    let moments = try await content.archive().schedule(after: Self.start)
    #expect(Self.lines(moments) == timetables.map { "2024-03-31T23:00:00Z timetable/\($0)" })
  }

  @Test func `puts what comes at one moment together, in the order of ids`() async throws {
    let content = try Content {
      Document("letters/b.md", "release: 2024-03-12")
      Document("letters/a.md", "release: 2024-03-12")
      Document("guidance/g.md", "release: 2024-03-12")
      Document("letters/c.md", "release: 2024-03-11")
    }
    let archive = try await content.archive()
    let moments = archive.schedule(after: Self.start)
    #expect(
      moments.map { $0.changes.map(\.id) } == [
        ["release/letters/c/1"], ["release/guidance/g/1", "release/letters/a/1", "release/letters/b/1"],
      ])
    #expect(archive.nextChange(after: Self.start) == moments.first)
    #expect(archive.nextChange(after: "2024-03-11") == moments.last)
    #expect(archive.nextChange(after: "2024-03-12") == nil)
    #expect(archive.nextChange(after: "2024-03-12T09:29:59.999Z") == moments.last)
  }

  @Test func `passes over moments at which nothing changes to the next that changes something`() async throws
  {
    let content = try Content {
      Document("letters/a.md", "release: 2024-03-12\nhold: {reason: x}")
      Document("letters/b.md", "release: 2024-03-13")
    }
    #expect(try await content.archive().nextChange(after: Self.start)?.instant == "2024-03-13")
  }
}
