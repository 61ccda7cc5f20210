import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The editions of a document` {
  /// A row: the front matter of the editions, an instant, and for each its state and next change.
  struct Row: Sendable, CustomTestStringConvertible {
    let editions: [String]
    let instant: Instant
    let states: [EditionState]
    let changes: [Instant?]

    init(_ editions: [String], at instant: Instant, _ states: [EditionState], changes: [Instant?]) {
      self.editions = editions
      self.instant = instant
      self.states = states
      self.changes = changes
    }

    var testDescription: String { editions.joined(separator: " / ") + " at \(instant.rfc3339)" }
  }

  private static let march = "release: 2024-03-12"
  private static let april = "release: 2024-04-12"
  private static let may = "release: 2024-05-10"

  private static func withdrawn(_ at: String) -> String { "\nwithdrawn: {at: \(at), reason: x}" }

  private static func cleared(_ at: String) -> String { "\nhold: {reason: x, cleared: {by: A, at: \(at)}}" }

  @Test(arguments: [
    // One takes the place of the other.
    Row([march, april], at: "2024-03-01", [.embargoed, .embargoed], changes: ["2024-03-12", "2024-04-12"]),
    Row([march, april], at: "2024-03-12", [.published, .embargoed], changes: ["2024-04-12", "2024-04-12"]),
    Row([march, april], at: "2024-04-12", [.superseded, .published], changes: [nil, nil]),
    Row(
      [march, april, may], at: "2024-04-12", [.superseded, .published, .embargoed],
      changes: [nil, "2024-05-10", "2024-05-10"]),
    Row(
      [march, april, may], at: "2024-06-01", [.superseded, .superseded, .published], changes: [nil, nil, nil]),
    Row([march, ""], at: "2024-06-01", [.published, .draft], changes: [nil, nil]),
    // Withdrawn editions stay withdrawn, and no older one revives.
    Row(
      [march + withdrawn("2024-03-20"), april], at: "2024-03-20", [.withdrawn, .embargoed],
      changes: [nil, "2024-04-12"]),
    Row(
      [march + withdrawn("2024-03-20"), april], at: "2024-04-12", [.withdrawn, .published],
      changes: [nil, nil]),
    Row(
      [march, april + withdrawn("2024-04-20")], at: "2024-04-20", [.superseded, .withdrawn],
      changes: [nil, nil]),
    Row(
      [march, april + withdrawn("2024-04-20")], at: "2024-04-19", [.superseded, .published],
      changes: [nil, "2024-04-20"]),
    Row(
      [march, april + withdrawn("2024-04-20"), may], at: "2024-05-10", [.superseded, .withdrawn, .published],
      changes: [nil, nil, nil]),
    Row(
      [march + withdrawn("2024-04-20"), april], at: "2024-04-12", [.superseded, .published],
      changes: ["2024-04-20", nil]),
    Row(
      [march + withdrawn("2024-04-01"), april], at: "2024-03-12", [.published, .embargoed],
      changes: ["2024-04-01", "2024-04-12"]),
    // One that waits makes the later ones wait.
    Row([march + "\nhold: {reason: x}", april], at: "2024-06-01", [.held, .held], changes: [nil, nil]),
    Row(
      [march + "\nhold: {reason: x}", april], at: "2024-04-01", [.held, .embargoed],
      changes: [nil, "2024-04-12"]),
    Row(
      [march + cleared("2024-05-01"), april], at: "2024-04-20", [.held, .held],
      changes: ["2024-05-01 00:00", "2024-05-01 00:00"]),
    Row(
      [march + cleared("2024-05-01"), april], at: "2024-05-01", [.superseded, .published],
      changes: [nil, nil]),
    Row([march + "\nthemes: [x]", april], at: "2024-06-01", [.invalid, .invalid], changes: [nil, nil]),
    Row(
      [march, april + "\nhold: {reason: x}", may], at: "2024-06-01", [.published, .held, .held],
      changes: [nil, nil, nil]),
    Row(
      [march, april + "\nhold: {reason: x}", may], at: "2024-04-20", [.published, .held, .embargoed],
      changes: [nil, nil, "2024-05-10"]),
    Row(
      [march, april + cleared("2024-04-20")], at: "2024-04-01", [.published, .held],
      changes: ["2024-04-20 00:00", "2024-04-20 00:00"]),
    Row(
      [march, april + cleared("2024-03-20")], at: "2024-03-15", [.published, .held],
      changes: ["2024-04-12", "2024-03-20 00:00"]),
    Row(
      [march, april + "\nthemes: [x]", may], at: "2024-06-01", [.published, .invalid, .invalid],
      changes: [nil, nil, nil]),
    Row([march, "", may], at: "2024-06-01", [.published, .draft, .invalid], changes: [nil, nil, nil]),
    // A removal removes them all, at every instant.
    Row(
      [march + "\nremoved: {at: 2024-04-01, reason: x}", april], at: "2024-03-01", [.removed, .removed],
      changes: ["2024-04-01", "2024-04-01"]),
    Row(
      [march, april + "\nremoved: {at: 2024-04-01, reason: x}"], at: "2024-05-01", [.removed, .removed],
      changes: [nil, nil]),
    Row(
      ["", "removed: {at: 2024-04-01, reason: x}"], at: "2024-05-01", [.removed, .removed],
      changes: [nil, nil]),
  ])
  func `follow each other in the order of their numbers`(row: Row) async throws {
    let reports = try await letter(row.editions).states(at: row.instant)
    #expect(reports.map(\.state) == row.states)
    #expect(reports.map { $0.changes?.rfc3339 } == row.changes.map { $0?.rfc3339 })
  }

  @Test func `say which of them is in the way, and which took the place`() async throws {
    let held = try await letter([Self.march + "\nhold: {reason: x}", Self.april]).states(at: "2024-06-01")
    #expect(
      held.map(\.reason) == [
        "it is held until somebody clears it",
        "edition 1 comes before it: it is held until somebody clears it",
      ])
    let released = try await letter([Self.march, Self.april, Self.may]).states(at: "2024-06-01")
    #expect(
      released.map(\.reason) == [
        "edition 3 took its place", "edition 3 took its place", "released on 2024-05-10T09:30:00+01:00",
      ])
  }

  @Test func `are reported in the order of documents and numbers`() async throws {
    let content = try Content {
      Document("letters/b/edition-1.md", Self.march)
      Document("letters/b/edition-2.md", Self.april)
      Document("guidance/z.md")
      Document("letters/a.md")
    }
    let reports = try await content.states(at: "2024-06-01")
    #expect(
      reports.map(\.id.description) == [
        "guidance/z edition 1", "letters/a edition 1", "letters/b edition 1", "letters/b edition 2",
      ])
    #expect(
      reports.map(\.file)
        == [
          "guidance/z.md", "letters/a.md", "letters/b/edition-1.md", "letters/b/edition-2.md",
        ].map { content.path + "/" + $0 })
  }
}
