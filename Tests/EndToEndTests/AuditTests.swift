import Foundation
import Testing

/// `findings audit`, run as a command.
@Suite struct AuditTests {
  private static let before = "2025-04-01"
  private static let after = "2025-06-01"

  private let workspace: Workspace

  /// A public letter with attachments, and a letter that is still to come.
  init() throws {
    workspace = try Workspace()
    try workspace.writeLists("downloads: {sqlite: true}")
    try workspace.write(
      "content/areas.yml",
      """
      - {id: leeds, name: Leeds, region: Yorkshire, listed: true}
      - {id: elmet, name: Elmet, aliases: [The Kingdom of Elmet]}

      """)
    try workspace.write(
      "content/inspectorates.yml",
      """
      - {id: ofsted, name: Ofsted}
      - {id: cqc, name: Care Quality Commission, names: [{name: Commission for Care and Tides, from: 2026-01-01}]}

      """)
    try workspace.write("content/agencies.yml", "- {id: wardens, name: Wardens of the Outer Mole}\n")
    try workspace.write("content/glossary.yml", "- {term: QLO, expansion: Quayside lookout officer}\n")
    try workspace.writeDocument(
      "letters/first-2024/edition-1.md",
      "title: The first letter\nrelease: 2024-05-01\narea: leeds\nthemes: [neglect]\ninspectorates: [cqc]",
      """
      The [figures](figures.pdf), the [table](figures.csv), the [notes](notes.docx) and a map:

      ![A map](map.png)
      """)
    for name in ["figures.pdf", "figures.csv", "notes.docx", "map.png"] {
      try workspace.write("content/letters/first-2024/\(name)", "Nothing of note.")
    }
    try workspace.writeDocument(
      "letters/harbour-2025/edition-1.md",
      """
      title: Inspection of the harbour quarter, naïve façade
      release: 2025-05-01
      area: [leeds, elmet]
      themes: [neglect]
      inspectorates: [cqc]
      hold: {reason: a court has been asked to forbid it, cleared: {by: A, at: 2025-03-01}}
      """,
      """
      ## Strengths

      - Nobody had asked the **lighthouse keeper** about the seven [missing](letters/first-2024) rowing boats.

      [The minutes](minutes-of-the-harbour-board.pdf) say more.
      """)
    try workspace.write("content/letters/harbour-2025/minutes-of-the-harbour-board.pdf", "Minutes.")
  }

  private struct Report: Decodable {
    struct Place: Decodable {
      let file: String?
      let source: String?
      let kind: String
      let of: String?
    }

    let files: Int
    let unreleased: Int
    let phrases: Int
    let differences: [Place]
    let leaks: [Place]
    let chances: [Place]
    let unread: [String]
    let mentions: [Place]
  }

  private func audit(
    at instant: String = before, _ options: String...
  ) throws -> (report: Report, result: CommandResult) {
    let result = try workspace.findings(
      [
        "audit", "--content", "content", "--site", Repository.site.path, "--at", instant, "--format", "json",
      ] + options)
    try #require(!result.output.isEmpty, "\(result.errors)")
    return (try JSONDecoder().decode(Report.self, from: result.output), result)
  }

  @Test func `A site that tells nothing is clean`() throws {
    let (report, result) = try audit()
    #expect(result.code == 0)
    #expect(report.differences.isEmpty && report.leaks.isEmpty && report.chances.isEmpty)
    #expect(report.files > 50 && report.unreleased == 1 && report.phrases > 10)
    let later = try audit(at: Self.after)
    #expect(later.result.code == 0 && later.report.unreleased == 0)
  }

  /// Leaks as the script names them: what tells each, and its name.
  private static let leaks: [(kind: String, name: String)] = {
    let listed = try? Workspace().python("plant_leak.py", "list").text
    return (listed ?? "").split(separator: "\n").map { line in
      let parts = line.split(separator: " ").map(String.init)
      return (parts[0], parts[1])
    }
  }()

  @Test func `There are more than twenty leaks to plant`() {
    #expect(Self.leaks.count > 20)
  }

