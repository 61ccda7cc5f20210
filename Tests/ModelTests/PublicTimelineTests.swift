import Model
import PublishingCalendar
import Testing

@Suite struct `The timeline that readers see` {
  private func timeline(_ dates: InspectionDates, _ timetable: Timetable = .october2022) -> [String] {
    PublicTimeline(timetable, dates: dates, workingDays: .of2024).entries
      .map { "\($0.milestone) \($0.day.day) \($0.day.basis)" }
  }

  private func published(
    _ milestones: [ActualMilestone] = [], _ change: (inout StatementOfAction) -> Void = { _ in }
  ) -> InspectionDates {
    var statement = StatementOfAction()
    change(&statement)
    return InspectionDates(
      fieldwork: .leeds, milestones: milestones, publication: .released("2024-05-16"), statement: statement)
  }

  @Test func `has what happened and what follows from it, never what was planned`() {
    #expect(
      timeline(published()) == ["publication 2024-05-16 actual", "complaints-close 2024-05-31 computed"])
  }

  @Test func `has the statement of action as the letter states it, or as it was received`() {
    #expect(
      timeline(published { $0.due = "2024-05-20" }) == [
        "publication 2024-05-16 actual", "statement-of-action 2024-05-20 stated",
        "complaints-close 2024-05-31 computed",
      ])
    #expect(
      timeline(
        published {
          $0.due = "2024-05-20"
          $0.received = "2024-06-03"
        }) == [
          "publication 2024-05-16 actual", "complaints-close 2024-05-31 computed",
          "statement-of-action 2024-06-03 actual",
        ])
  }

  @Test func `tells nothing of the milestones for the staff`() {
    let letter = [ActualMilestone(name: "final-letter", day: "2024-05-13")]
    let rules = Timetable(
      milestones: Timetable.october2022.milestones + [
        Timetable.Milestone("answers", 5, .after, "final-letter", isPublic: true)
      ])
    #expect(timeline(published(letter), rules) == timeline(published()))
  }

  @Test func `is the same where the milestones for the staff are left out`() {
    #expect(timeline(published(), Timetable.october2022.forReaders) == timeline(published()))
  }

  @Test func `has nothing of a release that is still to come`() {
    let rules = Timetable(milestones: Timetable.october2022.milestones.filter { $0.name != "publication" })
    let dates = InspectionDates(fieldwork: .leeds, publication: .scheduled("2024-05-16"))
    #expect(timeline(dates, rules) == [])
    #expect(timeline(dates) == [])
  }

  @Test func `keeps the order of the timetable on one day`() {
    let rules = Timetable(milestones: [
      Timetable.Milestone("b", 1, .after, "fieldwork-end", isPublic: true),
      Timetable.Milestone("a", 1, .after, "fieldwork-end", isPublic: true),
      Timetable.Milestone("c", 1, .before, "fieldwork-start", isPublic: true),
    ])
    #expect(
      timeline(published(), rules) == [
        "c 2024-03-01 computed", "b 2024-03-11 computed", "a 2024-03-11 computed",
      ])
  }
}
