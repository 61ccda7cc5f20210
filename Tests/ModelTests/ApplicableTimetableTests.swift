import Model
import PublishingCalendar
import Testing

@Suite struct `The timetable that applies` {
  private static let guidance = DocumentID(.guidance, "jtai")

  /// A timetable that can be told from others by its number of working days.
  private static func timetable(_ days: Int) -> Timetable {
    Timetable(milestones: [Timetable.Milestone("publication", days, .after, "fieldwork-end")])
  }

  private static let editions = [
    GuidanceInForce(edition: EditionID(guidance, 1), from: "2022-10-07", timetable: timetable(34)),
    GuidanceInForce(edition: EditionID(guidance, 2), from: "2022-10-07", timetable: timetable(35)),
    GuidanceInForce(edition: EditionID(guidance, 3), from: "2024-01-01", timetable: timetable(40)),
    GuidanceInForce(edition: EditionID(guidance, 4), from: "2025-01-01", timetable: nil),
  ]

  private static var programme: Programme {
    var programme = Programme(id: "jtai", name: "x")
    programme.timetables = [
      DatedTimetable(from: "2016-01-13", timetable: timetable(30)),
      DatedTimetable(from: "2021-06-01", timetable: timetable(31)),
    ]
    return programme
  }

  @Test(
    arguments: [
      ("2022-10-06", nil), ("2022-10-07", 2), ("2023-12-31", 2), ("2024-01-01", 3), ("2024-12-31", 3),
      ("2025-06-01", 4),
    ] as [(Day, Int?)])
  func `is that of the edition in force when fieldwork began`(start: Day, number: Int?) {
    #expect(GuidanceInForce.edition(of: Self.editions, on: start)?.edition.number == number)
    #expect(GuidanceInForce.edition(of: Self.editions.reversed(), on: start)?.edition.number == number)
  }

  @Test(
    arguments: [
      ("2022-10-07", .guidance(EditionID(guidance, 2), inForce: "2022-10-07"), 35),
      ("2024-01-01", .guidance(EditionID(guidance, 3), inForce: "2024-01-01"), 40),
      ("2022-10-06", .programme("jtai", from: "2021-06-01"), 31),  // before the guidance
      ("2025-01-01", .programme("jtai", from: "2021-06-01"), 31),  // the edition states none
      ("2021-06-01", .programme("jtai", from: "2021-06-01"), 31),
      ("2021-05-31", .programme("jtai", from: "2016-01-13"), 30),
    ] as [(Day, ApplicableTimetable.Origin, Int)])
  func `is that of the guidance, else the latest of the programme that had begun`(
    start: Day, origin: ApplicableTimetable.Origin, days: Int
  ) throws {
    let applicable = try #require(
      ApplicableTimetable(
        fieldworkStart: start, guidance: GuidanceInForce.edition(of: Self.editions, on: start),
        programme: Self.programme))
    #expect(applicable.origin == origin)
    #expect(applicable.timetable == Self.timetable(days))
  }

  @Test func `is none where nothing had begun`() {
    #expect(
      ApplicableTimetable(fieldworkStart: "2016-01-12", guidance: nil, programme: Self.programme) == nil)
    #expect(ApplicableTimetable(fieldworkStart: "2016-01-13", guidance: nil, programme: nil) == nil)
  }
}
