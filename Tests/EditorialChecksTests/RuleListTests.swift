import EditorialChecks
import Foundation
import Model
import Testing

@Suite struct `The editorial rules` {
  @Test func `have names of their own that can stand in archive.yml and in braces`() {
    let names = EditorialRule.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy(Slug.isID))
  }

  @Test func `are explained to authors, each in its row`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let help = try String(contentsOf: root.appending(path: "Site/help/authors.md"), encoding: .utf8)
    for rule in EditorialRule.all {
      let isExplained = help.contains("| `\(rule.name)` | \(rule.summary)")
      #expect(isExplained, "\(rule.name)")
    }
  }

  @Test func `stand each in a file of its own, with a file of tests`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func files(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
    }
    let sources = try files("Sources/EditorialChecks/Rules")
    #expect(sources.count == EditorialRule.all.count)
    #expect(
      try files("Tests/EditorialChecksTests/Rules")
        == sources.map { $0.replacing(".swift", with: "Tests.swift") }.sorted())
  }
}
