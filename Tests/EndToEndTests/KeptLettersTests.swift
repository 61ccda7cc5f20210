import Foundation
import TestSupport
import Testing

/// A build that keeps what does not change writes what a build of everything writes.
@Suite struct KeptLettersTests {
  private struct Summary: Decodable {
    let documents: Int
    let kept: Int
    let files: Int
  }

  // MARK: Chains over random archives

  /// What may happen to content or site between two builds.
  private enum Mutation: CaseIterable {
    case later, earlier, edit, words, copy, delete, rename, theme, area, guidance, template, strings, settings
    case attachment, withdraw, removeNotes, damageRecords, damageCopy, nothing
  }

  @Test("A chain of changes leaves what fresh builds leave", arguments: Repository.seeds)
  func chains(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    let workspace = archive.workspace
    var plain = PlainLetters(in: archive, seed: seed, moments: archive.moments)
    try plain.write(12)
    var random = SeededRandom(seed: UInt64(seed))
    var moment = archive.moments.count / 2
    var done: [String] = []
    var taken = 0
    for step in 0..<12 {
      // An edit after the first build leaves most letters as they are.
      let mutation =
        step < 2 ? [.nothing, .edit][step] : Mutation.allCases.randomElement(using: &random) ?? .nothing
      done.append("\(mutation)")
      switch mutation {
      case .later: moment = min(moment + 1, archive.moments.count - 1)
      case .earlier: moment = max(moment - 2, 0)
      default: try Self.apply(mutation, in: workspace, &random)
      }
      let instant = Date.ISO8601FormatStyle().format(archive.moments[moment])
      let kept = try Self.build(to: "public", at: instant, in: workspace)
      for left in [".fresh.last", "fresh"] where workspace.exists(left) { try workspace.remove(left) }
      let fresh = try Self.build(to: "fresh", at: instant, in: workspace)
      try #require(kept.code == fresh.code, "seed \(seed), \(done): \(kept.errors)")
      guard fresh.code == 0 else { continue }
      try #require(Self.said(kept) == Self.said(fresh), "seed \(seed), \(done)")
      if let difference = try workspace.tree("public").difference(to: workspace.tree("fresh")) {
        Issue.record("seed \(seed), \(done): \(difference)")
        return
      }
      let counts = try [kept, fresh].map { try JSONDecoder().decode(Summary.self, from: $0.output) }
      #expect(counts[0].files == counts[1].files && counts[1].kept == 0)
      taken += counts[0].kept
    }
    #expect(taken > 0, "seed \(seed), \(done): this proves nothing")
  }

  private static func build(to output: String, at instant: String, in workspace: Workspace) throws
    -> CommandResult
  {
    try workspace.findings(
      "build", "--content", "content", "--site", "site", "--at", instant, "--output", output, "--format",
      "json")
  }

  /// What was reported, without the name of the folder.
  private static func said(_ result: CommandResult) -> String {
    result.errors.replacing("fresh", with: "public")
  }

