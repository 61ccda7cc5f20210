import Foundation
import Testing

/// The letters that the inspectorates published, with their front matter as it stands.
@Suite(
  .enabled(if: Repository.hasShared, "needs the letters: set FINDINGS_SHARED to the folder that holds them"))
struct PublishedLettersTests {
  private func archive() throws -> Workspace {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(at: workspace.url("content"), withIntermediateDirectories: true)
    let made = try workspace.python("letters_archive.py", Repository.shared.path, "content")
    try #require(made.code == 0, "\(made.errors)")
    return workspace
  }

  @Test("An archive of all letters builds, and no word of any is missing from its page")
  func noWordIsLost() throws {
    let workspace = try archive()
    let tree = try workspace.build(at: "2030-01-01")
    #expect(tree.paths.filter { $0.hasPrefix("letters/") && $0.hasSuffix("/index.json") }.count >= 22)
    let words = try workspace.python("lost_words.py", "content", "public")
    #expect(words.code == 0, "\(words.text)\(words.errors)")
    let check = try workspace.python("check_site.py", "public", "https://findings.example.org/")
    #expect(check.code == 0, "\(check.text)\(check.errors)")
  }

  @Test("No published letter has an error")
  func noErrors() throws {
    let check = try archive().findings("check", "--content", "content", "--at", "2030-01-01")
    #expect(check.code == 0, "\(check.text)")
  }
}
