import Foundation
import Testing

/// `findings timetable`: the milestones of an inspection.
@Suite struct TimetableTests {
  /// A letter of an inspection over Easter 2024, as its timetable is printed.
  private struct Result: Decodable {
    struct Milestone: Decodable, Equatable {
      struct Skipped: Decodable, Equatable {
        let day: String
        let reason: String
      }

      let milestone: String
      let date: String
      var actual: String?
      var scheduled: String?
      var due: String?
      var basis: String?
      var required: Bool?
      var earliest: String?
      let skipped: [Skipped]
    }

    struct Origin: Decodable, Equatable {
      var guidance: String?
      var edition: Int?
      var programme: String?
      var from: String?
    }

    struct Note: Decodable {
      let note: String
      let text: String
    }

    let document: String
    let timetable: Origin
    let milestones: [Milestone]
    let notes: [Note]

    subscript(name: String) -> Milestone? { milestones.first { $0.milestone == name } }
  }

  private func timetable(
    _ workspace: Workspace, _ id: String = "letters/leeds-2024", at instant: String = "2024-12-01"
  ) throws -> Result {
    let result = try workspace.findings(
      "timetable", id, "--content", "content", "--at", instant, "--format", "json")
    try #require(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode(Result.self, from: result.output)
  }

  private static let milestones = """
    final-letter: {after: fieldwork-end, working-days: 31}
    publication: {after: fieldwork-end, working-days: 34, public: true}
    complaints-close: {after: publication, working-days: 10, public: true}
    """

  /// Writes lists with the programme's timetable, and the bank holidays of 2024.
  private func workspace(_ settings: String = "") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists(settings)
    try workspace.write(
      "content/programmes.yml",
      """
      - id: jtai
        name: Joint targeted area inspection
        timetables:
          - from: 2016-01-13
            milestones:
              publication: {after: fieldwork-end, working-days: 30}
          - from: 2022-10-07
            milestones:
      \(Self.milestones.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
      """)
    let holidays = [
      ("Good Friday", "03-29"), ("Easter Monday", "04-01"), ("Early May bank holiday", "05-06"),
      ("Spring bank holiday", "05-27"), ("Christmas Day", "12-25"),
    ]
    let events = holidays.map { #"{"title": "\#($0.0)", "date": "2024-\#($0.1)"}"# }
    try workspace.write(
      "content/bank-holidays.json",
      #"{"england-and-wales": {"events": [\#(events.joined(separator: ", "))]}}"#)
    return workspace
  }

  private static let front = """
    title: Leeds
    area: leeds
    programme: jtai
    fieldwork: {start: 2024-03-04, end: 2024-03-08}
    """

  private func writeLetter(_ workspace: Workspace, _ lines: String) throws {
    try workspace.writeDocument("letters/leeds-2024.md", Self.front + "\n" + lines)
  }

  // MARK: The archive of the repository

  @Test("The computed dates of all 64 inspections are those of another calendar")
  func allInspections() throws {
    let workspace = try Workspace()
    let letters = try FileManager.default.subpathsOfDirectory(
      atPath: Repository.content.appending(path: "letters").path)
    for letter in letters.filter({ $0.hasSuffix(".md") }).sorted() {
      let slug = URL(filePath: letter).deletingPathExtension().lastPathComponent
      let result = try workspace.findings(
        "timetable", "letters/\(slug)", "--content", Repository.content.path, "--format", "json")
      #expect(result.code == 0, "\(result.errors)")
      try workspace.write("results/\(slug).json", result.output)
    }
    let check = try workspace.python("working_days.py", Repository.content.path, "results")
    #expect(check.code == 0, "\(check.errors)")
    #expect(check.text == "64 letters\n")
  }

  @Test("A letter keeps the timetable of the guidance that it was inspected under")
  func guidanceOfTheRepository() throws {
    let workspace = try Workspace()
    let result = try workspace.findings(
      "timetable", "letters/surrey-2023", "--content", Repository.content.path)
    #expect(
      result.text.contains(
        "  timetable: guidance/jtai-early-help-2022 edition 1, in force from Fri 7 October 2022\n"))
  }

  // MARK: What is shown

