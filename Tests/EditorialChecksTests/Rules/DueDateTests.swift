import Diagnostics
import TestSupport
import Testing

@Suite struct `The rule due-date` {
  /// Guidance that has the statement of action follow the final letter, in few enough days to count by hand.
  private static let guidance = File(
    "guidance/g.md",
    """
    ---
    title: Guidance
    release: 2024-01-01
    programme: jtai
    timetable:
      comments: {after: fieldwork-end, working-days: 5}
      final-letter: {after: fieldwork-end, working-days: 10}
      statement-of-action: {after: final-letter, working-days: 5, public: true}
    ---

    """)

  /// The same timetable as that of the programme.
  private static let programmes = File(
    "programmes.yml",
    """
    - id: jtai
      name: Joint targeted area inspections
      timetables:
        - from: 2024-01-01
          milestones:
            comments: {after: fieldwork-end, working-days: 5}
            final-letter: {after: fieldwork-end, working-days: 10}
            statement-of-action: {after: final-letter, working-days: 5}

    """)

  private func front(_ more: String) -> String {
    // The final letter is computed for 22 March 2024, the statement of action for the 29th.
    "programme: jtai\nfieldwork: {start: 2024-03-04, end: 2024-03-08}\n" + more
  }

  private func expectMarked(
    _ front: String, _ text: String = "", byGuidance: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let guidance = byGuidance ? "\nguidance: g" : ""
    let document = MarkedDocument(front: self.front(front) + guidance, text: text)
    let slips = try await document.found(by: "due-date", files: [Self.programmes, Self.guidance])
    #expect(
      slips.map { "\($0.place.line ?? 0): \($0.message.text), not \($0.expected?.text ?? "")" }.sorted()
        == document.marks.sorted(), sourceLocation: sourceLocation)
  }

  @Test func `compares with the one day of a timetable of guidance`() async throws {
    try await expectMarked("statement: {due: 2024-03-29}", byGuidance: true)
    try await expectMarked(
      "statement: {due: 2024-04-02} ⇐ the statement of action cannot be due on '2 April 2024' by the timetable, not '29 March 2024'",
      byGuidance: true)
  }

  @Test func `counts from the day that the letter records`() async throws {
    let milestones = "milestones: {final-letter: 2024-03-26}\n"
    try await expectMarked(milestones + "statement: {due: 2024-04-02}", byGuidance: true)
    try await expectMarked(
      milestones
        + "statement: {due: 2024-03-29} ⇐ the statement of action cannot be due on '29 March 2024' by the timetable, not '2 April 2024'",
      byGuidance: false)
  }

  @Test(arguments: [("2024-03-22", true), ("2024-04-08", true), ("2024-03-21", false), ("2024-04-09", false)])
  func `knows by a programme only from when to when the letter can have come`(
    due: String, isAccepted: Bool
  ) async throws {
    let document = MarkedDocument(front: front("release: 2024-04-01\nstatement: {due: \(due)}"))
    let slips = try await document.slips(of: "due-date", files: [Self.programmes])
    #expect(slips.isEmpty == isAccepted)
  }

  @Test func `reads the day in the text, and compares it with the front matter`() async throws {
    let sentence = "The chair should send the written statement of action to a@b.gov.uk by"
    try await expectMarked(
      "statement: {required: true}",
      "\(sentence)\n2 April 2024. ⇐ the statement of action cannot be due on '2 April 2024' by the timetable, not '29 March 2024'",
      byGuidance: true)
    try await expectMarked(
      "statement: {due: 2024-03-29}",
      "\(sentence) 28 March 2024. ⇐ 'statement.due' is '29 March 2024', the text says '28 March 2024', not the same day in both",
      byGuidance: true)
    try await expectMarked(
      "statement: {due: 2024-03-29}",
      "\(sentence) 5pm on Thursday, 28 March 2024. ⇐ 'statement.due' is '29 March 2024', the text says '28 March 2024', not the same day in both",
      byGuidance: true)
    try await expectMarked(
      "statement: {due: 2024-03-29}", "\(sentence) noon on Friday 29 March 2024.", byGuidance: true)
    try await expectMarked(
      "statement: {due: 2024-03-29}", "\(sentence) 29 March 2024. By 1 May 2024 all is done.",
      byGuidance: true)
  }

  @Test func `says nothing where nothing can be counted`() async throws {
    let slips = try await MarkedDocument(front: "statement: {due: 2024-06-03}").slips(of: "due-date")
    #expect(slips.isEmpty)
  }
}
