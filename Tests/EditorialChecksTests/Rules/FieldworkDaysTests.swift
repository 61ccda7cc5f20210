import Testing

@Suite struct `The rule fieldwork-days` {
  @Test(arguments: [
    // One week, two weeks, and weeks with bank holidays at their ends.
    "{start: 2024-03-04, end: 2024-03-08}", "{start: 2024-03-04, end: 2024-03-15}",
    "{start: 2024-05-07, end: 2024-05-10}", "{start: 2024-12-23, end: 2024-12-27}",
  ])
  func `is content with Monday to Friday, bank holidays stepped over`(fieldwork: String) async throws {
    try await expectMarked("fieldwork-days", front: "fieldwork: \(fieldwork)")
  }

  @Test func `finds other days`() async throws {
    try await expectMarked(
      "fieldwork-days",
      front: """
        fieldwork:
          start: 2024-03-05 ⇐ fieldwork starts on '2024-03-05', a Tuesday
          end: 2024-03-09 ⇐ fieldwork ends on '2024-03-09', a Saturday
        """)
    try await expectMarked(
      "fieldwork-days",
      front: """
        fieldwork:
          start: 2024-03-03 ⇐ fieldwork starts on '2024-03-03', a Sunday
          end: 2024-03-07 ⇐ fieldwork ends on '2024-03-07', a Thursday
        """)
  }

  @Test func `is allowed by a paragraph that says why`() async throws {
    try await expectMarked(
      "fieldwork-days", front: "fieldwork: {start: 2024-03-04, end: 2024-03-09}",
      "Fieldwork ended on a Saturday, since snow closed the roads. {allow=fieldwork-days}")
  }
}
