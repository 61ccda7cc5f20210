import Foundation
import Testing

/// `findings check` warns before a careless letter goes out, each slip at its line; rules can be switched for an
/// archive and allowed in place.
@Suite struct EditorialCheckTests {
  /// A letter with every slip: the rules that should find one stand after the arrow of its line.
  private static let letter = """
    ---
    title: Joint targeted area inspection of Leeds
    release: 2024-03-16 ⇐ working-day
    inspectorates: [ofsted, hmicfrs]
    area: leeds
    programme: jtai
    fieldwork:
      start: 2024-01-16 ⇐ fieldwork-days
      end: 2024-01-19
    addressees:
      - The Chief Constable of West Yorkshire Police
      - Anne Smith, Executive Director, Leeds Clinical ⇐ addressee-cut-off
    statement:
      due: 2025-02-03 ⇐ due-date
    ---

    HMIC came on Monday 16 January 2024. ⇐ inspectorate-name weekday

    ## A story

    Sarah, aged 12, was born on 3 May 2011 (943 476 5919). ⇐ named-child date-of-birth nhs-number
    Her mother is on 07700 900123,
    or jane.smith@example.org. ⇐ personal-email

    ## Findings

    - Services were judged inadequate. ⇐ graded-judgement
    - In ENTER LA NAME, plans for the young are TBC. ⇐ drafting-residue drafting-residue
    - See the [plan](plan.pdf). ⇐ attachment-properties
    """.replacing("900123,", with: "900123, ⇐ telephone-number")

