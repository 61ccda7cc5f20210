import Diagnostics
import Markdown
import Model
import Testing

@Suite struct `The findings of a letter` {
  private static let lists: Lists = {
    var lists = Lists()
    var police = Agency(id: "police", name: "Police")
    police.aliases = ["constabulary", "police officer", "PCC"]
    var health = Agency(id: "health", name: "Health services")
    health.aliases = ["mental health service", "midwife", "midwives", "GP", "charity"]
    lists.agencies = [police, health]
    var programme = Programme(id: "jtai", name: "Joint inspection")
    programme.headings[.improvement] = ["What must change"]
    lists.programmes = [programme]
    return lists
  }()

  private func read(
    _ markdown: String, criteria: Set<String> = [], programme: String? = nil
  ) throws -> FindingReading.Result {
    let edition = edition(markdown) { $0.letter { $0.programme = programme } }
    let text = try EditionText(edition, settings: settings)
    return FindingReading(Self.lists).findings(
      of: edition, blocks: text.markdown.blocks(), criteria: criteria)
  }

  private func outline(_ markdown: String) throws -> [String] {
    try read(markdown).findings.map { "\($0.id) \($0.kind.rawValue): \($0.text)" }
  }

  @Test func `are its list items and paragraphs, each with the items below it`() throws {
    let findings = try read(
      """
      Opening words.

      ## Strengths

      A paragraph
      on two lines.

      - One point

        with a second paragraph

        - and *one* thing
          1. in it
        - and another
      - Two

      ## Next steps

      Words.
      """
    ).findings
    #expect(
      findings.map(\.text) == ["A paragraph on two lines.", "One point\nwith a second paragraph", "Two"])
    #expect(findings[1].items == ["and one thing", "in it", "and another"])
    #expect(
      findings[1].wholeText == "One point\nwith a second paragraph\n– and one thing\n– in it\n– and another")
    #expect(findings.map(\.id) == ["finding-1", "finding-2", "finding-3"])
    #expect(findings.map(\.number) == [1, 2, 3])
    #expect(findings.map(\.line) == [9, 12, 19])
    #expect(findings.allSatisfy { $0.kind == .strength && $0.heading == "Strengths" && $0.strand == nil })
  }

  @Test(arguments: [
    ("Key Strengths", FindingKind.strength), ("STRENGTHS:", .strength),
    ("Areas for improvement", .improvement),
    ("What needs to improve?", .improvement), ("Area for priority action", .priorityAction),
    ("Area(s) for priority action(s)", .priorityAction), ("Areas for Priority Actions", .priorityAction),
    ("Headline findings", .headline), ("Main findings", .main), ("Context", .context),
    ("Case study: highly effective practice", .practiceEffective),
    ("Practice Study: Highly effective practice", .practiceEffective),
    ("Practice study: areas of highly effective practice", .practiceEffective),
    ("Case study: Effective practice", .practiceEffective),
    ("Practice  study: area(s) for improvement", .practiceImprovement),
    ("Case study: Area for improvement", .practiceImprovement),
    ("Practice study – areas for improvement", .practiceImprovement),
  ])
  func `have the kind of their heading, whatever its letter case, plural and signs`(
    heading: String, kind: FindingKind
  ) throws {
    #expect(try read("## \(heading)\n\nWords.\n").findings.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "Next steps", "Strengths and areas for improvement", "Case study", "Practice", "Contexts of use",
  ])
  func `are none below a heading that names no kind`(heading: String) throws {
    #expect(try read("## \(heading)\n\nWords.\n").findings.isEmpty)
  }

  @Test func `have the kinds that a programme names in its own way`() throws {
    #expect(
      try read("## What must change\n\nWords.\n", programme: "jtai").findings.map(\.kind) == [.improvement])
    #expect(try read("## What must change\n\nWords.\n").findings.isEmpty)
  }

  @Test func `keep the lower heading as their strand, unless it names a kind`() throws {
    let findings = try read(
      """
      ## Areas for improvement

      - One

      ### The front door

      - Two

      #### Health

      - Three

      ### Practice  study: area(s) for improvement

      Four

      Five

      ### Leadership

      Six
      """
    ).findings
    #expect(findings.map(\.strand) == [nil, "The front door", "Health", nil])
    #expect(findings.map(\.kind) == [.improvement, .improvement, .improvement, .practiceImprovement])
    #expect(findings.last?.text == "Four\nFive")
  }

  @Test func `leave out a line that leads in a list, and keep it with the items`() throws {
    let findings = try read(
      """
      ## Areas for priority action

      The constabulary should take urgent action on:

      - response times
      - the sharing of news with midwives
      - something else {agencies="health"}

      No list follows this:

      A paragraph.
      """
    ).findings
    #expect(
      findings.map(\.lead) == Array(repeating: "The constabulary should take urgent action on:", count: 3) + [
        nil, nil,
      ])
    #expect(findings.map(\.agencies) == [["police"], ["police", "health"], ["health"], [], []])
    #expect(findings.map(\.agencyBasis) == [.lead, .lead, .attribute, nil, nil])
  }

  @Test func `are one for a study, with its parts, and one for each title below the heading`() throws {
    #expect(
      try outline(
        """
        ## Case study: effective practice

        One

        - a
        - b

        Two

        ### A part of it

        Three

        ## Practice study: areas for improvement

        ### First

        One

        Two

        ### Second

        Three
        """) == [
          "finding-1 practice-effective: One\na\nb\nTwo\nThree", "finding-2 practice-improvement: One\nTwo",
          "finding-3 practice-improvement: Three",
        ])
  }

  @Test(arguments: [
    "There are no areas for priority action.", "None.", "None identified", "- None", "N/A", "Not applicable.",
    "Inspectors did not identify any areas for priority action.", "No priority actions were identified.",
  ])
  func `are none in a section that only says so`(text: String) throws {
    #expect(try read("## Areas for priority action\n\n\(text)\n").findings.isEmpty)
  }

  @Test(arguments: [
    "There are no effective systems to find children who are missing.",
    "None of the partners knew how many children were at risk in the year before the inspection.",
    "Leaders did not identify any of these children.", "No one acted.",
  ])
  func `are there where only something is lacking`(text: String) throws {
    #expect(try read("## Areas for priority action\n\n\(text)\n").findings.count == 1)
  }

  @Test func `have the anchors that authors chose, and else their place`() throws {
    #expect(
      try read("## Strengths\n\n- a\n- b {#mine}\n- c\n- d {#finding-5}\n- e\n- f\n").findings.map(\.id)
        == ["finding-1", "mine", "finding-3", "finding-5", "finding-7", "finding-6"])
  }

  @Test func `have what authors say of them, the nearest first`() throws {
    let result = try read(
      """
      ## Strengths {agencies="health"}

      - Police officers act.
      - They act. {agencies="police" criteria="EC3 EC9" kind="improvement"}
      """, criteria: ["EC3"])
    #expect(result.findings.map(\.agencies) == [["health"], ["police"]])
    #expect(result.findings.map(\.kind) == [.strength, .improvement])
    #expect(result.findings.map(\.criteria) == [[], ["EC3", "EC9"]])
    #expect(result.diagnostics.map(\.rule) == ["criterion-unknown"])
  }

  @Test func `are held to the lists`() throws {
    let result = try read(
      "## Strengths\n\n- a {agencies=\"polise\"}\n- b {criteria=\"3\"}\n- c {kind=\"strenth\"}\n\n## Key strenghts\n\nx\n"
    )
    #expect(
      String(decoding: DiagnosticFormat.text.report(result.diagnostics), as: UTF8.self) == """
        a.md:7: error: 'polise' is not in agencies.yml [unknown-id]
          expected: an id of agencies.yml
          did you mean 'police'?
        a.md:8: error: '3' is no evaluation criterion [criterion]
          expected: names such as EC3
        a.md:9: error: 'strenth' is no kind of finding [finding-kind]
          expected: one of headline, priority-action, improvement, strength, main, context, practice-effective, practice-improvement
          did you mean 'strength'?
        a.md:11: warning: the heading 'Key strenghts' names no kind of finding [finding-heading]
          did you mean 'Key strengths'?

        """)
  }

  @Test(arguments: [
    ("Police act.", ["police"]), ("The Constabulary’s officers", ["police"]), ("CONSTABULARY", ["police"]),
    ("constabularies", ["police"]), ("police officers and the midwife", ["police", "health"]),
    ("the PCC and two PCCs", ["police"]), ("the pcc", []), ("GPs", ["health"]), ("gps", []),
    ("mental health", []), ("Mental health services", ["health"]), ("policeman", []),
    ("charities", ["health"]),
    ("police-led", ["police"]), ("", []), ("Pólice", []),
  ])
  func `name agencies by whole words, and by their plurals`(text: String, agencies: [String]) {
    #expect(AgencyRecognition(Self.lists.agencies).agencies(in: text) == agencies)
  }

  @Test func `name criteria of their guidance`() throws {
    let findings = try read(
      "## Strengths\n\n- As EC3, EC12 and EC3 say (EC99).\n- ec3 xEC3 EC03\n", criteria: ["EC3", "EC12"]
    ).findings
    #expect(findings.map(\.criteria) == [["EC3", "EC12"], []])
    #expect(findings.map(\.criteriaBasis) == [.text, nil])
  }

  @Test func `are only in letters`() throws {
    let edition = edition("## Strengths\n\n- a\n") { $0.facts = .none }
    let text = try EditionText(edition, settings: settings)
    let result = FindingReading(Self.lists).findings(
      of: edition, blocks: text.markdown.blocks(), criteria: [])
    #expect(result.findings.isEmpty)
  }
}
