import Foundation
import Testing

/// An edition with errors stops a build when it is due; when it is not, it is only reported.
@Suite struct BrokenEditionTests {
  /// What is wrong with an edition: front matter, text, and files beside it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var front = ""
    var text = "Text."
    var files: [String] = []
  }

  static let mistakes: [Mistake] = [
    Mistake(testDescription: "an unknown key", front: "colour: red"),
    Mistake(testDescription: "an unknown theme", front: "themes: [nelgect]"),
    Mistake(testDescription: "raw HTML", text: "<b>Text</b>"),
    Mistake(testDescription: "a file that is not there", text: "[File](missing.pdf)"),
    Mistake(testDescription: "a link that leads nowhere", text: "[There](../elsewhere)"),
    Mistake(testDescription: "a taken address", front: "redirect-from: /letters/public-letter/"),
    Mistake(testDescription: "the address of a generated page", front: "redirect-from: /themes/"),
    Mistake(
      testDescription: "a file of a forbidden type", text: "[File](script.html)", files: ["script.html"]),
    Mistake(testDescription: "a file of a bad name", text: "[File](a%20file.csv)", files: ["a file.csv"]),
  ]

  private func archive(_ mistake: Mistake, _ status: String) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/public-letter.md", "title: Public letter\nrelease: 2024-01-10")
    try workspace.writeDocument(
      "letters/cracked/edition-1.md", "title: Cracked letter\n\(status)\n\(mistake.front)", mistake.text)
    for name in mistake.files { try workspace.write("content/letters/cracked/\(name)", "file") }
    return workspace
  }

  private func build(_ workspace: Workspace) throws -> CommandResult {
    try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", "2024-06-01", "--output",
      "public")
  }

  @Test(
    "A broken edition that is not due is reported, and the others go out", arguments: mistakes,
    ["release: 2090-01-01", "", "release: 2020-01-01\nhold: {reason: Wait}"])
  func notDue(mistake: Mistake, status: String) throws {
    let workspace = try archive(mistake, status)
    let result = try build(workspace)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("error: "), "\(result.errors)")
    #expect(result.errors.contains("letters/cracked"), "\(result.errors)")
    let tree = try workspace.tree("public")
    #expect(tree.files["letters/public-letter/index.html"] != nil)
    #expect(tree.paths(containing: "cracked").isEmpty)
    #expect(try workspace.findings("check", "--content", "content", "--at", "2024-06-01").code == 1)
  }

  @Test("A broken edition that is due stops the build", arguments: mistakes)
  func due(mistake: Mistake) throws {
    let workspace = try archive(mistake, "release: 2024-05-01")
    let result = try build(workspace)
    #expect(result.code == 1)
    #expect(result.errors.contains("error: "), "\(result.errors)")
    #expect(result.errors.contains("Nothing was written"), "\(result.errors)")
    #expect(!workspace.exists("public"))
  }

  @Test("A file of a forbidden type that nobody links to does not stop what is public")
  func forbiddenFileOfNobody() throws {
    let workspace = try archive(Mistake(testDescription: "", files: ["script.html"]), "release: 2024-05-01")
    try workspace.writeDocument(
      "letters/cracked/edition-2.md", "title: Second\nrelease: 2090-01-01\nchange: All", "[File](script.html)"
    )
    let tree = try workspace.build(at: "2024-06-01")
    #expect(tree.files["letters/cracked/index.html"] != nil)
    #expect(tree.paths(containing: "script.html").isEmpty)
  }

  @Test(
    "What was removed and has no address of its own is reported, and stops nothing",
    arguments: [
      ("letters/gone.md", "is taken by an earlier one"), ("letters/again/cracked.md", "is that of"),
      ("pages/themes.md", "belongs to a generated page or file"),
    ])
  func removedWithoutAddress(file: String, reason: String) throws {
    let removed = "release: 2024-05-02\nremoved: {at: 2024-05-03, reason: A court}"
    let workspace = try archive(Mistake(testDescription: "", front: removed), "")
    try workspace.writeDocument(
      "announcements/new.md", "title: New\nrelease: 2024-05-01\nredirect-from: /letters/gone/")
    try workspace.writeDocument(file, "title: Qzgone\n" + removed.replacing("05-02", with: "05-04"))
    let result = try build(workspace)
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.errors.contains("content/\(file): error: the address '…' \(reason)"), "\(result.errors)")
    #expect(try workspace.tree("public").text("letters/gone/index.html").contains("/announcements/new/"))
    let check = try workspace.findings("check", "--content", "content", "--at", "2024-06-01")
    #expect(check.code == 1 && check.text.contains("content/\(file)"))
    let audit = try workspace.findings(
      "audit", "--content", "content", "--site", Repository.site.path, "--at", "2024-06-01")
    #expect(audit.code == 0, "\(audit.errors)")
  }
}
