import Testing

@Suite struct `The rule working-day` {
  @Test func `finds dates of the front matter at weekends and on bank holidays`() async throws {
    try await expectMarked(
      "working-day",
      front: """
        release: 2024-03-16 ⇐ 'release' is '2024-03-16', a Saturday
        dated: 2024-05-06 ⇐ 'dated' is '2024-05-06', a bank holiday, 'Early May bank holiday'
        statement:
          due: 2024-06-02 ⇐ 'statement.due' is '2024-06-02', a Sunday
          received: 2024-06-03
        milestones:
          final-letter: 2024-03-09 ⇐ the milestone 'final-letter' is '2024-03-09', a Saturday
        """)
    try await expectMarked(
      "working-day", in: "consultations/a.md",
      front: """
        opens: 2024-01-06 ⇐ 'opens' is '2024-01-06', a Saturday
        closes: 2024-02-05
        """)
  }

  @Test func `finds a deadline and a day of publication in the text`() async throws {
    try await expectMarked(
      "working-day",
      """
      The chair should send the written statement of action to ProtectionOfChildren@ofsted.gov.uk by
      18 August 2018. It informs later visits. ⇐ the deadline '18 August 2018' is a Saturday

      The letter was published on 26 December 2024. ⇐ the day of a publication, '26 December 2024', is a bank holiday, 'Boxing Day'

      It must arrive no later than 17 August 2018; the plan, dated 17 August 2018, is public.
      """)
  }

  @Test(arguments: [
    "by Saturday 13 April 2024", "by 5pm on 13 April 2024", "by 5.30 p.m. on Saturday, 13 April 2024",
    "by noon on the 13th of April 2024", "no later than 17:00 on Sat 13 April 2024",
    "by the end of Saturday, 13 April 2024", "by 1700 hours on 13 April 2024",
  ])
  func `finds a deadline behind a weekday and a time`(words: String) async throws {
    let slips = try await MarkedDocument(text: "They should send it \(words).").slips(of: "working-day")
    #expect(slips.count == 1)
    #expect(slips.allSatisfy { $0.hasSuffix("April 2024' is a Saturday") })
  }

  @Test func `finds a day of publication behind its weekday`() async throws {
    try await expectMarked(
      "working-day",
      """
      It was published on Saturday 13 January 2024. ⇐ the day of a publication, '13 January 2024', is a Saturday
      The letter, dated Friday, 12 January 2024, was published. On 13 January 2024 it was read.
      It was published at 9.30am on Saturday, 13 January 2024. ⇐ the day of a publication, '13 January 2024', is a Saturday
      """)
  }

  @Test(arguments: [
    "They should act by Friday. On Saturday 13 April 2024 they met.",
    "They should send 12 of them by 15 April 2024.",
    "They should grow by 12 to 40 per cent on 13 April 2024.", "They must act by Easter, 13 April 2024.",
  ])
  func `takes no other date for a deadline`(text: String) async throws {
    try await expectMarked("working-day", text)
  }

  @Test func `leaves days alone on which things happened`() async throws {
    try await expectMarked(
      "working-day",
      front: "statement: {due: 2024-06-03}",
      """
      By 31 March 2019 most children had a plan, and by 18 August 2018 all. A child went missing on Saturday 18
      August 2018. Leaders should look at this. By 18 August 2018 none had. The year to 31 March 2019.
      """)
  }

  @Test func `reports a day that the front matter has once`() async throws {
    try await expectMarked(
      "working-day",
      front: "statement: {due: 2018-08-18} ⇐ 'statement.due' is '2018-08-18', a Saturday",
      "They should send it by 18 August 2018.")
  }
}
