import Archive
import Embargo
import Escaping
import FileSystem
import Model
import PublishingCalendar
import TestSupport
import Testing

@testable import Audit

@Suite struct `The copy without what is unreleased` {
  private static func content(removing removal: String = "") throws -> Content {
    try Content {
      File(
        "archive.yml",
        "title: T\naddress: https://x.example.org/\ntime-zone: Europe/London\nrelease-time: \"09:30\"\nmoratoria: [{from: 2026-05-01, to: 2026-06-01, reason: qzmoratorium}]\nlanguage: en-GB\n"
      )
      File(
        "inspectorates.yml",
        "- id: cqc\n  name: CQC\n  names: [{name: Qznow, from: 2009-04-01}, {name: Qzlater, from: 2026-01-01}]\n"
      )
      File(
        "programmes.yml",
        """
        - id: jtai
          name: Joint
          timetables:
            - {from: 2016-01-01, milestones: {letter: {after: fieldwork-end, working-days: 30, public: true}}}
            - {from: 2027-01-01, milestones: {qzmilestone: {after: fieldwork-end, working-days: 3, public: true}}}

        """)
      File(
        "agencies.yml",
        "- {id: police, name: Police, aliases: [constabulary]}\n- {id: harbour, name: Qzharbour Watch}\n")
      File(
        "glossary.yml",
        "- {term: LADO, expansion: designated officer}\n- {term: QZT, expansion: Quayside lookout}\n")
      File(
        "letters/a.md",
        """
        ---
        title: A
        release: 2024-01-10
        programme: jtai
        hold: {reason: qzhold, cleared: {by: B, at: 2024-01-01}}
        moratorium-exempt: qzexempt
        withdrawn: {at: 2026-09-01, reason: qzwithdrawn}
        ---

        The con**stab**ularies and their designated officers.
        """)
      File("letters/b.md", "---\ntitle: B\nrelease: 2024-01-11\n\(removal)---\n\nText.\n")
    }
  }

  /// What is copied at an instant, into the folder of the content.
  private func prune(_ content: Content, at instant: Instant) async throws -> PrunedContent {
    let archive = try await content.archive()
    return try await PrunedContent(
      of: archive, in: content.path, keeping: archive.published(at: instant), at: instant, jobs: 1,
      workFolder: content.folder.path)
  }

  /// The files of the copy at an instant, one after the other.
  private func copy(of content: Content, at instant: Instant) async throws -> String {
    let pruned = try await prune(content, at: instant)
    return try FileSystem.files(below: pruned.path).map { name in
      String(decoding: try FileSystem.read(pruned.path + "/" + name, limit: 1 << 20) ?? [], as: UTF8.self)
    }.joined()
  }

  private static let staff = ["qzmoratorium", "qzhold", "qzexempt"]
  private static let coming = ["Qzlater", "qzmilestone", "qzwithdrawn"]
  private static let unused = ["Qzharbour", "QZT", "lookout"]
  private static let known = ["Qznow", "police", "LADO", "jtai", "2016-01-01"]

  @Test func `has nothing that is for the staff, to come, or used by no public text`() async throws {
    let copy = try await copy(of: try Self.content(), at: "2025-01-01")
    for word in Self.staff + Self.coming + Self.unused { #expect(!copy.contains(word), "\(word)") }
    for word in Self.known { #expect(copy.contains(word), "\(word)") }
  }

  @Test func `has what is to come from its moment on`() async throws {
    let copy = try await copy(of: try Self.content(), at: "2027-02-01")
    for word in Self.coming { #expect(copy.contains(word), "\(word)") }
    for word in Self.staff + Self.unused { #expect(!copy.contains(word), "\(word)") }
  }

  @Test func `keeps the rules about time for a tombstone`() async throws {
    let content = try Self.content(removing: "removed: {at: 2024-03-01, reason: A court}\n")
    #expect(try await copy(of: content, at: "2025-01-01").contains("qzmoratorium"))
  }

  @Test func `has no entry that only a removed text names, and its former addresses all the same`()
    async throws
  {
    let content = try Self.content(
      removing: "themes: [qztheme]\nredirect-from: /old/\nremoved: {at: 2024-03-01, reason: A court}\n")
    try content.write(File("themes.yml", "- {id: qztheme, name: Qztheme}\n"))
    defer { withExtendedLifetime(content) {} }
    let pruned = try await prune(content, at: "2025-01-01")
    let archive = try await Archive.load(from: pruned.path, jobs: 1)
    #expect(archive.lists.themes.isEmpty)
    #expect(archive.published(at: "2025-01-01").redirects.map(\.from.path) == ["/old/"])
  }

  @Test func `has one of two removed files that claim one id`() async throws {
    let content = try Self.content(removing: "removed: {at: 2024-03-01, reason: A court}\n")
    try content.write(
      File(
        "letters/again/b.md",
        "---\ntitle: Qzlater\nrelease: 2024-01-12\nremoved: {at: 2024-03-01, reason: x}\n---\n\nText.\n"))
    #expect(try await !copy(of: content, at: "2025-01-01").contains("title: Qzlater"))
  }
}
