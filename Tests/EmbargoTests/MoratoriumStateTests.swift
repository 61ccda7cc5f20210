import Embargo
import TestSupport
import Testing

@Suite struct `An edition released in a moratorium` {
  private static func moratorium(_ more: String = "") -> String {
    "moratoria: [{from: 2024-05-03, to: 2024-05-04, reason: An election\(more)}]"
  }

  private static let reason =
    "its release falls into a moratorium until 2024-05-04"

  @Test(arguments: [
    StateCase("release: 2024-05-03", settings: moratorium(), at: "2024-05-03", .moratorium, reason),
    StateCase("release: 2024-05-03", settings: moratorium(), at: "2024-01-01", .moratorium, reason),
    StateCase("release: 2024-05-03", settings: moratorium(), at: "2030-01-01", .moratorium, reason),
    // The edges: from the beginning of the first day to the end of the last.
    StateCase(
      "release: 2024-05-02 23:59:59", settings: moratorium(), at: "2024-05-03", .published,
      "released on 2024-05-02T23:59:59+01:00"),
    StateCase("release: 2024-05-03 00:00", settings: moratorium(), at: "2024-05-03", .moratorium, reason),
    StateCase("release: 2024-05-04 23:59:59", settings: moratorium(), at: "2024-05-05", .moratorium, reason),
    StateCase(
      "release: 2024-05-04T23:59:59.999+01:00", settings: moratorium(), at: "2024-05-05", .moratorium, reason),
    StateCase(
      "release: 2024-05-05 00:00", settings: moratorium(), at: "2024-05-05", .published,
      "released on 2024-05-05T00:00:00+01:00"),
    // Areas and collections: none named means all.
    StateCase(
      "release: 2024-05-03\narea: leeds", settings: moratorium(", areas: [leeds]"), at: "2024-05-03",
      .moratorium, reason),
    StateCase(
      "release: 2024-05-03\narea: [oxfordshire, leeds]", settings: moratorium(", areas: [leeds]"),
      at: "2024-05-03", .moratorium, reason),
    StateCase(
      "release: 2024-05-03\narea: oxfordshire", settings: moratorium(", areas: [leeds]"), at: "2024-05-03",
      .published, "released on 2024-05-03T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-03", settings: moratorium(", areas: [leeds]"), at: "2024-05-03", .published,
      "released on 2024-05-03T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-03", settings: moratorium(", collections: [letters]"), at: "2024-05-03", .moratorium,
      reason),
    StateCase(
      "release: 2024-05-03", settings: moratorium(", collections: [overviews, guidance]"), at: "2024-05-03",
      .published, "released on 2024-05-03T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-03\narea: leeds", settings: moratorium(", areas: [leeds], collections: [overviews]"),
      at: "2024-05-03", .published, "released on 2024-05-03T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-03", settings: moratorium(", areas: [], collections: []"), at: "2024-05-03",
      .moratorium, reason),
    // Exempt.
    StateCase(
      "release: 2024-05-03\nmoratorium-exempt: A child's safety", settings: moratorium(), at: "2024-05-03",
      .published, "released on 2024-05-03T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-03\nmoratorium-exempt: A child's safety", settings: moratorium(), at: "2024-05-02",
      .embargoed, "its release is on 2024-05-03T09:30:00+01:00", changes: "2024-05-03"),
    StateCase(
      "release: 2024-05-03\nmoratorium-exempt:", settings: moratorium(), at: "2024-05-03", .invalid,
      "it has errors; findings check lists them"),
    // What was released before stays, and can be withdrawn and removed within.
    StateCase(
      "release: 2024-05-01", settings: moratorium(), at: "2024-05-03", .published,
      "released on 2024-05-01T09:30:00+01:00"),
    StateCase(
      "release: 2024-05-01\nwithdrawn: {at: 2024-05-03 12:00, reason: x}", settings: moratorium(),
      at: "2024-05-03 12:00", .withdrawn, "withdrawn on 2024-05-03T12:00:00+01:00"),
    StateCase(
      "release: 2024-05-01\nremoved: {at: 2024-05-03 12:00, reason: x}", settings: moratorium(),
      at: "2024-05-03 12:00", .removed, "its text was removed"),
    // A new release afterwards.
    StateCase(
      "release: 2024-05-07", settings: moratorium(), at: "2024-05-03", .embargoed,
      "its release is on 2024-05-07T09:30:00+01:00", changes: "2024-05-07"),
  ])
  func `needs a new one, unless it is exempt`(row: StateCase) async throws {
    try await row.check()
  }

  @Test func `to come changes nothing that is public`() async throws {
    let front = "release: 2024-05-01"
    let without = try await letter([front]).published(at: "2024-05-02")
    let with = try await letter([front], settings: Self.moratorium()).published(at: "2024-05-02")
    #expect(with.documents.map(\.id) == without.documents.map(\.id))
    #expect(with.documents.map(\.current.release) == without.documents.map(\.current.release))
  }
}