  private func workspace(_ settings: String = "", letter: String = Self.letter) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists(settings)
    try workspace.write(
      "content/inspectorates.yml",
      """
      - {id: ofsted, name: Ofsted}
      - id: hmicfrs
        name: HMICFRS
        names: [{name: HMIC, from: 1900-01-01}, {name: HMICFRS, from: 2017-07-19}]

      """)
    try workspace.write(
      "content/areas.yml",
      "- {id: leeds, name: Leeds, urn: \"80538\"}\n- {id: york, name: York, urn: \"80538\"}\n")
    try workspace.write(
      "content/programmes.yml",
      """
      - id: jtai
        name: Joint targeted area inspections
        timetables:
          - from: 2016-01-01
            milestones:
              final-letter: {after: fieldwork-end, working-days: 31}
              statement-of-action: {after: final-letter, working-days: 70}

      """)
    try workspace.write(
      "content/bank-holidays.json",
      """
      {"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "New Year’s Day", "date": "2024-01-01", "notes": "", "bunting": true}]}}
      """)
    let lines = letter.split(separator: "\n", omittingEmptySubsequences: false)
    let plain = lines.map { $0.split(separator: " ⇐ ", omittingEmptySubsequences: false)[0] }
    try workspace.write("content/letters/leeds-2024/edition-1.md", plain.joined(separator: "\n") + "\n")
    try workspace.write(
      "content/letters/leeds-2024/plan.pdf", "%PDF-1.7\n1 0 obj << /Author (Jane Smith) >>\n")
    return workspace
  }

  /// The report of `check`: `LINE rule` for each diagnostic of that severity, and the exit code.
  private func check(_ workspace: Workspace, _ severity: String = "warning") throws -> (
    found: [String], code: Int
  ) {
    let result = try workspace.findings(
      "check", "--content", "content", "--at", "2024-04-02", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    let diagnostics = try #require(report?["diagnostics"] as? [[String: Any]])
    let found = diagnostics.filter { $0["severity"] as? String == severity }.map { diagnostic in
      let name = (diagnostic["file"] as? String ?? "").split(separator: "/").last ?? ""
      return "\(name):\(diagnostic["line"] as? Int ?? 0) \(diagnostic["rule"] as? String ?? "")"
    }
    return (found.sorted(), result.code)
  }

  private static let lists = ["areas.yml:2 area-code", "bank-holidays.json:0 missing-holidays"]

  /// What the arrows of the letter say.
  private static let marked = letter.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    .flatMap { index, line in
      line.split(separator: " ⇐ ").dropFirst().flatMap { $0.split(separator: " ") }
        .map { "edition-1.md:\(index + 1) \($0)" }
    }

  @Test("A letter with every slip gets every warning at its line")
  func everySlip() throws {
    let (found, code) = try check(workspace())
    #expect(found == (Self.marked + Self.lists).sorted())
    #expect(code == 0)
  }

  @Test("What tells of a person is not repeated, and nothing is quoted before the release")
  func secrecy() throws {
    let workspace = try workspace()
    let later = try workspace.findings("check", "--content", "content", "--at", "2024-04-02").text
    for secret in ["Sarah", "aged 12", "2011", "943", "07700", "jane.smith", "Jane"] {
      #expect(!later.contains(secret), "\(secret)")
    }
    let earlier = try workspace.findings("check", "--content", "content", "--at", "2024-02-01").text
    for secret in [
      "2024-03-16", "Clinical", "HMIC", "16 January", "3 February", "ENTER", "plan.pdf", "80538",
    ] {
      #expect(!earlier.contains(secret), "\(secret)")
    }
    #expect(earlier.split(separator: "warning:").count == later.split(separator: "warning:").count)
  }

  @Test("A rule that is off finds nothing")
  func off() throws {
    let rules = Set((Self.marked + Self.lists).compactMap { $0.split(separator: " ").last }).sorted()
    let off = rules.map { "  \($0): off" }.joined(separator: "\n")
    let (found, code) = try check(workspace("checks:\n\(off)"))
    #expect(found.isEmpty)
    #expect(code == 0)
  }

  @Test("A rule that is an error stops the check, and the build once the letter is due")
  func error() throws {
    let workspace = try workspace("checks: {nhs-number: error}")
    let (errors, code) = try check(workspace, "error")
    #expect(errors == ["edition-1.md:21 nhs-number"])
    #expect(code == 1)
    #expect(try check(workspace).found.count == Self.marked.count + Self.lists.count - 1)
    for (instant, isWritten) in [("2024-03-16T09:29:59Z", true), ("2024-03-16T09:30:00Z", false)] {
      let build = try workspace.findings(
        "build", "--content", "content", "--site", Repository.site.path, "--at", instant, "--output",
        "public-\(isWritten)")
      #expect(build.errors.contains("[nhs-number]"))
      #expect(build.code == (isWritten ? 0 : 1))
      #expect(workspace.exists("public-\(isWritten)") == isWritten)
    }
  }

  @Test("An unknown rule in archive.yml is an error with the name that was meant")
  func unknownRule() throws {
    let workspace = try workspace("checks:\n  graded-judgment: off")
    let result = try workspace.findings("check", "--content", "content", "--at", "2024-04-02")
    #expect(result.code == 1)
    #expect(
      result.text.contains(
        "content/archive.yml:7: error: 'graded-judgment' is no editorial rule [unknown-id]"))
    #expect(result.text.contains("did you mean 'graded-judgement'?"))
  }

  @Test("What is allowed in place is not reported, there and nowhere else")
  func allowed() throws {
    let letter = Self.letter
      .replacing("## A story", with: "## A story {allow=\"named-child nhs-number\"}")
      .replacing("inadequate.", with: "inadequate. {allow=graded-judgement}")
      .replacing("2024. ⇐", with: "2024. {allow=\"fieldwork-days weekdy\"} ⇐")
    let (found, _) = try check(workspace(letter: letter))
    let allowed = ["named-child", "nhs-number", "graded-judgement", "fieldwork-days"]
    let left = (Self.marked + Self.lists).filter { mark in !allowed.contains { mark.hasSuffix(" " + $0) } }
    #expect(found == (left + ["edition-1.md:17 allow-unknown"]).sorted())
  }
}
