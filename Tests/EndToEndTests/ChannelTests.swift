import Foundation
import Testing

/// The sites of the inspectorates: within the archive's, and each on a host of its own.
@Suite struct ChannelTests {
  static let inspectorates = ["ofsted", "cqc", "hmicfrs", "hmi-probation"]

  @Test("Each channel of the archive stands alone, sound in itself and the same to the byte each time")
  func standsAlone() throws {
    let workspace = try Workspace()
    for (number, id) in Self.inspectorates.enumerated() {
      let arguments = [
        "build", "--content", Repository.content.path, "--site", Repository.site.path, "--at", "2030-01-01",
        "--channel", id,
      ]
      // The second build replaces the first: the folder is known to be ours.
      for jobs in number == 0 ? ["1", "4"] : ["2"] {
        let result = try workspace.findings(arguments + ["--jobs", jobs, "--output", id])
        try #require(result.code == 0, "\(result.errors)")
      }
      let check = try workspace.python(
        "check_site.py", id, "https://\(id).findings.example.org/", "https://findings.example.org/")
      #expect(check.code == 0, "\(check.text)\(check.errors)")
      let tree = try workspace.tree(id)
      #expect(tree.paths.contains("letters/leeds-2024/index.html"))
      #expect(!tree.paths.contains { $0.hasPrefix("channels/") || $0.hasPrefix("data/") })
    }
    let first = try workspace.tree("ofsted")
    try workspace.findings(
      "build", "--content", Repository.content.path, "--site", Repository.site.path, "--at", "2030-01-01",
      "--channel", "ofsted", "--jobs", "3", "--output", "again")
    #expect(try first.difference(to: workspace.tree("again")) == nil)
  }

  @Test("A channel within the archive holds the files that it holds alone")
  func sameFiles() throws {
    let workspace = try Workspace()
    let whole = try workspace.build(Repository.content.path, at: "2030-01-01")
    try workspace.findings(
      "build", "--content", Repository.content.path, "--site", Repository.site.path, "--at", "2030-01-01",
      "--channel", "cqc", "--output", "alone")
    let alone = try workspace.tree("alone").paths.filter { !["record.json", "robots.txt"].contains($0) }
    #expect(whole.paths.filter { $0.hasPrefix("channels/cqc/") } == alone.map { "channels/cqc/" + $0 })
    let styles = try #require(alone.first { $0.hasPrefix("assets/site-") })
    let links = try FileManager.default.attributesOfItem(atPath: workspace.path("public/" + styles))
    #expect(links[.referenceCount] as? Int == 1 + Self.inspectorates.count, "one file of several names")
  }

  @Test(
    "An unknown channel is wrong usage, and says which there are",
    arguments: [
      ("ofstd", "known: cqc, hmi-probation, hmicfrs, ofsted; did you mean 'ofsted'?"),
      ("nobody", "known: cqc, hmi-probation, hmicfrs, ofsted"),
    ])
  func unknownChannel(id: String, words: String) throws {
    let workspace = try Workspace()
    let result = try workspace.findings(
      "build", "--content", Repository.content.path, "--site", Repository.site.path, "--channel", id,
      "--output", "public")
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("--channel '\(id)' is no channel"), "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!workspace.exists("public"))
  }

  @Test("A site without channels has none, and its other files are the same")
  func withoutChannels() throws {
    let workspace = try Workspace()
    let whole = try workspace.build(Repository.content.path, at: "2024-06-01")
    try workspace.copySite(listing: 50, feed: 30)
    try workspace.remove("site/channels")
    let result = try workspace.findings(
      "build", "--content", Repository.content.path, "--site", "site", "--at", "2024-06-01", "--output",
      "main")
    try #require(result.code == 0, "\(result.errors)")
    let main = try workspace.tree("main")
    #expect(main.paths == whole.paths.filter { !$0.hasPrefix("channels/") })
    for path in main.paths { #expect(main.files[path] == whole.files[path], "\(path)") }
  }

  @Test("A file that seems to mean an inspectorate but names none stops the build")
  func misspelled() throws {
    let workspace = try Workspace()
    try workspace.copySite(listing: 50, feed: 30)
    try FileManager.default.moveItem(
      at: workspace.url("site/channels/ofsted.yml"), to: workspace.url("site/channels/ofstd.yml"))
    let result = try workspace.findings(
      "build", "--content", Repository.content.path, "--site", "site", "--output", "public")
    #expect(result.code == 1)
    #expect(result.errors.contains("site/channels/ofstd.yml: error: no inspectorate has the id 'ofstd'"))
    #expect(result.errors.contains("ofsted.yml"))
    #expect(!workspace.exists("public"))
  }
}
