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
    ("Area for priority action: police", FindingKind.priorityAction),
    ("Priority action for the NHS trust", .priorityAction),
    ("Urgent priority actions required", .priorityAction), ("Priority action 1", .priorityAction),
    ("Area for priority action – health", .priorityAction), ("Areas for improvement - police", .improvement),
    ("Areas for improvement (police)", .improvement), ("Areas for improvement identified", .improvement),
    ("Key strengths: the areas of work", .strength), ("What needs to improve: police", .improvement),
    ("Case study: highly effective practice – early help", .practiceEffective),
    ("What must change: police", .improvement),
  ])
  func `have the kind with whose spelling their heading begins, and keep its words`(
    heading: String, kind: FindingKind
  ) throws {
    let result = try read("## \(heading)\n\nWords.\n", programme: "jtai")
    #expect(result.findings.map(\.kind) == [kind])
    #expect(result.findings.map(\.heading) == [heading])
    #expect(result.diagnostics.isEmpty)
    #expect(result.doubtfulKinds.isEmpty)
  }

  @Test(
    arguments: [
      ("Urgent action", [FindingKind.priorityAction]), ("Actions of priority", [.priorityAction]),
      ("Strengths and areas for improvement", [.strength, .improvement]),
      ("Strengths: areas for improvement", [.strength, .improvement]), ("Strength-based work", [.strength]),
      ("What children need to improve", [.improvement]), ("Key findings", [.main]),
      ("Case study", [.practiceEffective, .practiceImprovement]), ("Local context", [.context]),
      ("Areas for prority action", [.priorityAction]),
    ] as [(String, Set<FindingKind>)])
  func `may be meant below a heading that only speaks of a kind`(
    heading: String, kinds: Set<FindingKind>
  ) throws {
    let result = try read("## \(heading)\n\nWords.\n")
    #expect(result.findings.isEmpty)
    #expect(result.diagnostics.map(\.rule) == ["finding-heading"])
    #expect(result.doubtfulKinds == kinds)
    let allowed = try read("## \(heading) {allow=finding-heading}\n\nWords.\n")
    #expect(allowed.diagnostics.isEmpty)
    #expect(allowed.doubtfulKinds.isEmpty)
  }

  @Test func `may be meant by a lower heading that speaks of a priority action`() throws {
    let result = try read(
      "## Areas for improvement\n\n### Action as a priority\n\n- a\n\n### Strength in numbers\n\n- b\n")
    #expect(result.findings.map(\.kind) == [.improvement, .improvement])
    #expect(result.diagnostics.map(\.place.line) == [7])
    #expect(result.doubtfulKinds == [.priorityAction])
    #expect(
      try read("## Areas for priority action\n\n### Action, with priority\n\n- a\n").diagnostics.isEmpty)
  }

  @Test(arguments: ["Next steps", "No areas for priority action", "Improvement plans", "Practice", "Action"])
  func `are none below a heading that has nothing to do with them`(heading: String) throws {
    let result = try read("## \(heading)\n\nWords.\n")
    #expect(result.findings.isEmpty)
    #expect(result.diagnostics.isEmpty)
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
    "The letter identifies no area for priority action.", "There are no areas of priority action in Leeds.",
    "No area for priority action is identified in the letter.", "We found no urgent priority actions.",
    "None were identified at this inspection", "There is no priority action.",
    "There are none.", "Inspectors identified none.",
    "During this joint targeted area inspection no further areas for priority action were found.",
  ])
  func `are none in a section that only says so`(text: String) throws {
    let result = try read("## Areas for priority action\n\n\(text)\n")
    #expect(result.findings.isEmpty)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Areas for improvement", "No areas for improvement were identified."),
    ("Strengths", "There are no strengths."), ("Headline findings", "There are no headline findings."),
    ("Case study: effective practice", "There are no examples of effective practice."),
  ])
  func `are none where what is denied is what the heading announces`(heading: String, text: String) throws {
    #expect(try read("## \(heading)\n\n\(text)\n").findings.isEmpty)
  }

  @Test func `may follow the words that there are none, which is told`() throws {
    let result = try read(
      "## Areas for priority action\n\nThere are no areas for priority action. Leaders know why.\n")
    #expect(result.findings.count == 1)
    #expect(result.diagnostics.map(\.rule) == ["finding-none"])
    let two = try read("## Priority actions\n\nThere are no priority actions.\n\nPolice must act.\n")
    #expect(two.findings.count == 2)
  }

  @Test(arguments: [
    "There are no effective systems to find children who are missing.",
    "None of the partners knew how many children were at risk in the year before the inspection.",
    "Leaders did not identify any of these children.", "No one acted.",
    "Leaders have no plan of action for children who go missing.",
    "There is no priority action plan for children who go missing.",
    "There are no priority actions in the plans of the partnership.", "There are no areas for improvement.",
    "The priority action that was agreed has not begun.", "Inspectors identified areas for priority action.",
    "None of the children was seen.", "Leaders identified no priority actions.",
  ])
  func `are there where only something is lacking`(text: String) throws {
    #expect(try read("## Areas for priority action\n\n\(text)\n").findings.count == 1)
  }

  @Test func `are no items without words, and no headings without findings`() throws {
    let result = try read(
      "## Strengths\n\n- One\n-\n-\n  - Two\n\n## Areas for priority action\n\n## Main findings\n\n### Context\n\nx\n"
    )
    #expect(result.findings.map(\.wholeText) == ["One", "\n– Two", "x"])
    #expect(
      result.diagnostics.map { "\($0.place.line ?? 0): \($0.message.text)" } == [
        "8: this list item has no words, and is no finding",
        "12: nothing stands below the heading 'Areas for priority action'",
      ])
    #expect(result.doubtfulKinds == [.strength, .priorityAction])
  }

  @Test func `are no quotations, tables and code, which is told`() throws {
    let blocks = "> A quotation.\n\n| a | b |\n| - | - |\n| c | d |\n\n    code\n\n> **Note:** ours.\n"
    let result = try read("## Strengths\n\n- One\n\n" + blocks + "\n## Next steps\n\n" + blocks)
    #expect(result.findings.count == 1)
    #expect(
      result.diagnostics.map { "\($0.place.line ?? 0): \($0.message.text)" } == [
        "9: this quotation is no finding, and part of none", "11: this table is no finding, and part of none",
        "15: this code is no finding, and part of none",
      ])
    #expect(result.diagnostics.allSatisfy { $0.rule == "finding-unread" && $0.severity == .warning })
    #expect(try read("## Strengths {allow=finding-unread}\n\n- One\n\n" + blocks).diagnostics.isEmpty)
    #expect(try read("## Strengths\n\n- One\n\n> Words {allow=finding-unread}\n").diagnostics.isEmpty)
    let study = try read("## Case study: effective practice\n\nOne\n\n" + blocks)
    #expect(study.findings.count == 1)
    #expect(study.diagnostics.map(\.place.line) == [11, 15])
  }

  @Test func `are not below a heading whose attribute names no kind, which is an error`() throws {
    let result = try read("## Police {kind=strenth}\n\n- a\n")
    #expect(result.diagnostics.map(\.rule) == ["finding-kind"])
    #expect(result.diagnostics.map(\.suggestion) == ["strength"])
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
