import Foundation
import Testing

/// All or nothing: what readers see is a whole tree, before, during and after every build.
@Suite struct OutputSafetyTests {
  private func archive() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/first.md", "title: First letter\nrelease: 2024-01-10")
    return workspace
  }

  private func build(_ workspace: Workspace, at instant: String = "2024-02-01") throws -> CommandResult {
    try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", instant, "--output", "public")
  }

  /// What stops a build: a path and a text of the content.
  static let mistakes: [(String, String)] = [
    (
      "content/letters/due.md",
      "---\ntitle: Due\nrelease: 2024-01-20\nthemes: [no-such-theme]\n---\n\nText.\n"
    ),
    ("content/letters/due.md", "---\ntitle: Due\nrelease: 2024-01-20\n---\n\n<b>Raw</b> HTML.\n"),
    ("content/letters/due.md", "---\ntitle: Due\nrelease: 2024-01-20\n---\n\n[File](missing.pdf)\n"),
    ("content/letters/due.md", "---\ntitle: Due\nrelease: 2024-02-30\n---\n\nText.\n"),
    ("content/themes.yml", "- {id: neglect}\n"),
    ("content/archive.yml", "title: [\n"),
  ]

  @Test("A failed build leaves the previous output untouched", arguments: mistakes)
  func failureChangesNothing(path: String, text: String) throws {
    let workspace = try archive()
    let before = try workspace.build(at: "2024-02-01")
    try workspace.write(path, text)
    let result = try build(workspace)
    #expect(result.code == 1)
    #expect(result.errors.contains("error: "), "\(result.errors)")
    #expect(before.difference(to: try workspace.tree("public")) == nil)
    #expect(try workspace.namesBesidesNotes() == ["content", "public"], "no staging folder is left")
  }

  @Test(
    "A site that cannot be read leaves the previous output untouched",
    arguments: ["site.yml", "templates/home.mustache"])
  func brokenSite(file: String) throws {
    let workspace = try archive()
    let before = try workspace.build(at: "2024-02-01")
    try workspace.copySite(listing: 50, feed: 30)
    try workspace.write("site/\(file)", "{{#open}}: [")
    let result = try workspace.findings(
      "build", "--content", "content", "--site", "site", "--at", "2024-02-01", "--output", "public")
    #expect(result.code == 1)
    #expect(before.difference(to: try workspace.tree("public")) == nil)
    #expect(try workspace.namesBesidesNotes() == ["content", "public", "site"], "no staging folder is left")
  }

  @Test("Files that no longer belong are gone")
  func staleFiles() throws {
    let workspace = try archive()
    try workspace.writeDocument("letters/second.md", "title: Second letter\nrelease: 2024-01-11")
    try workspace.build(at: "2024-02-01")
    #expect(workspace.exists("public/letters/second/index.html"))
    try workspace.write("public/stray.html", "stray")
    try workspace.remove("content/letters/second.md")
    let rebuilt = try workspace.build(at: "2024-02-01")
    #expect(rebuilt.paths(containing: "second letter").isEmpty)
    #expect(!workspace.exists("public/letters/second"))
    #expect(!workspace.exists("public/stray.html"))
  }

  /// Folders that `findings` did not make, as the files in them.
  static let foreign: [[String: String]] = [
    ["notes.txt": "mine"],
    ["index.html": "<p>mine</p>"],
    ["record.json": "{\"name\": \"mine\"}"],
    [".git/config": "mine"],
    ["deep/er/record.json": "{\n\"format\": \"findings-record-1\""],
  ]

  @Test("A folder that findings did not make is refused, and nothing in it changes", arguments: foreign)
  func foreignFolder(files: [String: String]) throws {
    let workspace = try archive()
    for (path, text) in files { try workspace.write("public/\(path)", text) }
    let before = try workspace.tree("public")
    let result = try build(workspace)
    #expect(result.code == 1)
    #expect(result.errors.contains("was not made by findings"), "\(result.errors)")
    #expect(before.difference(to: try workspace.tree("public")) == nil)
    #expect(try workspace.namesBesidesNotes() == ["content", "public"])
  }

  @Test("A file in the place of the output is refused")
  func fileAsOutput() throws {
    let workspace = try archive()
    try workspace.write("public", "a file")
    #expect(try build(workspace).code == 1)
    #expect(try workspace.read("public") == "a file")
  }

  @Test("An empty folder, a new folder below new folders and a link to a folder receive a site")
  func acceptedOutputs() throws {
    let workspace = try archive()
    for path in ["empty", "target"] {
      try FileManager.default.createDirectory(at: workspace.url(path), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("link"), withDestinationPath: "target")
    for output in ["empty", "new/below/new", "link", "slash/"] {
      #expect(try workspace.build(at: "2024-02-01", to: output).files["record.json"] != nil)
    }
    #expect(workspace.exists("target/record.json"))
    let link = try FileManager.default.attributesOfItem(atPath: workspace.path("link"))
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test("A build that is killed leaves the old tree whole, and the next one succeeds")
  func killedBuild() throws {
    let workspace = try archive()
    let before = try workspace.build(at: "2024-02-01")
    try workspace.writeLetters(1500)
    #expect(try workspace.endBuild(by: "KILL").code == 137)
    #expect(workspace.exists(".public.staging"))
    #expect(before.difference(to: try workspace.tree("public")) == nil)
    let after = try workspace.build(at: "2024-02-01")
    #expect(after.files["letters/letter-1499/index.html"] != nil)
    #expect(try workspace.namesBesidesNotes() == ["content", "public"], "no staging folder is left")
  }

  @Test(
    "A build that is told to end leaves the old tree whole, and nothing else",
    arguments: [("HUP", 129), ("INT", 130), ("TERM", 143)])
  func endedBuild(signal: String, code: Int) throws {
    let workspace = try archive()
    let before = try workspace.build(at: "2024-02-01")
    try workspace.writeLetters(1500)
    let ended = try workspace.endBuild(by: signal)
    #expect(ended.code == code, "\(ended.errors)")
    #expect(before.difference(to: try workspace.tree("public")) == nil)
    #expect(try workspace.namesBesidesNotes() == ["content", "public"], "no staging folder is left")
  }

  @Test("Two builds into one folder at once give one whole tree")
  func concurrentBuilds() throws {
    let workspace = try archive()
    let expected = try workspace.build(at: "2024-02-01", to: "expected")
    let result = try workspace.run([
      "sh", "-c",
      """
      for i in 1 2 3 4 5 6; do
        "$0" build --content content --site "$1" --at 2024-02-01 --output public 2>/dev/null &
      done
      wait
      """, Repository.command.path, Repository.site.path,
    ])
    #expect(result.code == 0)
    #expect(expected.difference(to: try workspace.tree("public")) == nil)
    #expect(
      try workspace.namesBesidesNotes() == ["content", "expected", "public"], "no staging folder is left")
  }
}

extension Workspace {
  /// The names, but for what a build leaves for the next one.
  fileprivate func namesBesidesNotes() throws -> [String] {
    try names().filter { !$0.hasSuffix(".last") }
  }

  /// Writes so many letters that a build takes a while.
  fileprivate func writeLetters(_ count: Int) throws {
    for number in 0..<count {
      try writeDocument(
        "letters/many/letter-\(number).md", "title: Letter \(number)\nrelease: 2024-01-15",
        String(repeating: "A paragraph of some length.\n\n", count: 60))
    }
  }

  /// Sends a signal to a build while it writes: as soon as the staging folder holds documents.
  fileprivate func endBuild(by signal: String) throws -> CommandResult {
    try run([
      "bash", "-c",
      """
      set -m
      "$0" build --content content --site "$1" --at 2024-02-01 --output public 2>/dev/null &
      build=$!
      while [ ! -d .public.staging/letters ]; do kill -0 $build || exit 3; done
      kill -\(signal) $build
      wait $build
      """, Repository.command.path, Repository.site.path,
    ])
  }
}
