import Embargo
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `An edition that waits` {
  /// A row: the front matter of the editions of a letter, an instant, and what the last of them waits for, which
  /// dates it missed, and on which day a new release could be.
  struct Row: Sendable, CustomTestStringConvertible {
    let editions: [String]
    let settings: String
    let instant: Instant
    let awaited: [Awaited]
    let missed: [MissedDate]
    let earliest: String?

    init(
      _ editions: String..., settings: String = "", at instant: Instant, _ awaited: [Awaited],
      missed: [MissedDate] = [], earliest: String? = nil
    ) {
      self.editions = editions
      self.settings = settings
      self.instant = instant
      self.awaited = awaited
      self.missed = missed
      self.earliest = earliest
    }

    var testDescription: String { editions.joined(separator: " / ") + " at \(instant.rfc3339)" }
  }

  private static func moratorium(_ from: String, _ to: String, _ more: String = "") -> String {
    "{from: \(from), to: \(to), reason: x\(more)}"
  }

  private static func moratoria(_ windows: String...) -> String {
    "moratoria: [\(windows.joined(separator: ", "))]"
  }

  private static let march = "release: 2024-03-12"
  private static let hold = "\nhold: {reason: x}"
  private static let rule = "agreement: {collections: [letters], from: 2024-01-01}"
  private static let outdated = "\nagreed: [{inspectorate: ofsted, at: 2024-03-01, digest: 1}]"
  private static let agreed = "\nagreed: [{inspectorate: cqc, at: 2024-03-20, digest: DIGEST}]"

  @Test(arguments: [
    Row(march, at: "2024-03-01", [.release("2024-03-12")]),
    Row("", at: "2024-03-12", [.date], earliest: "2024-03-13"),
    Row("themes: [x]", at: "2024-03-12 09:29", [.errors, .date], earliest: "2024-03-12"),
    Row(march + "\nthemes: [x]", at: "2024-03-01", [.errors, .release("2024-03-12")]),
    Row(
      march + "\nthemes: [x]", at: "2024-03-12", [.errors], missed: [.release("2024-03-12")],
      earliest: "2024-03-13"),
    Row("release: soon", at: "2024-03-12", [.errors], earliest: "2024-03-13"),
    // Holds: while the release may still be kept, and when it cannot.
    Row(march + hold, at: "2024-03-01", [.clearance(from: nil), .release("2024-03-12")]),
    Row(
      march + hold, at: "2024-03-15", [.clearance(from: nil)], missed: [.release("2024-03-12")],
      earliest: "2024-03-18"),
    Row(
      march + "\nhold: {reason: x, review: 2024-03-14}", at: "2024-03-15 00:00", [.clearance(from: nil)],
      missed: [.release("2024-03-12"), .review(day("2024-03-14"))], earliest: "2024-03-15"),
    Row(
      march + "\nhold: {reason: x, review: 2024-03-14}", at: "2024-03-14 23:59", [.clearance(from: nil)],
      missed: [.release("2024-03-12")], earliest: "2024-03-15"),
    Row(
      march + "\nhold: {reason: x, review: 2024-03-02, cleared: {by: A, at: 2024-03-20 12:00}}",
      at: "2024-03-04",
      [.clearance(from: "2024-03-20 12:00"), .release("2024-03-12")], earliest: "2024-03-21"),
    Row(
      march + "\nhold: {reason: x, cleared: {by: A, at: 2024-03-05 12:00}}", at: "2024-03-04",
      [.clearance(from: "2024-03-05 12:00"), .release("2024-03-12")]),
    // Agreements.
    Row(
      march + "\ninspectorates: [ofsted, cqc]" + outdated, settings: rule, at: "2024-03-01",
      [
        .agreement(of: "ofsted", isOutdated: true, from: nil),
        .agreement(of: "cqc", isOutdated: false, from: nil), .release("2024-03-12"),
      ]),
    Row(
      march + "\ninspectorates: [cqc]" + agreed, settings: rule, at: "2024-03-13",
      [.agreement(of: "cqc", isOutdated: false, from: "2024-03-20 00:00")], missed: [.release("2024-03-12")],
      earliest: "2024-03-20"),
    // Moratoria, one after the other, over a bank holiday and a weekend.
    Row(
      "release: 2024-05-03", settings: moratoria(moratorium("2024-05-03", "2024-05-04")), at: "2024-03-01",
      [.newRelease(after: day("2024-05-04"))], earliest: "2024-05-07"),
    Row(
      "release: 2024-05-03", settings: moratoria(moratorium("2024-02-01", "2024-05-04")), at: "2024-03-01",
      [.newRelease(after: day("2024-05-04"))], earliest: "2024-05-07"),
    Row(
      "release: 2024-05-03",
      settings: moratoria(
        moratorium("2024-02-01", "2024-05-04"), moratorium("2024-05-07", "2024-05-08 09:29")),
      at: "2024-06-01", [.newRelease(after: day("2024-05-04"))], missed: [.release("2024-05-03")],
      earliest: "2024-06-03"),
    Row(
      "release: 2024-05-03",
      settings: moratoria(
        moratorium("2024-02-01", "2024-05-04"), moratorium("2024-05-07", "2024-05-08 09:29")),
      at: "2024-05-02", [.newRelease(after: day("2024-05-04"))], earliest: "2024-05-08"),
    Row(
      march + hold, settings: moratoria(moratorium("2024-03-13", "2024-03-31", ", areas: [leeds]")),
      at: "2024-03-12", [.clearance(from: nil)], missed: [.release("2024-03-12")], earliest: "2024-03-13"),
    Row(
      march + hold + "\nmoratorium-exempt: x", settings: moratoria(moratorium("2024-03-13", "2024-03-31")),
      at: "2024-03-12", [.clearance(from: nil)], missed: [.release("2024-03-12")], earliest: "2024-03-13"),
    // Editions go in order.
    Row(
      march, "release: 2024-03-20", at: "2024-03-01", [.release("2024-03-20"), .edition(1)]),
    Row(
      march + hold, "release: 2024-03-20", at: "2024-03-15", [.release("2024-03-20"), .edition(1)]),
    Row(
      march + hold, "release: 2024-03-15 10:00", at: "2024-03-15",
      [.release("2024-03-15 10:00"), .edition(1)],
      earliest: "2024-03-18"),
    Row(
      "", march, at: "2024-03-15", [.errors, .edition(1)], missed: [.release("2024-03-12")],
      earliest: "2024-03-18"),
    Row(
      "release: 2024-04-12", march, at: "2024-03-01", [.errors, .release("2024-03-12"), .edition(1)],
      earliest: "2024-04-12"),
  ])
  func `says for what, what it missed, and when it could go`(row: Row) async throws {
    let report = try #require(
      try await letter(row.editions, settings: row.settings).states(at: row.instant).last)
    let wait = try #require(report.wait)
    #expect(wait.awaited == row.awaited)
    #expect(wait.missed == row.missed)
    #expect(wait.earliest?.day.description == row.earliest)
  }

  @Test(arguments: [
    march, march + "\nwithdrawn: {at: 2024-03-13, reason: x}", "removed: {at: 2024-03-13, reason: x}",
  ])
  func `is none that is public or removed`(frontMatter: String) async throws {
    #expect(try await letter([frontMatter]).states(at: "2024-03-14").map(\.wait) == [nil])
  }

  @Test func `goes at the archive's time of release, and says whether holidays are known`() async throws {
    let known = try await letter([""]).states(at: "2024-12-24")
    #expect(
      known.first?.wait?.earliest
        == ReleaseDay(day: Self.day("2024-12-27"), instant: "2024-12-27", knowsHolidays: true))
    let unknown = try await letter([""]).states(at: "2025-12-24")
    #expect(
      unknown.first?.wait?.earliest
        == ReleaseDay(day: Self.day("2025-12-25"), instant: "2025-12-25", knowsHolidays: false))
  }

  @Test func `has no day where every day is in a moratorium`() async throws {
    let settings = Self.moratoria(Self.moratorium("1990-01-01", "2199-12-31"))
    let wait = try await letter([Self.march], settings: settings).states(at: "2024-03-01").first?.wait
    #expect(wait?.awaited == [.newRelease(after: Self.day("2199-12-31"))])
    #expect(wait?.earliest == nil)
  }

  private static func day(_ text: String) -> Day {
    guard case .date(let day)? = WrittenTime(text) else { preconditionFailure("'\(text)' is no day") }
    return day
  }
}
