import Embargo
import TestSupport
import Testing

@Suite struct `An edition` {
  @Test(arguments: [
    StateCase("", at: "2024-03-12", .draft, "it has no release"),
    StateCase("hold: {reason: x}", at: "2024-03-12", .draft, "it has no release"),
    StateCase("wording: none", at: "2024-03-12", .draft, "it has no release"),
    StateCase(
      "release: 2024-03-12", at: "2024-03-12 09:29:59", .embargoed,
      "its release is on 2024-03-12T09:30:00+00:00", changes: "2024-03-12 09:30"),
    StateCase(
      "release: 2024-03-12", at: "2024-03-12 09:30", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      "release: 2024-07-12", at: "2024-07-12T08:29:59Z", .embargoed,
      "its release is on 2024-07-12T09:30:00+01:00", changes: "2024-07-12T08:30:00Z"),
    StateCase(
      "release: 2024-07-12", at: "2024-07-12T08:30:00Z", .published, "released on 2024-07-12T09:30:00+01:00"),
    StateCase(
      "release: 2024-07-12 00:01", at: "2024-07-11T23:00:59Z", .embargoed,
      "its release is on 2024-07-12T00:01:00+01:00", changes: "2024-07-11T23:01:00Z"),
    StateCase(
      "release: 2024-07-12T09:30:00-05:00", at: "2024-07-12T14:29:59Z", .embargoed,
      "its release is on 2024-07-12T15:30:00+01:00", changes: "2024-07-12T14:30:00Z"),
    StateCase(
      "release: 2024-03-12T09:30:00.250Z", at: "2024-03-12T09:30:00.249Z", .embargoed,
      "its release is on 2024-03-12T09:30:00.250+00:00", changes: "2024-03-12T09:30:00.250Z"),
    StateCase(
      "release: 2024-03-12T09:30:00.250Z", at: "2024-03-12T09:30:00.250Z", .published,
      "released on 2024-03-12T09:30:00.250+00:00"),
    StateCase("release: soon", at: "2024-03-12", .invalid, "it has errors; findings check lists them"),
    StateCase("release:", at: "2024-03-12", .invalid, "it has errors; findings check lists them"),
    StateCase(
      "release: 2024-03-31 01:30", at: "2025-03-12", .invalid, "it has errors; findings check lists them"),
    StateCase(
      "release: 2024-03-12\nthemes: [x]", at: "2024-03-12", .invalid,
      "it has errors; findings check lists them"),
    StateCase(
      "release: 2024-03-12\nthemes: [x]", at: "2024-03-11", .invalid,
      "it has errors; findings check lists them"),
  ])
  func `is a draft, wrong, embargoed or published by its release`(row: StateCase) async throws {
    try await row.check()
  }