  @Test(arguments: leaks) func `Every leak that was planted is found`(kind: String, name: String) throws {
    let plant = { try workspace.python("plant_leak.py", name, "content", "site", "later") }
    if kind == "copy" {
      let planted = try plant()
      try #require(planted.code == 0, "\(planted.errors)")
    }
    try workspace.build(at: Self.before, to: "site")
    try workspace.build(at: Self.after, to: "later")
    if kind != "copy" {
      let planted = try plant()
      try #require(planted.code == 0, "\(planted.errors)")
    }
    let (report, result) = try audit("--output", "site")
    #expect(result.code == 1)
    #expect(report.differences.isEmpty == (kind == "copy"))
    #expect(kind == "difference" || !report.leaks.isEmpty)
    let subjects = [
      "letters/harbour-2025", "letters/harbour-2025 edition 1", "areas.yml: elmet", "inspectorates.yml: cqc",
      "agencies.yml: wardens", "glossary.yml: entry 1", "archive.yml: moratoria",
      "letters/first-2024 edition 1",
    ]
    #expect(report.leaks.allSatisfy { subjects.contains($0.of ?? "") })
  }

  @Test func `What public texts tell is listed, and stops nothing`() throws {
    try workspace.writeDocument(
      "announcements/soon.md", "title: Soon\nrelease: 2025-01-01",
      "We shall publish [Inspection of the harbour quarter, naïve façade](letters/harbour-2025).")
    let (report, result) = try audit()
    #expect(result.code == 0)
    #expect(report.mentions.contains { $0.source == "announcements/soon/edition-1.md" && $0.kind == "title" })
    #expect(report.mentions.contains { $0.source == "announcements/soon/edition-1.md" && $0.kind == "slug" })
  }

  @Test func `A removed text is looked for like one that is still to come`() throws {
    try workspace.writeDocument(
      "letters/gone-2023.md",
      """
      title: What was said of the windmill
      release: 2023-05-01
      removed: {at: 2024-06-01, reason: A court demands it, decided-by: The court}
      """, "The miller told nine people that the sails would be taken down by winter.")
    #expect(try audit().result.code == 0)
    try workspace.write(
      "content/letters/first-2024/figures.csv",
      "The miller told nine people that the sails would be taken down by winter.\n")
    let (report, result) = try audit()
    #expect(result.code == 1)
    #expect(report.leaks.contains { $0.of == "letters/gone-2023 edition 1" })
  }

  @Test func `The reason of a moratorium is for the staff`() throws {
    try workspace.write(
      "content/archive.yml",
      try workspace.read("content/archive.yml")
        + "\nmoratoria: [{from: 2026-05-01, to: 2026-06-01, reason: a by-election that nobody has announced}]\n"
    )
    #expect(try audit().result.code == 0)
    try workspace.write(
      "content/letters/first-2024/figures.csv", "A by-election that nobody has announced.\n")
    let (report, result) = try audit()
    #expect(result.code == 1)
    #expect(report.leaks.contains { $0.kind == "status" && $0.of == "archive.yml: moratoria" })
  }

  @Test
  func `What the staff write of an edition to come is no chance, also on a page that depends on nothing`()
    throws
  {
    // The numbers of the list stand in no page, so that these words come together there alone.
    try workspace.writeDocument(
      "letters/list-2024.md", "title: A list\nrelease: 2024-06-01", "1. Nobody asked\n2. the harbour master")
    #expect(try audit().result.code == 0)
    let words = "asked the harbour master"
    try workspace.writeDocument(
      "letters/held.md", "title: Held\nrelease: 2024-07-01\nhold: {reason: \(words)}")
    let (report, result) = try audit()
    #expect(result.code == 1 && report.differences.isEmpty)
    #expect(report.leaks.contains { $0.kind == "status" && $0.of == "letters/held edition 1" })
  }

  @Test(arguments: Repository.seeds)
  func `The copy of a random archive gives the same site at every instant`(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    for instant in try archive.prunedInstants() {
      let result = try archive.workspace.findings(
        "audit", "--content", "content", "--site", "site", "--at", instant, "--format", "json")
      try #require(!result.output.isEmpty, "seed \(seed) at \(instant): \(result.errors)")
      let report = try JSONDecoder().decode(Report.self, from: result.output)
      #expect(report.differences.map { "\($0.kind) \($0.file ?? "")" } == [], "seed \(seed) at \(instant)")
    }
  }

