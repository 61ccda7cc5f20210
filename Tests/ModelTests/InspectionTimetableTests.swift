import Model
import PublishingCalendar
import Testing

@Suite struct `The timetable of an inspection` {
  private func timetable(
    _ dates: InspectionDates = InspectionDates(fieldwork: .leeds), _ rules: Timetable = .october2022,
    moratoria: [MoratoriumDays] = []
  ) throws -> InspectionTimetable {
    try #require(
      InspectionTimetable(rules, dates: dates, workingDays: .of2024, moratoria: moratoria))
  }

  private func lines(_ timetable: InspectionTimetable) -> [String] {
    timetable.milestones.map { "\($0.rule.name) \($0.date) from \($0.event.day) \($0.event.basis)" }
  }

  private func milestone(_ name: String, _ timetable: InspectionTimetable) throws -> InspectionMilestone {
    try #require(timetable.milestones.first { $0.rule.name == name })
  }

  private func statement(due: Day?, received: Day? = nil) -> StatementOfAction {
    var statement = StatementOfAction()
    (statement.due, statement.received) = (due, received)
    return statement
  }

  @Test func `counts from fieldwork, in the order of the timetable`() throws {
    #expect(
      lines(try timetable()) == [
        "notification 2024-02-19 from 2024-03-04 actual",
        "draft-letter 2024-04-02 from 2024-03-08 actual",
        "factual-accuracy 2024-04-15 from 2024-03-08 actual",
        "final-letter 2024-04-24 from 2024-03-08 actual",
        "publication 2024-04-29 from 2024-03-08 actual",
        "statement-of-action 2024-08-02 from 2024-04-24 computed",
        "complaints-open 2024-04-24 from 2024-04-24 computed",
        "complaints-close 2024-05-14 from 2024-04-29 computed",
      ])
  }

  @Test func `counts from the day on which a milestone was reached, where that is known`() throws {
    let dates = InspectionDates(
      fieldwork: .leeds,
      milestones: [
        ActualMilestone(name: "final-letter", day: "2024-05-01"),
        ActualMilestone(name: "final-letter", day: "2024-05-11"),
      ],
      publication: .released("2024-05-16"))
    let timetable = try timetable(dates)
    #expect(
      lines(timetable).suffix(5) == [
        "final-letter 2024-04-24 from 2024-03-08 actual",
        "publication 2024-04-29 from 2024-03-08 actual",
        "statement-of-action 2024-08-19 from 2024-05-11 actual",
        "complaints-open 2024-05-13 from 2024-05-11 actual",  // a Saturday
        "complaints-close 2024-05-31 from 2024-05-16 actual",
      ])
    #expect(try milestone("final-letter", timetable).actual == "2024-05-11")
    #expect(try milestone("publication", timetable).actual == "2024-05-16")
    #expect(try milestone("draft-letter", timetable).actual == nil)
  }

  @Test func `takes the day in the letter before the release of its first edition`() throws {
    let dates = InspectionDates(
      fieldwork: .leeds, milestones: [ActualMilestone(name: "publication", day: "2024-05-16")],
      publication: .released("2027-01-04"))
    let timetable = try timetable(dates)
    #expect(try milestone("publication", timetable).actual == "2024-05-16")
    #expect(try milestone("complaints-close", timetable).date == "2024-05-31")
  }

  @Test func `counts from a release that is still to come, and does not call it actual`() throws {
    let timetable = try timetable(
      InspectionDates(fieldwork: .leeds, publication: .scheduled("2024-05-16")))
    let publication = try milestone("publication", timetable)
    #expect(publication.actual == nil)
    #expect(publication.scheduled == "2024-05-16")
    #expect(publication.date == "2024-04-29")
    #expect(
      try milestone("complaints-close", timetable).event == BasedDay(day: "2024-05-16", basis: .scheduled))
  }

  @Test func `shows what the letter states of the statement of action beside what was computed`() throws {
    let timetable = try timetable(
      InspectionDates(fieldwork: .leeds, statement: statement(due: "2024-07-10")))
    let milestone = try milestone("statement-of-action", timetable)
    #expect(milestone.stated == "2024-07-10")
    #expect(milestone.date == "2024-08-02")
    #expect(milestone.actual == nil)
  }

  @Test func `counts from what the letter states, unless the statement was received`() throws {
    let rules = Timetable(
      milestones: Timetable.october2022.milestones + [
        Timetable.Milestone("response", 10, .after, "statement-of-action")
      ])
    let stated = InspectionDates(fieldwork: .leeds, statement: statement(due: "2024-07-10"))
    #expect(lines(try timetable(stated, rules)).last == "response 2024-07-24 from 2024-07-10 stated")
    let received = InspectionDates(
      fieldwork: .leeds, statement: statement(due: "2024-07-10", received: "2024-07-08"))
    #expect(lines(try timetable(received, rules)).last == "response 2024-07-22 from 2024-07-08 actual")
  }

  @Test func `counts milestones that stand before the one that they count from`() throws {
    let rules = Timetable(milestones: [
      Timetable.Milestone("c", 1, .after, "b"), Timetable.Milestone("b", 1, .after, "a"),
      Timetable.Milestone("a", 1, .before, "fieldwork-end"),
    ])
    #expect(
      lines(try timetable(InspectionDates(fieldwork: .leeds), rules)) == [
        "c 2024-03-11 from 2024-03-08 computed", "b 2024-03-08 from 2024-03-07 computed",
        "a 2024-03-07 from 2024-03-08 actual",
      ])
  }

  @Test(arguments: [
    [Timetable.Milestone("a", 1, .after, "b"), Timetable.Milestone("b", 1, .before, "a")],
    [Timetable.Milestone("a", 1, .after, "a")],
    [Timetable.Milestone("a", 1, .after, "nothing")],
  ])
  func `is none where a milestone counts from nothing`(milestones: [Timetable.Milestone]) {
    #expect(
      InspectionTimetable(
        Timetable(milestones: milestones), dates: InspectionDates(fieldwork: .leeds), workingDays: .of2024,
        moratoria: []) == nil)
  }

  @Test func `names the milestones of the letter that it does not have, each once`() {
    let dates = InspectionDates(
      fieldwork: .leeds,
      milestones: ["x", "publication", "y", "x"].map { ActualMilestone(name: $0, day: "2024-05-01") })
    #expect(InspectionTimetable.unknownMilestones(in: dates, of: .october2022) == ["x", "y"])
  }

  // MARK: Moratoria

  @Test func `steps over a moratorium with the publication, and with nothing else`() throws {
    let moratorium = MoratoriumDays(first: "2024-04-22", last: "2024-05-05", reason: "Pre-election period")
    let timetable = try timetable(moratoria: [moratorium])
    let publication = try milestone("publication", timetable)
    #expect(publication.counted == "2024-04-29")
    #expect(publication.date == "2024-05-07")  // after the weekend, and the bank holiday on 6 May
    #expect(
      publication.skipped.suffix(8).map { "\($0.day) \($0.reason)" } == [
        "2024-04-29 moratorium(\"Pre-election period\")", "2024-04-30 moratorium(\"Pre-election period\")",
        "2024-05-01 moratorium(\"Pre-election period\")", "2024-05-02 moratorium(\"Pre-election period\")",
        "2024-05-03 moratorium(\"Pre-election period\")", "2024-05-04 weekend", "2024-05-05 weekend",
        "2024-05-06 holiday(\"Early May bank holiday\")",
      ])
    #expect(try milestone("final-letter", timetable).date == "2024-04-24")
    #expect(try milestone("complaints-close", timetable).event.day == "2024-05-07")
  }

  @Test func `counts the days of a moratorium that is over`() throws {
    let moratorium = MoratoriumDays(first: "2024-03-25", last: "2024-04-28", reason: "x")
    let publication = try milestone("publication", try timetable(moratoria: [moratorium]))
    #expect(publication.date == "2024-04-29")
    #expect(publication.counted == publication.date)
  }

  @Test func `steps over one moratorium after the other`() throws {
    let moratoria = [
      MoratoriumDays(first: "2024-04-30", last: "2024-04-30", reason: "second"),
      MoratoriumDays(first: "2024-04-29", last: "2024-04-29", reason: "first"),
    ]
    #expect(try milestone("publication", try timetable(moratoria: moratoria)).date == "2024-05-01")
  }

  // MARK: Bank holidays

  @Test func `says of which years it does not know the bank holidays, and carries that on`() throws {
    let fieldwork = Fieldwork(start: "2024-11-11", end: "2024-11-13")
    let rules = Timetable(
      milestones: Timetable.october2022.milestones + [
        Timetable.Milestone("proof", 30, .before, "publication")
      ])
    #expect(
      try timetable(InspectionDates(fieldwork: fieldwork), rules).milestones
        .map { "\($0.rule.name) \($0.yearsWithoutHolidays)" } == [
          "notification []", "draft-letter []", "factual-accuracy []", "final-letter []",
          "publication [2025]", "statement-of-action [2025]", "complaints-open []",
          "complaints-close [2025]", "proof [2025]",
        ])
    let published = InspectionDates(fieldwork: fieldwork, publication: .released("2024-12-12"))
    #expect(try milestone("proof", try timetable(published, rules)).yearsWithoutHolidays == [])
  }
}