  @Test(arguments: [
    StateCase(
      "release: 2024-03-12\nhold: {reason: x}", at: "2024-03-13", .held,
      "it is held until somebody clears it"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x}", at: "2024-03-11", .held,
      "it is held until somebody clears it"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, review: 2024-03-20}", at: "2024-03-13", .held,
      "it is held until somebody clears it; its review is due on 2024-03-20"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, review: 2024-03-20}", at: "2024-03-20 23:59:59", .held,
      "it is held until somebody clears it; its review is due on 2024-03-20"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, review: 2024-03-20}", at: "2024-03-21 00:00", .held,
      "it is held until somebody clears it; its review was due on 2024-03-20"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-03-20 10:00}}", at: "2024-03-13",
      .held, "its hold is cleared on 2024-03-20T10:00:00+00:00", changes: "2024-03-20 10:00"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-03-20 10:00}}",
      at: "2024-03-20 10:00", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-03-01}}", at: "2024-03-11",
      .embargoed, "its release is on 2024-03-12T09:30:00+00:00", changes: "2024-03-12"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-03-01}}", at: "2024-02-20",
      .held, "its hold is cleared on 2024-03-01T00:00:00+00:00", changes: "2024-03-01 00:00"),
    StateCase(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A}}", at: "2024-03-13", .invalid,
      "it has errors; findings check lists them"),
    StateCase(
      "release: 2024-03-12\nhold: {}", at: "2024-03-13", .invalid, "it has errors; findings check lists them"),
  ])
  func `is held until its hold is cleared`(row: StateCase) async throws {
    try await row.check()
  }

  @Test(arguments: [
    StateCase(
      "release: 2024-03-12\nwithdrawn: {at: 2024-05-01, reason: x}", at: "2024-03-13", .published,
      "released on 2024-03-12T09:30:00+00:00", changes: "2024-05-01"),
    StateCase(
      "release: 2024-03-12\nwithdrawn: {at: 2024-05-01, reason: x}", at: "2024-05-01 09:30", .withdrawn,
      "withdrawn on 2024-05-01T09:30:00+01:00"),
    StateCase(
      "release: 2024-03-12\nwithdrawn: {at: 2024-03-12, reason: x}", at: "2024-03-12", .withdrawn,
      "withdrawn on 2024-03-12T09:30:00+00:00"),
    StateCase(
      "release: 2024-03-12\nwithdrawn: {at: 2024-03-12, reason: x}", at: "2024-03-11", .embargoed,
      "its release is on 2024-03-12T09:30:00+00:00", changes: "2024-03-12"),
    StateCase(
      "release: 2024-03-12\nwithdrawn: {at: 2024-03-11, reason: x}", at: "2024-03-13", .invalid,
      "it has errors; findings check lists them"),
    StateCase(
      "release: 2024-03-12\nremoved: {at: 2024-05-01 02:00, reason: x}", at: "2024-03-13", .removed,
      "its text was removed", changes: "2024-05-01 02:00"),
    StateCase(
      "release: 2024-03-12\nremoved: {at: 2024-05-01 02:00, reason: x}", at: "2024-03-01", .removed,
      "its text was removed", changes: "2024-05-01 02:00"),
    StateCase(
      "release: 2024-03-12\nremoved: {at: 2024-05-01 02:00, reason: x}", at: "2024-05-01 02:00", .removed,
      "its text was removed"),
    StateCase(
      "release: 2024-03-12\nremoved: {at: soon, reason: x}", at: "2024-05-01", .removed,
      "its text was removed"),
  ])
  func `is withdrawn from its moment on, and removed at every moment`(row: StateCase) async throws {
    try await row.check()
  }

  /// One more thing is true of the edition in each row than in the next; the first decides.
  private static let truths = [
    "removed: {at: 2024-03-01, reason: x}", "release: 2030-01-01", "themes: [x]",
    "hold: {reason: x}", "withdrawn: {at: 2030-01-02, reason: x}",
  ]

  @Test(arguments: [
    StateCase(truths[0], at: "2024-03-12", .removed, "its text was removed"),
    StateCase(truths[0] + "\n" + truths[2], at: "2024-03-12", .removed, "its text was removed"),
    StateCase(truths[2] + "\n" + truths[3], at: "2024-03-12", .draft, "it has no release"),
    StateCase(
      truths[1] + "\n" + truths[2] + "\n" + truths[3], settings: Moratoria.all + "\n" + Agreements.all,
      at: "2024-03-12", .invalid, "it has errors; findings check lists them"),
    StateCase(
      truths[1] + "\n" + truths[3] + "\ninspectorates: [cqc]",
      settings: Moratoria.all + "\n" + Agreements.all, at: "2024-03-12", .awaitingAgreement,
      "these inspectorates have not agreed the text: cqc"),
    StateCase(
      truths[1] + "\n" + truths[3], settings: Moratoria.all, at: "2024-03-12", .held,
      "it is held until somebody clears it"),
    StateCase(
      truths[1], settings: Moratoria.all, at: "2024-03-12", .moratorium,
      "its release falls into a moratorium until 2040-01-01"),
    StateCase(
      truths[1] + "\n" + truths[4], at: "2024-03-12", .embargoed,
      "its release is on 2030-01-01T09:30:00+00:00", changes: "2030-01-01"),
    StateCase(
      truths[1] + "\n" + truths[4], at: "2031-03-12", .withdrawn, "withdrawn on 2030-01-02T09:30:00+00:00"),
  ])
  func `is the first of the states that applies`(row: StateCase) async throws {
    try await row.check()
  }
}

enum Moratoria {
  static let all = "moratoria: [{from: 2024-01-01, to: 2040-01-01, reason: x}]"
}

enum Agreements {
  static let all = "agreement: {collections: [letters], from: 2020-01-01}"
}
