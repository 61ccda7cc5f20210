import Foundation
import Testing

/// The data for researchers, opened with the tools that they use.
@Suite struct DataTests {
  private func check(_ workspace: Workspace) throws {
    let data = try workspace.python("check_data.py", "public")
    #expect(data.code == 0, "\(data.text)\(data.errors)")
    let site = try workspace.python("check_site.py", "public", "https://findings.example.org/")
    #expect(site.code == 0, "\(site.text)\(site.errors)")
  }

  @Test(
    "The data of the archive open in the tools without an error or a warning",
    arguments: ["2012-01-01", "2030-01-01"])
  func repositoryContent(instant: String) throws {
    let workspace = try Workspace()
    let tree = try workspace.build(Repository.content.path, at: instant)
    #expect(tree.files["data/findings.sqlite"] != nil)
    try check(workspace)
  }

  @Test(
    "The data of the published letters open in the tools without an error or a warning",
    .enabled(if: Repository.hasShared))
  func publishedLetters() throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(at: workspace.url("content"), withIntermediateDirectories: true)
    let made = try workspace.python("letters_archive.py", Repository.shared.path, "content")
    try #require(made.code == 0, "\(made.errors)")
    let settings = try workspace.read("content/archive.yml")
    try workspace.write(
      "content/archive.yml",
      settings.replacing(/\}\s*$/) { _ in ", \"downloads\": {\"sqlite\": true}}\n" })
    let tree = try workspace.build(at: "2030-01-01")
    #expect(tree.text("data/findings.csv").split(separator: "\r\n").count > 200)
    try check(workspace)
  }

  /// Words that would break out of where they stand.
  private static let hostile =
    #"=HYPERLINK("https://x.example","y"), }, \input{x} <b>"q"</b> %50 _$&#~^ ‘’ ü Ŵ 👍; 'x'; DROP TABLE findings; --"#

  private func hostileArchive() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists("downloads: {sqlite: true}")
    try workspace.write(
      "content/agencies.yml", "- {id: police, name: Police}\n- {id: health, name: Health}\n")
    let quoted = Self.hostile.replacing("'", with: "''")
    let front = """
      title: '\(quoted)'
      summary: '\(quoted)'
      reference: '\(quoted)'
      area: leeds
      themes: [neglect]
      programme: jtai
      guidance: g
      inspectorates: [ofsted, cqc]
      """
    let body = Self.hostile.replacing(/[\\<>_*~^&#=]/) { "\\" + $0.output }
    let text = """
      \(body)

      ## Strengths

      \(body):

      - \(body) {agencies="police health" criteria="EC1"}
        - \(body)
      - \(body)

      ## Context

      > \(body)

      | A | \(body.replacing("|", with: "\\|")) |
      | --- | --- |
      | \\=1 | |

          =code,"with",

      1. \(body)
      """
    for number in 1...3 {
      try workspace.writeDocument(
        "letters/hostile/edition-\(number).md",
        front + "\nrelease: 2024-01-0\(number)" + (number > 1 ? "\nchange: '\(quoted)'" : ""), text)
    }
    try workspace.writeDocument(
      "letters/away.md", front + "\nrelease: 2024-01-05\nwithdrawn: {at: 2024-01-06, reason: '\(quoted)'}",
      text)
    try workspace.writeDocument(
      "letters/gone.md", front + "\nrelease: 2024-01-05\nremoved: {at: 2024-01-06, reason: By order}", text)
    try workspace.writeDocument(
      "letters/cy.md", "title: Llythyr\nrelease: 2024-01-05\nlanguage: cy", "Geiriau.")
    try workspace.writeDocument("letters/empty.md", "title: Empty\nrelease: 2024-01-05", "")
    try workspace.writeDocument(
      "guidance/g.md", "title: Guidance\nrelease: 2024-01-01",
      "| C | T |\n| --- | --- |\n| EC1 | \(body.replacing("|", with: "\\|")) |\n\n1. One.")
    return workspace
  }

  @Test("Hostile words stay in their cells, and the tools find no fault")
  func hostileContent() throws {
    let workspace = try hostileArchive()
    let tree = try workspace.build(at: "2024-02-01")
    #expect(tree.text("data/findings.csv").contains("letters/away,1,"))
    #expect(tree.paths(containing: "letters/gone,").isEmpty)
    try check(workspace)
  }

  @Test(
    "What a spreadsheet takes for a formula is told by check with its line, unless it is off, and not altered"
  )
  func formulas() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "letters/a.md", "title: A letter\nrelease: 2024-01-10", "## Strengths\n\n- =1+1\n- Better\n")
    let built = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", "2024-02-01", "--output",
      "public")
    #expect(built.code == 0)
    #expect(!built.errors.contains("formula"), "\(built.errors)")
    #expect(try workspace.read("public/data/findings.csv").contains(",,,=1+1,,,"))
    func check(at instant: String) throws -> String {
      try workspace.findings("check", "--content", "content", "--at", instant).text
    }
    #expect(
      try check(at: "2024-02-01").contains(
        "content/letters/a.md:8: warning: a spreadsheet takes '=1+1' for a formula; the data files hold it as it "
          + "stands [formula-cell]"))
    let earlier = try check(at: "2024-01-01")
    #expect(earlier.contains("[formula-cell]"))
    #expect(!earlier.contains("1+1"), "of what is not released nothing is quoted")
    try workspace.writeLists("checks: {formula-cell: off}")
    #expect(try !check(at: "2024-02-01").contains("formula"))
  }

  @Test("An archive without the download has no database, and says nothing of one")
  func noDatabase() throws {
    let workspace = try Workspace()
    try workspace.writeLists("downloads: {sqlite: false}")
    try workspace.writeDocument(
      "letters/a.md", "title: A letter\nrelease: 2024-01-10", "## Strengths\n\n- Good\n")
    let tree = try workspace.build(at: "2024-02-01")
    #expect(tree.paths(containing: "sqlite").isEmpty)
    try check(workspace)
  }
}
