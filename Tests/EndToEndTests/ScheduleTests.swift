import Foundation
import Testing

/// `findings schedule`: what will change, for people, programs and calendars.
@Suite struct ScheduleTests {
  private static let at = "2027-03-01T09:00:00Z"

  /// An archive with a change of nearly every kind to come, and an edition that waits.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists("moratoria: [{from: 2027-03-22, to: 2027-05-06, reason: x}]")
    try workspace.write(
      "content/inspectorates.yml",
      "- {id: ofsted, name: Ofsted}\n- {id: cqc, name: CQC, names: [{name: Care, from: 2027-04-01}]}\n")
    try workspace.writeDocument(
      "letters/leeds/edition-1.md", "title: Leeds, then York\nrelease: 2026-01-10")
    try workspace.writeDocument(
      "letters/leeds/edition-2.md",
      "title: Leeds\nrelease: 2027-03-12\nchange: x\nwithdrawn: {at: 2027-04-02 15:00, reason: x}")
    try workspace.writeDocument(
      "letters/poole.md", "title: Secret\nrelease: 2026-01-10\nremoved: {at: 2027-03-12, reason: x}")
    try workspace.writeDocument(
      "consultations/plans.md", "title: Plans\nrelease: 2026-01-10\nopens: 2027-03-10\ncloses: 2027-03-28")
    try workspace.writeDocument(
      "letters/york.md", "title: York\nrelease: 2027-02-01\nhold: {reason: x, review: 2027-02-20}")
    return workspace
  }

  private func schedule(_ workspace: Workspace, _ arguments: String...) throws -> CommandResult {
    let result = try workspace.findings(["schedule", "--content", "content", "--at", Self.at] + arguments)
    try #require(result.code == 0, "\(result.errors)")
    return result
  }

  @Test("Every moment is listed with what changes, and then what waits")
  func text() throws {
    #expect(
      try schedule(try workspace()).text == """
        2027-03-10T00:00:00+00:00, Wed 10 March 2027
          opening of the consultation consultations/plans edition 1: Plans

        2027-03-12T09:30:00+00:00, Fri 12 March 2027
          release of letters/leeds edition 2, which takes the place of edition 1: Leeds
          notice of the removal of letters/poole

        2027-03-29T00:00:00+01:00, Mon 29 March 2027
          closing of the consultation consultations/plans edition 1: Plans

        2027-04-01T00:00:00+01:00, Thu 1 April 2027
          name of cqc: Care

        2027-04-02T15:00:00+01:00, Fri 2 April 2027
          withdrawal of letters/leeds edition 2: Leeds

        not public:
          letters/leeds edition 2: embargoed: its release is on 2027-03-12T09:30:00+00:00
          letters/york edition 1: held: it is held until somebody clears it; its review was due on 2027-02-20; \
        it missed its release on 2027-02-01T09:30:00+00:00; a new release can be on 2027-03-01 at the earliest, \
        if that is no bank holiday

        """)
  }

  @Test("A title can do nothing to a terminal")
  func hostileTitle() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/leeds.md", "title: \"A\\e[2Jb\"\nrelease: 2027-03-12")
    let text = try schedule(workspace).text
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  // MARK: JSON

  private struct Change: Decodable, Equatable {
    let id: String
    let kind: String
    var document: String?
    var edition: Int?
    var title: String?
    var replaces: Int?
    var inspectorate: String?
    var name: String?
  }

  private struct Result: Decodable {
    struct Moment: Decodable {
      let instant: String
      let changes: [Change]
    }

    let instant: String
    let moments: [Moment]
    let waiting: [Waiting]
  }

  private struct Waiting: Decodable, Equatable {
    struct Awaited: Decodable, Equatable {
      let `for`: String
      var at: String?
    }

    struct Missed: Decodable, Equatable {
      let date: String
      var at: String?
      var day: String?
    }

    enum CodingKeys: String, CodingKey {
      case document, title, missed, earliest
      case waitsFor = "waits-for"
    }

    let document: String
    var title: String?
    let waitsFor: [Awaited]
    let missed: [Missed]
    var earliest: String?
  }

  @Test("Programs get the same, with what makes a change the same in every schedule")
  func json() throws {
    let output = try schedule(try workspace(), "--format", "json").output
    let result = try JSONDecoder().decode(Result.self, from: output)
    #expect(result.instant == Self.at)
    #expect(
      result.moments.map(\.instant) == [
        "2027-03-10T00:00:00Z", "2027-03-12T09:30:00Z", "2027-03-28T23:00:00Z", "2027-03-31T23:00:00Z",
        "2027-04-02T14:00:00Z",
      ])
    #expect(
      result.moments.flatMap(\.changes) == [
        Change(
          id: "opening/consultations/plans", kind: "opening", document: "consultations/plans", edition: 1,
          title: "Plans"),
        Change(
          id: "release/letters/leeds/2", kind: "correction", document: "letters/leeds", edition: 2,
          title: "Leeds", replaces: 1),
        Change(id: "removal-notice/letters/poole", kind: "removal-notice", document: "letters/poole"),
        Change(
          id: "closing/consultations/plans", kind: "closing", document: "consultations/plans", edition: 1,
          title: "Plans"),
        Change(id: "name/cqc/1", kind: "name", inspectorate: "cqc", name: "Care"),
        Change(
          id: "withdrawal/letters/leeds/2", kind: "withdrawal", document: "letters/leeds", edition: 2,
          title: "Leeds"),
      ])
    #expect(
      result.waiting == [
        Waiting(
          document: "letters/leeds", title: "Leeds",
          waitsFor: [.init(for: "release", at: "2027-03-12T09:30:00Z")], missed: []),
        Waiting(
          document: "letters/york", title: "York", waitsFor: [.init(for: "clearance")],
          missed: [
            .init(date: "release", at: "2027-02-01T09:30:00Z"), .init(date: "review", day: "2027-02-20"),
          ],
          earliest: "2027-03-01"),
      ])
  }

  @Test("The status of an edition says the same of its waiting")
  func status() throws {
    struct Status: Decodable {
      let editions: [Waiting]
    }
    let workspace = try workspace()
    let result = try workspace.findings(
      "status", "letters/york", "--content", "content", "--at", Self.at, "--format", "json")
    #expect(
      try JSONDecoder().decode(Status.self, from: result.output).editions == [
        Waiting(
          document: "letters/york", waitsFor: [.init(for: "clearance")],
          missed: [
            .init(date: "release", at: "2027-02-01T09:30:00Z"), .init(date: "review", day: "2027-02-20"),
          ],
          earliest: "2027-03-01")
      ])
    let shown = try workspace.findings(
      "status", "letters/poole", "--content", "content", "--at", Self.at, "--format", "json")
    #expect(shown.code == 0)
    #expect(!["waits-for", "missed", "earliest"].contains(where: shown.text.contains))
  }

  // MARK: iCalendar

  private struct Event: Decodable, Equatable {
    let type: String
    let uid: String
    let stamp: String
    let start: String
    let summary: String
    let description: String
    let url: String
    let `class`: String
    let transparency: String
  }

  private func events(_ workspace: Workspace, at instant: String = at) throws -> [Event] {
    let result = try workspace.findings(
      "schedule", "--content", "content", "--at", instant, "--format", "ics")
    try #require(result.code == 0, "\(result.errors)")
    let script = Repository.support.appending(path: "read_calendar.py").path
    let read = try workspace.run(["python3", script], input: result.output)
    try #require(read.code == 0, "\(read.errors)\n\(result.text)")
    return try JSONDecoder().decode([Event].self, from: read.output)
  }

  @Test("A calendar gets an event for each change, that takes no time and is confidential")
  func calendar() throws {
    let events = try events(try workspace())
    #expect(
      events.map { "\($0.start) \($0.summary)" } == [
        "2027-03-10T00:00:00+00:00 Opening: Plans", "2027-03-12T09:30:00+00:00 Correction: Leeds",
        "2027-03-12T09:30:00+00:00 Notice of the removal of letters/poole",
        "2027-03-28T23:00:00+00:00 Closing: Plans", "2027-03-31T23:00:00+00:00 Name of cqc: Care",
        "2027-04-02T14:00:00+00:00 Withdrawal: Leeds",
      ])
    #expect(
      events[1].description
        == "release of letters/leeds edition 2, which takes the place of edition 1, on 2027-03-12T09:30:00+00:00"
    )
    #expect(events[1].url == "https://findings.example.org/letters/leeds/")
    #expect(Set(events.map(\.stamp)) == ["2027-03-01T09:00:00+00:00"])
    #expect(Set(events.map(\.class)) == ["CONFIDENTIAL"])
    #expect(Set(events.map(\.transparency)) == ["TRANSPARENT"])
  }

  @Test("A change keeps its identity when its date, its title and the day of printing move")
  func identity() throws {
    let workspace = try workspace()
    let before = try events(workspace)
    try workspace.write(
      "content/letters/leeds/edition-2.md", "---\ntitle: Another\nrelease: 2027-03-19\nchange: x\n---\n\nx\n")
    let moved = try events(workspace, at: "2027-03-11")
    let release = try #require(moved.first { $0.summary == "Correction: Another" })
    #expect(release.start == "2027-03-19T09:30:00+00:00")
    #expect(release.uid == before[1].uid)
    #expect(Set(moved.map(\.uid)).isSubset(of: before.map(\.uid)))
    // The same archive at another address is another one.
    let settings = try workspace.read("content/archive.yml")
    try workspace.write("content/archive.yml", settings.replacing("findings.example", with: "other.example"))
    #expect(Set(try events(workspace).map(\.uid)).isDisjoint(with: before.map(\.uid)))
  }

  @Test(
    "What titles hold arrives as it was written",
    arguments: [
      "A, b; c: d \\n \"e\"", "BEGIN:VEVENT",
      String(repeating: "Ŵyl Dŵr – 👍 ", count: 12).trimmingCharacters(in: .whitespaces),
    ])
  func titles(title: String) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "letters/leeds.md", "title: '\(title)'\nrelease: 2027-03-12T09:30:00.250Z")
    let events = try events(workspace)
    #expect(events.map(\.summary) == ["Release: \(title)"])
    #expect(events.map(\.start) == ["2027-03-12T09:30:00+00:00"])
  }

  @Test("A calendar in which nothing will change says so")
  func emptyCalendar() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    let events = try events(workspace)
    #expect(events.map(\.type) == ["VJOURNAL"])
    #expect(events.map(\.summary) == ["Nothing will change"])
    #expect(try schedule(workspace).text == "nothing will change\n")
  }
}
