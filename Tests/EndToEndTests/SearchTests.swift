import Foundation
import Testing

/// `findings search` against a judge that reads the text and not the index, in another language.
@Suite struct SearchTests {
  private func compare(_ workspace: Workspace, content: String, queries: Int, seed: Int) throws {
    let judge = Repository.root.appending(path: "Tests/SearchOracle/compare.py").path
    let compared = try workspace.run([
      "python3", judge, Repository.command.path, "public", content, "\(queries)", "--seed", "\(seed)",
    ])
    #expect(compared.code == 0, "seed \(seed): \(compared.text.prefix(4000))\(compared.errors.suffix(2000))")
  }

  @Test(
    "Every query over the archive finds what reading all of it finds", arguments: 1...4)
  func repositoryContent(seed: Int) throws {
    let workspace = try Workspace()
    try workspace.build(Repository.content.path, at: "2030-01-01")
    try compare(workspace, content: Repository.content.path, queries: 60, seed: seed)
  }

  private struct Manifest: Decodable {
    let moments: [String]
  }

  @Test(
    "Every query over a random archive finds what reading all of it finds", arguments: 1...6)
  func randomArchives(seed: Int) throws {
    let workspace = try Workspace()
    try workspace.copySite(listing: 3, feed: 4)
    let made = try workspace.python(
      "random_archive.py", "\(seed)", ".", "--findings", Repository.command.path, "--site", "site")
    try #require(made.code == 0, "seed \(seed): \(made.errors)")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: workspace.url("manifest.json")))
    let built = try workspace.findings(
      "build", "--content", "content", "--site", "site", "--at", try #require(manifest.moments.max()),
      "--output", "public")
    try #require(built.code == 0, "seed \(seed): \(built.errors)")
    try compare(workspace, content: "content", queries: 60, seed: seed)
  }

  @Test func `A query may begin with a minus sign, and a slip is no query`() throws {
    let workspace = try Workspace()
    try workspace.build(Repository.content.path, at: "2030-01-01")
    let found = try workspace.findings("search", "exploitation -online")
    #expect(found.code == 0 && found.text.contains("documents have what you search for"))
    for query in [
      ["-online exploitation"], ["exploitation", "-online"], ["-online", "exploitation"],
      ["--", "-online exploitation"],
    ] {
      #expect(try workspace.findings(["search"] + query).text == found.text, "\(query)")
    }
    let long = try workspace.findings("search", "--limit", "1", "-housing police")
    #expect(long.code == 0 && !long.text.contains("USAGE"), "\(long.text)")
    let slip = try workspace.findings("search", "police", "--limt", "3")
    #expect(slip.code == 64 && slip.errors.contains("Unknown option '--limt'"), "\(slip.errors)")
  }

  @Test func `A passage without an address of its own has none`() throws {
    let workspace = try Workspace()
    try workspace.build(Repository.content.path, at: "2030-01-01")
    let found = try workspace.findings("search", "joint targeted area inspection", "--limit", "50").text
    #expect(found.contains("  - "))
    #expect(!found.contains("()"))
  }

  @Test func `Abbreviations are left alone when asked, and what they would add is said`() throws {
    let workspace = try Workspace()
    try workspace.build(Repository.content.path, at: "2030-01-01")
    let expanded = try workspace.findings("search", "MASH").text
    #expect(expanded.contains("MASH also as: multi-agency safeguarding hub\n"))
    let typed = try workspace.findings("search", "MASH", "--no-expand").text
    #expect(
      typed.contains("MASH only as typed; without --no-expand also as: multi-agency safeguarding hub\n"))
  }

  @Test(arguments: [
    ("", "Type words to search for, or conditions such as theme:neglect.\n"),
    ("()", "Type words to search for"),
    ("theme:nosuch", "Nothing was found.\nNo document has the theme nosuch.\n"),
    ("date:2019-13", "Nothing was found.\n2019-13 is no date"),
    ("Otley", "Otley: see /areas/leeds/"),
    (
      "children police health school probation court kind:strength",
      "Whole documents do: children police health school probation court\n"
    ),
  ]) func `What is found says no more than is so`(query: String, answer: String) throws {
    let workspace = try Workspace()
    try workspace.build(Repository.content.path, at: "2030-01-01")
    let found = try workspace.findings("search", query)
    #expect(found.code == 0 && found.text.contains(answer), "\(found.text)")
  }

  @Test func `An index that is not there or damaged is said so, with what to do`() throws {
    let workspace = try Workspace()
    let missing = try workspace.findings("search", "police", "--index", "nowhere")
    #expect(missing.code == 1)
    #expect(missing.errors.contains("--index takes the folder that 'findings build' wrote"))
    try workspace.build(Repository.content.path, at: "2030-01-01")
    let manifest = workspace.url("public/search/index/manifest")
    var bytes = try Data(contentsOf: manifest)
    bytes[bytes.count / 2] ^= 0x10
    try FileManager.default.removeItem(at: manifest)
    try bytes.write(to: manifest)
    let damaged = try workspace.findings("search", "police", "--index", "public")
    #expect(damaged.code == 1)
    #expect(damaged.errors.contains("the search index is damaged"))
  }
}
