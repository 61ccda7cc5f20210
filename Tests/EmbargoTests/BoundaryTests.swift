import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `At the very moment` {
  /// An instant at which the last edition of a letter goes from one state to another.
  struct Boundary: Sendable, CustomTestStringConvertible {
    let editions: [String]
    let settings: String
    let instant: Instant
    let before: EditionState
    let after: EditionState

    init(
      _ editions: String..., settings: String = "", at instant: Instant, from before: EditionState,
      to after: EditionState
    ) {
      self.editions = editions
      self.settings = settings
      self.instant = instant
      self.before = before
      self.after = after
    }

    var testDescription: String { editions.joined(separator: " / ") }
  }

  private static let agreed = "agreed: [{inspectorate: cqc, at: 2024-03-20 10:00, digest: DIGEST}]"

  @Test(arguments: [
    // A release, written in each way.
    Boundary("release: 2024-03-12", at: "2024-03-12T09:30:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-06-12", at: "2024-06-12T08:30:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-06-12 00:00", at: "2024-06-11T23:00:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-06-12T09:30:00Z", at: "2024-06-12T09:30:00Z", from: .embargoed, to: .published),
    Boundary(
      "release: 2024-06-12T09:30:00.5Z", at: "2024-06-12T09:30:00.500Z", from: .embargoed, to: .published),
    // The day on which the clocks go forward.
    Boundary("release: 2024-03-31 00:59:59", at: "2024-03-31T00:59:59Z", from: .embargoed, to: .published),
    Boundary("release: 2024-03-31 02:00", at: "2024-03-31T01:00:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-03-31T01:30:00Z", at: "2024-03-31T01:30:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-03-31", at: "2024-03-31T08:30:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-04-01 00:00", at: "2024-03-31T23:00:00Z", from: .embargoed, to: .published),
    // The day on which they go back.
    Boundary("release: 2024-10-27 00:59:59", at: "2024-10-26T23:59:59Z", from: .embargoed, to: .published),
    Boundary(
      "release: 2024-10-27T01:00:00+01:00", at: "2024-10-27T00:00:00Z", from: .embargoed, to: .published),
    Boundary(
      "release: 2024-10-27T01:30:00+01:00", at: "2024-10-27T00:30:00Z", from: .embargoed, to: .published),
    Boundary(
      "release: 2024-10-27T01:30:00+00:00", at: "2024-10-27T01:30:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-10-27 02:00", at: "2024-10-27T02:00:00Z", from: .embargoed, to: .published),
    Boundary("release: 2024-10-27", at: "2024-10-27T09:30:00Z", from: .embargoed, to: .published),
    // A second edition.
    Boundary(
      "release: 2024-03-12", "release: 2024-06-12", at: "2024-06-12T08:30:00Z", from: .embargoed,
      to: .published),
    // A withdrawal, on the days of clock changes too.
    Boundary(
      "release: 2024-03-12\nwithdrawn: {at: 2024-06-12, reason: x}", at: "2024-06-12T08:30:00Z",
      from: .published, to: .withdrawn),
    Boundary(
      "release: 2024-03-12\nwithdrawn: {at: 2024-03-31 02:00, reason: x}", at: "2024-03-31T01:00:00Z",
      from: .published, to: .withdrawn),
    Boundary(
      "release: 2024-03-12\nwithdrawn: {at: \"2024-10-27T01:30:00+00:00\", reason: x}",
      at: "2024-10-27T01:30:00Z", from: .published, to: .withdrawn),
    Boundary(
      "release: 2024-03-12\nwithdrawn: {at: 2024-03-12, reason: x}", at: "2024-03-12T09:30:00Z",
      from: .embargoed, to: .withdrawn),
    // A clearance before and after the release.
    Boundary(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-06-12 10:00}}",
      at: "2024-06-12T09:00:00Z", from: .held, to: .published),
    Boundary(
      "release: 2024-06-12\nhold: {reason: x, cleared: {by: A, at: 2024-03-12 10:00}}",
      at: "2024-03-12T10:00:00Z", from: .held, to: .embargoed),
    // An agreement before and after the release.
    Boundary(
      "release: 2024-03-12\ninspectorates: [cqc]\n" + agreed, settings: Agreements.all,
      at: "2024-03-20T10:00:00Z", from: .awaitingAgreement, to: .published),
    Boundary(
      "release: 2024-06-12\ninspectorates: [cqc]\n" + agreed, settings: Agreements.all,
      at: "2024-03-20T10:00:00Z", from: .awaitingAgreement, to: .embargoed),
    // A blocked edition is let go with the one that blocked it.
    Boundary(
      "release: 2024-03-12\nhold: {reason: x, cleared: {by: A, at: 2024-06-12 10:00}}", "release: 2024-03-13",
      at: "2024-06-12T09:00:00Z", from: .held, to: .published),
  ])
  func `and not a millisecond before it, an edition changes`(boundary: Boundary) async throws {
    let archive = try await letter(boundary.editions, settings: boundary.settings).archive()
    for (offset, state) in [
      (-1000, boundary.before), (-1, boundary.before), (0, boundary.after), (1000, boundary.after),
    ] {
      let instant = boundary.instant.advanced(byMilliseconds: Int64(offset))
      let report = try #require(archive.states(at: instant).last)
      #expect(report.state == state, "\(offset) ms")
      #expect((report.changes == boundary.instant) == (offset < 0), "\(offset) ms")
      let shown = archive.published(at: instant).documents.first?.editions.map(\.edition.id.number) ?? []
      #expect(shown.contains(boundary.editions.count) == state.isPublic, "\(offset) ms")
    }
  }

  @Test func `the first edition is superseded by the second`() async throws {
    let archive = try await letter(["release: 2024-03-12", "release: 2024-06-12"]).archive()
    let instant: Instant = "2024-06-12T08:30:00Z"
    for (offset, state) in [
      (-1000, EditionState.published), (-1, .published), (0, .superseded), (1000, .superseded),
    ] {
      let instant = instant.advanced(byMilliseconds: Int64(offset))
      #expect(archive.states(at: instant).first?.state == state)
      let document = try #require(archive.published(at: instant).documents.first)
      #expect(document.editions.first?.isSuperseded == (state == .superseded))
      #expect(document.current.edition.id.number == (state == .superseded ? 2 : 1))
    }
  }

  @Test func `the notice of a removal begins, and the text was gone before`() async throws {
    let archive = try await letter([
      "release: 2024-03-12\nremoved: {at: 2024-06-12 02:00, reason: safety, decided-by: A court}"
    ]).archive()
    let instant: Instant = "2024-06-12T01:00:00Z"
    for (offset, reason) in [(-1000, nil), (-1, nil), (0, "safety"), (1000, "safety")] as [(Int64, String?)] {
      let published = archive.published(at: instant.advanced(byMilliseconds: offset))
      #expect(published.documents.isEmpty)
      #expect(published.removals.map(\.notice?.reason) == [reason])
    }
  }

  @Test(arguments: [
    ("release: 2024-05-02 23:59:59", false), ("release: 2024-05-02T23:59:59.999+01:00", false),
    ("release: 2024-05-03 00:00", true), ("release: 2024-05-03 00:00:01", true),
    ("release: 2024-05-04 23:59:59", true), ("release: 2024-05-04T23:59:59.999+01:00", true),
    ("release: 2024-05-05 00:00", false), ("release: 2024-05-05 00:00:01", false),
  ])
  func `a moratorium begins and ends`(release: String, isCovered: Bool) async throws {
    let settings = "moratoria: [{from: 2024-05-03, to: 2024-05-04, reason: x}]"
    let reports = try await letter([release], settings: settings).states(at: "2024-06-01")
    #expect(reports.map(\.state) == [isCovered ? .moratorium : .published])
  }

  @Test func `a name begins to hold, at midnight of the archive's zone`() async throws {
    let archive = try await Content {
      File(
        "inspectorates.yml",
        """
        - id: x
          name: No name yet
          names: [{name: Old, short-name: O, from: 2000-01-01}, {name: New, from: 2024-07-01}]

        """)
    }.archive()
    let midnight: Instant = "2024-06-30T23:00:00Z"
    for (offset, name) in [(-1000, "Old"), (-1, "Old"), (0, "New"), (1000, "New")] as [(Int64, String)] {
      let known = try #require(
        archive.published(at: midnight.advanced(byMilliseconds: offset)).lists.inspectorates.first)
      #expect(known.name == name)
      #expect(known.names.map(\.name) == (name == "Old" ? ["Old"] : ["Old", "New"]))
      #expect(known.shortName == (name == "Old" ? "O" : nil))
    }
  }
}