  private static func apply(
    _ mutation: Mutation, in workspace: Workspace, _ random: inout SeededRandom
  ) throws {
    let letters = try FileManager.default.subpathsOfDirectory(atPath: workspace.path("content/letters"))
      .filter { $0.hasSuffix(".md") }.sorted().map { "content/letters/" + $0 }
    guard let letter = letters.randomElement(using: &random) else { return }
    let text = try workspace.read(letter)
    switch mutation {
    case .edit: try workspace.write(letter, text + "\n\nAnother paragraph about strategy meetings.\n")
    case .words: try workspace.write(letter, text.replacing("the ", with: "these "))
    case .copy: try workspace.write("content/letters/copied-\(random.next() % 1000).md", text)
    case .delete: try workspace.remove(letter)
    case .rename:
      try workspace.remove(letter)
      try workspace.write(letter.replacing(".md", with: "-renamed.md"), text)
    case .theme:
      try workspace.write(letter, text.replacing(/themes: .*/, with: "themes: []"))
    case .withdraw:
      try workspace.write(
        letter,
        text.replacing(
          "---\n", with: "---\nwithdrawn: {at: 2020-01-01, reason: It was wrong.}\n", maxReplacements: 1))
    case .area:
      try append("\n", to: "content/areas.yml", replacing: "name: ", with: "name: New ", in: workspace)
    case .strings:
      try append("", to: "site/strings/en.yml", replacing: ": ", with: ":  ", in: workspace)
    case .template:
      try append("<!-- changed -->\n", to: "site/templates/document.mustache", in: workspace)
    case .settings:
      try append("", to: "content/archive.yml", replacing: "title: ", with: "title: The ", in: workspace)
    case .guidance:
      let names = try FileManager.default.subpathsOfDirectory(atPath: workspace.path("content")).sorted()
      guard let guidance = names.first(where: { $0.hasPrefix("guidance/") && $0.hasSuffix(".md") }) else {
        return
      }
      try append("\n\nMore guidance.\n", to: "content/" + guidance, in: workspace)
    case .attachment:
      let names = try FileManager.default.subpathsOfDirectory(atPath: workspace.path("content/letters"))
        .sorted()
      guard let file = names.first(where: { !$0.hasSuffix(".md") && $0.contains(".") }) else { return }
      let path = "content/letters/" + file
      try workspace.write(path, try Data(contentsOf: workspace.url(path)) + Data("\n".utf8))
    case .removeNotes:
      if workspace.exists(".public.last/index") { try workspace.remove(".public.last/index") }
    case .damageRecords:
      try workspace.run(["sh", "-c", "sed -i 's/police/PoLiCe/g' .public.last/records"])
    case .damageCopy:
      try workspace.run([
        "sh", "-c", "cd .public.last/tree && ln -s /etc/passwd letters/passwd && touch stranger",
      ])
    case .later, .earlier, .nothing: break
    }
  }

  private static func append(
    _ text: String, to path: String, replacing old: String? = nil, with new: String = "",
    in workspace: Workspace
  ) throws {
    guard workspace.exists(path) else { return }
    var content = try workspace.read(path)
    if let old { content = content.replacing(old, with: new, maxReplacements: 1) }
    try workspace.write(path, content + text)
  }

  @Test func `A file becomes a folder, and a folder a file`() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.copySite(listing: 3, feed: 4)
    for (number, address) in ["/old.html", "/old.html", "/old.html/deep/", "/old.html"].enumerated() {
      try workspace.writeDocument(
        "letters/one.md", "title: One\nrelease: 2024-01-10\nredirect-from: [\(address)]", "Text \(number).")
      for output in ["public", "fresh-\(number)"] {
        let result = try Self.build(to: output, at: "2024-02-01T00:00:00Z", in: workspace)
        try #require(result.code == 0, "\(result.errors)")
      }
      #expect(try workspace.tree("public").difference(to: workspace.tree("fresh-\(number)")) == nil)
    }
  }

  // MARK: What is kept

  @Test func `Letters that a change does not concern are kept, and nothing of those that are gone`() throws {
    let workspace = try Workspace()
    try workspace.copySite(listing: 3, findings: 3, feed: 4)
    try workspace.writeLists()
    for number in 1...30 {
      try workspace.writeDocument(
        "letters/letter-\(number).md",
        "title: Letter \(number)\nrelease: 2024-01-\(number < 10 ? "0" : "")\(number)",
        "## What needs to improve\n\n- Unmistakable\(number) strategy meetings.")
    }
    let build = { () throws -> Summary in
      let result = try Self.build(to: "public", at: "2024-03-01T00:00:00Z", in: workspace)
      try #require(result.code == 0, "\(result.errors)")
      return try JSONDecoder().decode(Summary.self, from: result.output)
    }
    #expect(try build().kept == 0)
    let text = try workspace.read("content/letters/letter-7.md")
    try workspace.write("content/letters/letter-7.md", text.replacing("Unmistakable7", with: "Different"))
    #expect(try build().kept == 29)
    try workspace.remove("content/letters/letter-30.md")
    #expect(try build().kept > 15)
    let left = try workspace.run(["grep", "-rlaE", "Unmistakable(7|30)", ".public.last", "public"])
    #expect(left.code == 1, "\(left.text)")
    #expect(try workspace.run(["grep", "-rlaE", "Unmistakable(8|29)", ".public.last/records"]).code == 0)
  }
}