  @Test("People read what each date was counted from, and what it stepped over")
  func text() throws {
    let workspace = try workspace()
    try writeLetter(workspace, "release: 2024-05-16")
    let result = try workspace.findings(
      "timetable", "letters/leeds-2024", "--content", "content", "--at", "2024-12-01")
    #expect(result.code == 0)
    #expect(
      result.text == """
        letters/leeds-2024
          fieldwork: Mon 4 March 2024 to Fri 8 March 2024
          timetable: programme jtai, from Fri 7 October 2022

        final-letter: Wed 24 April 2024
          31 working days after fieldwork-end on Fri 8 March 2024
          weekends stepped over: 9–10, 16–17, 23–24, 30–31 March; 6–7, 13–14, 20–21 April 2024
          bank holidays stepped over: Good Friday (Fri 29 March 2024), Easter Monday (Mon 1 April 2024)

        publication (public): Mon 29 April 2024
          in fact Thu 16 May 2024
          34 working days after fieldwork-end on Fri 8 March 2024
          weekends stepped over: 9–10, 16–17, 23–24, 30–31 March; 6–7, 13–14, 20–21, 27–28 April 2024
          bank holidays stepped over: Good Friday (Fri 29 March 2024), Easter Monday (Mon 1 April 2024)

        complaints-close (public): Fri 31 May 2024
          10 working days after publication on Thu 16 May 2024
          weekends stepped over: 18–19, 25–26 May 2024
          bank holidays stepped over: Spring bank holiday (Mon 27 May 2024)

        """)
  }

  @Test("Programs read every day that was stepped over, with the reason")
  func json() throws {
    let workspace = try workspace()
    try writeLetter(workspace, "release: 2024-05-16")
    let result = try timetable(workspace)
    #expect(result.document == "letters/leeds-2024")
    #expect(result.timetable == .init(programme: "jtai", from: "2022-10-07"))
    #expect(result.milestones.map(\.milestone) == ["final-letter", "publication", "complaints-close"])
    let publication = try #require(result["publication"])
    #expect(publication.date == "2024-04-29")
    #expect(publication.actual == "2024-05-16")
    #expect(publication.earliest == nil)
    #expect(publication.skipped.count == 18)
    #expect(publication.skipped.first == .init(day: "2024-03-09", reason: "weekend"))
    #expect(publication.skipped.contains(.init(day: "2024-03-29", reason: "Good Friday")))
    #expect(result.notes.isEmpty)
  }

  @Test("What the letter states of the statement of action is shown, and is what counts")
  func statement() throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "guidance/jtai.md",
      """
      title: Guidance
      release: 2023-01-01
      in-force: 2023-01-01
      timetable:
        final-letter: {after: fieldwork-end, working-days: 31}
        statement-of-action: {after: final-letter, working-days: 70, public: true}
      """)
    let lines = "release: 2024-05-16\nguidance: jtai\n"
    try writeLetter(workspace, lines + "statement: {required: true, due: 2024-07-10, basis: The letter}")
    let milestone = try #require(try timetable(workspace)["statement-of-action"])
    #expect(milestone.date == "2024-08-02")
    #expect((milestone.due, milestone.basis, milestone.required) == ("2024-07-10", "The letter", true))
    let text = try workspace.findings("timetable", "letters/leeds-2024", "--content", "content").text
    #expect(text.contains("  the letter states Wed 10 July 2024 (The letter), which is what counts\n"))
    try writeLetter(workspace, lines + "statement: {required: false}")
    #expect(try timetable(workspace)["statement-of-action"]?.required == false)
    let unwanted = try workspace.findings("timetable", "letters/leeds-2024", "--content", "content").text
    #expect(unwanted.contains("  the letter asks for no statement of action\n"))
  }

  // MARK: What is known of the publication

  @Test("A release counts as publication once the letter is out, and is set before that")
  func releaseToCome() throws {
    let workspace = try workspace()
    try writeLetter(workspace, "release: 2024-05-16 09:30")
    let before = try timetable(workspace, at: "2024-05-16 09:29:59")
    #expect((before["publication"]?.actual, before["publication"]?.scheduled) == (nil, "2024-05-16"))
    #expect(before["complaints-close"]?.date == "2024-05-31")
    let after = try timetable(workspace, at: "2024-05-16 09:30")
    #expect((after["publication"]?.actual, after["publication"]?.scheduled) == ("2024-05-16", nil))
    #expect(after["complaints-close"]?.date == "2024-05-31")
  }

  @Test(
    "A letter that is kept back counts from the planned publication",
    arguments: ["", "release: 2024-05-16\nhold: {reason: A trial}", "release: 2024-05-16\ntheme: x"])
  func keptBack(lines: String) throws {
    let workspace = try workspace()
    try writeLetter(workspace, lines)
    let result = try timetable(workspace)
    #expect((result["publication"]?.actual, result["publication"]?.scheduled) == (nil, nil))
    #expect(result["complaints-close"]?.date == "2024-05-14")
    #expect(result.notes.map(\.note) == (lines.contains("theme") ? ["errors"] : []))
  }

  @Test("The first edition is the publication, and days in any edition count")
  func laterEditions() throws {
    let workspace = try workspace()
    let folder = "letters/leeds-2024"
    try workspace.writeDocument(
      "\(folder)/edition-1.md", Self.front + "\nrelease: 2024-05-16\nmilestones: {final-letter: 2024-05-13}")
    try workspace.writeDocument(
      "\(folder)/edition-2.md", Self.front + "\nrelease: 2024-06-20\nchange: A word")
    let result = try timetable(workspace)
    #expect(result["publication"]?.actual == "2024-05-16")
    #expect(result["final-letter"]?.actual == "2024-05-13")
  }

  // MARK: Moratoria

  @Test("A publication that falls into a moratorium needs the first working day after it")
  func moratorium() throws {
    let workspace = try workspace(
      """
      moratoria:
        - {from: 2024-04-25, to: 2024-05-03, reason: Local elections}
        - {from: 2024-05-07, to: 2024-05-08, reason: Elsewhere, collections: [overviews]}
      """)
    try writeLetter(workspace, "")
    let publication = try #require(try timetable(workspace)["publication"])
    #expect((publication.date, publication.earliest) == ("2024-04-29", "2024-05-07"))
    #expect(
      publication.skipped.suffix(8).map { "\($0.day) \($0.reason)" } == [
        "2024-04-29 Local elections", "2024-04-30 Local elections", "2024-05-01 Local elections",
        "2024-05-02 Local elections", "2024-05-03 Local elections", "2024-05-04 weekend",
        "2024-05-05 weekend", "2024-05-06 Early May bank holiday",
      ])
    let text = try workspace.findings("timetable", "letters/leeds-2024", "--content", "content").text
    #expect(
      text.contains(
        """
        publication (public): Tue 7 May 2024
          34 working days after fieldwork-end on Fri 8 March 2024; the count ends on Mon 29 April 2024, in a \
        moratorium, so this is the first working day after it

        """))
    #expect(
      text.contains("  moratoria stepped over: Local elections (Mon 29 April 2024 to Fri 3 May 2024)\n"))
    try writeLetter(workspace, "moratorium-exempt: A child is at risk")
    #expect(try timetable(workspace)["publication"]?.date == "2024-04-29")
  }

  @Test(
    "A moratorium that begins or ends within a day holds at the archive's time of release",
    arguments: [
      ("from: 2024-04-29 12:00, to: 2024-05-10", "2024-04-29"),
      ("from: 2024-04-29 09:30, to: 2024-05-10", "2024-05-13"),
      ("from: 2024-04-29 09:30, to: 2024-05-10 09:30", "2024-05-13"),
      ("from: 2024-04-29 09:30, to: 2024-05-10 09:00", "2024-05-10"),
    ])
  func partsOfDays(window: String, date: String) throws {
    let workspace = try workspace("moratoria: [{\(window), reason: x}]")
    try writeLetter(workspace, "")
    let publication = try timetable(workspace)["publication"]
    #expect((publication?.earliest ?? publication?.date) == date)
  }

  // MARK: Which timetable

  @Test("The edition of the guidance in force when fieldwork began counts, whatever came later")
  func guidanceChanges() throws {
    let workspace = try workspace()
    for (number, inForce, days) in [(1, "2023-01-01", 20), (2, "2024-03-04", 21), (3, "2024-03-05", 22)] {
      try workspace.writeDocument(
        "guidance/jtai/edition-\(number).md",
        """
        title: Guidance
        release: 202\(number + 2)-01-01
        in-force: \(inForce)
        timetable: {publication: {after: fieldwork-end, working-days: \(days)}}
        \(number > 1 ? "change: The timetable" : "programme: jtai")
        """)
    }
    try writeLetter(workspace, "guidance: jtai")
    let result = try timetable(workspace)
    #expect(result.timetable == .init(guidance: "guidance/jtai", edition: 2))
    #expect(result["publication"]?.date == "2024-04-10")
  }

  @Test("Guidance that was not in force leaves the timetable to the programme, and that is said")
  func guidanceNotInForce() throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "guidance/jtai.md",
      """
      title: Guidance
      release: 2024-06-01
      timetable: {publication: {after: fieldwork-end, working-days: 20}}
      """)
    try writeLetter(workspace, "guidance: jtai")
    let result = try timetable(workspace)
    #expect(result.timetable.programme == "jtai")
    #expect(result.notes.map(\.note) == ["guidance-not-in-force"])
  }

  @Test(
    "Guidance that is not there, or has errors, is named as that whose dates these are not",
    arguments: [
      (
        nil, ["guidance-missing"],
        "there is no guidance/jtai, so these dates are those of the programme and not of the guidance that the "
          + "letter names"
      ),
      (
        "title: Guidance\nrelease: 2024-01-01\ntimetable: {publication: {after: publication, working-days: 20}}",
        ["errors", "guidance-unread"],
        "guidance/jtai has errors, so these dates may not be those of the guidance that the letter names"
      ),
      (
        "title: Guidance\nrelease: 2024-01-01\nin-force: soon",
        ["errors", "guidance-unread"],
        "guidance/jtai has errors, so these dates may not be those of the guidance that the letter names"
      ),
    ] as [(String?, [String], String)])
  func guidanceMissed(front: String?, notes: [String], text: String) throws {
    let workspace = try workspace()
    if let front { try workspace.writeDocument("guidance/jtai.md", front) }
    try writeLetter(workspace, "guidance: jtai")
    let result = try timetable(workspace)
    #expect(result.timetable == .init(programme: "jtai", from: "2022-10-07"))
    #expect(result.notes.map(\.note) == notes)
    #expect(result.notes.last?.text == text)
    let printed = try workspace.findings("timetable", "letters/leeds-2024", "--content", "content")
    #expect(printed.code == 0)
    #expect(
      printed.text.contains(
        "timetable: programme jtai, from Fri 7 October 2022, and not guidance/jtai, which the letter names\n")
    )
    #expect(printed.text.contains("note: \(text) ["))
  }

  // MARK: What is wrong

  @Test("Bank holidays that are missing are told")
  func missingHolidays() throws {
    let workspace = try workspace()
    try writeLetter(workspace, "milestones: {publication: 2024-12-23}")
    let result = try timetable(workspace)
    #expect(result["complaints-close"]?.date == "2025-01-07")
    #expect(result.notes.map(\.note) == ["holidays-missing"])
    let text = try workspace.findings("timetable", "letters/leeds-2024", "--content", "content").text
    #expect(
      text.hasSuffix(
        """

        note: bank-holidays.json has no holidays of 2025, so complaints-close may come too early [holidays-missing]

        """))
  }

  @Test("A day for a milestone that the timetable does not have is told")
  func unknownMilestone() throws {
    let workspace = try workspace()
    try writeLetter(workspace, "milestones: {publicaton: 2024-05-16}")
    let result = try timetable(workspace)
    #expect(
      result.notes.map(\.text) == [
        "the letter gives a day for publicaton, which its timetable does not have"
      ])
    #expect(result["publication"]?.actual == nil)
  }

  @Test(
    "What has no timetable is told, with exit code 1",
    arguments: [
      ("letters/none", "there is no document 'letters/none' in content; did you mean 'letters/bare'?"),
      ("pages/about", "pages/about is no letter; only letters have a timetable"),
      ("letters/bare", "letters/bare gives no fieldwork to count from"),
      (
        "letters/early",
        "neither the guidance nor the programme of letters/early states a timetable for fieldwork that began "
          + "on 2015-12-07"
      ),
    ])
  func noTimetable(id: String, message: String) throws {
    let workspace = try workspace()
    try workspace.writeDocument("pages/about.md", "title: About")
    try workspace.writeDocument("letters/bare.md", "title: Bare\narea: leeds\nprogramme: jtai")
    try workspace.writeDocument(
      "letters/early.md",
      "title: Early\narea: leeds\nprogramme: jtai\nfieldwork: {start: 2015-12-07, end: 2015-12-11}")
    let result = try workspace.findings("timetable", id, "--content", "content")
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors == "findings: \(message)\n")
  }

  @Test(
    "A timetable that cannot be counted is an error of the content",
    arguments: [
      (
        "fieldwork-end: {after: fieldwork-start, working-days: 3}",
        "'fieldwork-end' is no name of a milestone"
      ),
      ("Final Letter: {after: fieldwork-end, working-days: 3}", "'Final Letter' is no name of a milestone"),
      ("final: {after: fieldwork-end, working-days: 1001}", "'working-days' is '1001'"),
      ("final: {after: finale, working-days: 3}", "'finale' is no milestone"),
      ("final: {after: final, working-days: 3}", "the milestone 'final' waits for itself"),
    ])
  func unsoundTimetable(milestone: String, message: String) throws {
    let workspace = try workspace()
    try workspace.writeDocument(
      "guidance/jtai.md", "title: Guidance\nrelease: 2024-01-01\ntimetable:\n  \(milestone)")
    let result = try workspace.findings("check", "--content", "content", "--at", "2024-02-01")
    #expect(result.code == 1)
    #expect(result.text.contains(message))
  }
}
