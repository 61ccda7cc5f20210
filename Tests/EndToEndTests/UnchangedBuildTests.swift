import Foundation
import Testing

/// `findings build` into a folder that it wrote before.
@Suite struct UnchangedBuildTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "letters/one.md", "title: One\nrelease: 2024-01-10", "A [link](letters/none).")
    try workspace.writeDocument("letters/two.md", "title: Two\nrelease: 2024-06-10")
    // Times of files only tell when the clock of the file system has gone on.
    Thread.sleep(forTimeInterval: 2.1)
  }

  private func build(_ options: String..., at instant: String = "2024-02-01T00:00:00Z") throws
    -> CommandResult
  {
    try workspace.findings(
      [
        "build", "--content", "content", "--site", Repository.site.path, "--output", "public", "--at",
        instant,
        "--format", "json",
      ] + options)
  }

  /// The number of the folder, which is another one after every build.
  private var folder: Int? {
    get throws {
      try FileManager.default.attributesOfItem(atPath: workspace.path("public"))[.systemFileNumber] as? Int
    }
  }

  private struct Summary: Decodable, Equatable {
    let instant: String
    let documents: Int
    let editions: Int
    let pages: Int
    let files: Int
    let warnings: Int
  }

  @Test func `Nothing is written where nothing has changed, and everything is reported again`() throws {
    let first = try build()
    let written = try folder
    let second = try build()
    #expect(try folder == written)
    #expect(second.code == 0)
    #expect(second.errors == first.errors && first.errors.contains("letters/none"))
    let summaries = try [first, second].map { try JSONDecoder().decode(Summary.self, from: $0.output) }
    #expect(summaries[0] == summaries[1] && summaries[0].documents == 1)
    let later = try build(at: "2024-05-01T00:00:00Z")
    #expect(try folder == written)
    #expect(later.text.contains("2024-05-01"))
    #expect(
      try workspace.tree("public").difference(to: try workspace.build(at: "2024-05-01", to: "fresh")) == nil)
  }

  @Test(arguments: [
    "edit", "add", "delete", "rename", "list", "output", "lost", "added", "time", "past", "channel", "note",
    "no-note", "index", "just-now",
  ])
  func `Whatever has changed, the folder is what a fresh build writes`(change: String) throws {
    try #require(try build().code == 0)
    let written = try folder
    var instant = "2024-02-01T00:00:00Z"
    var options: [String] = []
    switch change {
    case "edit":
      let text = try workspace.read("content/letters/one.md")
      try workspace.write("content/letters/one.md", text.replacing("One", with: "Won"))
    case "add": try workspace.writeDocument("letters/three.md", "title: Three\nrelease: 2024-01-11")
    case "delete": try workspace.remove("content/letters/one.md")
    case "rename":
      try FileManager.default.moveItem(
        at: workspace.url("content/letters/one.md"), to: workspace.url("content/letters/uno.md"))
    case "list": try workspace.write("content/themes.yml", "- {id: neglect, name: Neglect of children}\n")
    case "output": try workspace.write("public/index.html", "Somebody was here.")
    case "lost": try workspace.remove("public/letters/one/index.html")
    case "added": try workspace.write("public/stray.html", "Somebody was here.")
    case "time": instant = "2024-07-01T00:00:00Z"
    case "past": instant = "2024-01-01T00:00:00Z"
    case "channel": options = ["--channel", "cqc"]
    case "note": try workspace.write(".public.last/note", "{\"inputs\":")
    case "no-note": try workspace.remove(".public.last/note")
    case "index":
      try workspace.write(".public.last/index", "findings")
      try workspace.writeDocument("letters/three.md", "title: Three\nrelease: 2024-01-11")
    default:
      // A build right after an edit trusts no times, so that the next one builds again.
      try workspace.write("content/letters/one.md", try workspace.read("content/letters/one.md"))
      try #require(try build().code == 0)
    }
    let result = try workspace.findings(
      [
        "build", "--content", "content", "--site", Repository.site.path, "--output", "public", "--at",
        instant,
      ] + options)
    try #require(result.code == 0, "\(result.errors)")
    #expect(try folder != written)
    let fresh = try workspace.findings(
      [
        "build", "--content", "content", "--site", Repository.site.path, "--output", "fresh", "--at", instant,
      ] + options)
    try #require(fresh.code == 0)
    #expect(try workspace.tree("public").difference(to: workspace.tree("fresh")) == nil)
  }

  /// Edits a letter, builds, and lets the clock of the file system go on.
  private func edit(_ text: String) throws {
    try workspace.writeDocument("letters/one.md", "title: One\nrelease: 2024-01-10", text)
    Thread.sleep(forTimeInterval: 2.1)
    try #require(try build().code == 0)
  }

  @Test func `What a build did to the files of the folder is known without a look at all of them`() throws {
    try #require(try build().code == 0)
    // From the second edit on, a build begins with a copy of the folder.
    for text in ["First.", "Second.", "Third.", "# A heading"] {
      try edit(text)
      let written = try folder
      try #require(try build().code == 0)
      #expect(try folder == written, "\(text)")
    }
  }

  @Test func `A copy of the folder that is not of the last build is not gone on from`() throws {
    try #require(try build().code == 0)
    try edit("First.")
    try workspace.write("public/index.html", "Somebody was here.")
    try workspace.write("content/themes.yml", "- {id: neglect, name: Neglect of children}\n")
    try edit("Second.")
    try edit("Third.")
    #expect(
      try workspace.tree("public").difference(to: try workspace.build(at: "2024-02-01", to: "fresh")) == nil)
  }

  @Test func `Nothing is noted of a build that opens sealed documents`() throws {
    let keys = try workspace.run(["age-keygen", "-o", "keys.txt"])
    try #require(keys.code == 0, "\(keys.errors)")
    try #require(try build().code == 0)
    let written = try folder
    try #require(try build("--identity", "keys.txt").code == 0)
    #expect(try folder != written)
    #expect(!workspace.exists(".public.last"))
  }

  @Test func `Nobody else can read what stands beside the folder`() throws {
    try #require(try build().code == 0)
    for (name, expected) in [("", 0o700), ("/note", 0o600), ("/records", 0o600), ("/index", 0o600)] {
      let path = workspace.path(".public.last" + name)
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == expected)
    }
  }
}