  @Test func `Who agreed, cleared and decides is for the staff until a notice says it`() throws {
    let text = try workspace.read("content/letters/first-2024/edition-1.md")
    func write(withdrawnAt day: String) throws {
      try workspace.write(
        "content/letters/first-2024/edition-1.md",
        text.replacing(
          "inspectorates: [cqc]",
          with: """
            inspectorates: [cqc]
            agreed: [{inspectorate: cqc, by: Qzagreed Somebody Inspector, at: 2024-04-01, digest: \(
              String(repeating: "0", count: 64))}]
            hold: {reason: x, cleared: {by: Qzcleared Somebody Editor, at: 2024-04-02}}
            withdrawn: {at: \(day), reason: It was wrong, decided-by: Qzdecided Somebody Judge}
            """))
    }
    func people() throws -> Int {
      let (report, result) = try audit()
      #expect(result.code == 0, "a name may stand in a text by chance")
      return report.chances.count { $0.file == "letters/first-2024/figures.csv" && $0.kind == "person" }
    }
    try write(withdrawnAt: "2025-05-15")
    #expect(try workspace.build(at: Self.before).paths(containing: "Qz") == [])
    #expect(try audit().report.chances.isEmpty)
    try workspace.write(
      "content/letters/first-2024/figures.csv",
      "Qzagreed Somebody Inspector,Qzcleared Somebody Editor,Qzdecided Somebody Judge\n")
    #expect(try people() == 3)
    // What a notice says is no secret.
    try write(withdrawnAt: "2025-03-15")
    #expect(try people() == 2)
  }

  @Test func `A title stays a secret where somebody is called so`() throws {
    let name = "The Trial of Ada Keeper"
    try workspace.writeDocument(
      "letters/before-2025.md",
      "title: Before\nrelease: 2025-05-01\nhold: {reason: x, cleared: {by: \(name), at: 2025-03-01}}")
    try workspace.writeDocument("letters/later-2025.md", "title: \(name)\nrelease: 2025-05-01")
    try workspace.write("content/letters/first-2024/figures.csv", name + "\n")
    let (report, result) = try audit()
    #expect(result.code == 1 && report.leaks.contains { $0.of == "letters/later-2025 edition 1" })
  }

  @Test func `A file that cannot be looked into is named`() throws {
    try workspace.write("content/letters/first-2024/figures.pdf", "%PDF-1.7 and nothing more")
    let (report, result) = try audit()
    #expect(result.code == 0)
    #expect(report.unread.contains("letters/first-2024/figures.pdf"))
  }

  @Test func `What readers have seen, and names of lists, keep no removal back`() throws {
    let publish = ["publish", "--content", "content", "--site", Repository.site.path, "--to", "public"]
    try workspace.write(
      "content/letters/first-2024/figures.csv", "They had not asked one of the nine ferrymen, ever.")
    try #require(try workspace.findings(publish + ["--at", Self.before]).code == 0)
    // A draft quotes an attachment, which cannot be changed any more; another names a place that nobody names yet.
    try workspace.writeDocument(
      "overviews/draft.md", "title: Draft", "They had not asked one of the nine ferrymen, ever.")
    try workspace.writeDocument(
      "letters/first-2024/edition-1.md",
      """
      title: The first letter
      release: 2024-05-01
      area: leeds
      themes: [neglect]
      inspectorates: [cqc]
      removed: {at: 2025-03-01, reason: a court has ordered that this be taken down at once, decided-by: The court}
      """, "Gone.")
    let removal = try workspace.findings(publish + ["--at", Self.before, "--format", "json"])
    #expect(removal.code == 0, "\(removal.errors)")
    #expect(removal.text.contains("letters/first-2024"))
    // The tombstone tells what the key says, and that is no leak.
    #expect(!removal.errors.contains("by chance"), "\(removal.errors)")
    try workspace.writeDocument(
      "announcements/places-2025/edition-1.md", "title: Places\nrelease: 2025-01-01", "[Places](places.csv)")
    try workspace.write("content/announcements/places-2025/places.csv", "The Kingdom of Elmet\n")
    let names = try audit()
    #expect(names.result.code == 0 && names.report.leaks.isEmpty)
    #expect(names.report.chances.contains { $0.kind == "list-entry" })
  }

  @Test func `Publish does not release what the audit forbids`() throws {
    let sentence = "Nobody had asked the lighthouse keeper about the seven missing rowing boats"
    try workspace.write("content/letters/first-2024/figures.csv", sentence)
    let publish = [
      "publish", "--content", "content", "--site", Repository.site.path, "--to", "public", "--at",
      Self.before,
    ]
    let result = try workspace.findings(publish)
    #expect(result.code == 1)
    #expect(
      result.errors.contains("letters/first-2024/figures.csv tells words of letters/harbour-2025 edition 1"))
    #expect(!result.errors.contains("lighthouse"))
    #expect(!workspace.exists("public/current"))
    try workspace.write("content/letters/first-2024/figures.csv", "1,2\n")
    #expect(try workspace.findings(publish).code == 0)
  }
}
