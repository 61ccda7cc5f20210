import Foundation
import Testing

/// Content that somebody made to harm: every one ends soon, in a diagnostic and not in a crash.
@Suite struct HostileContentTests {
  private func archive() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/good.md", "title: Good letter\nrelease: 2024-01-10")
    return workspace
  }

  private func check(_ workspace: Workspace) throws -> CommandResult {
    try workspace.findings("check", "--content", "content", "--at", "2024-06-01")
  }

  /// Front matter, each of which is an error.
  static let fronts: [(name: String, front: String)] = [
    (
      "a bomb of aliases",
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + (1..<12).map { "k\($0): &k\($0) [*a,*a,*a,*a,*a,*a,*a]" }.joined(separator: "\n")
    ),
    (
      "a bomb of anchors",
      (0..<9).reduce("x0: &x0 lol") { text, n in
        text + "\nx\(n + 1): &x\(n + 1) [" + Array(repeating: "*x\(n)", count: 9).joined(separator: ",") + "]"
      }
    ),
    ("a merge key", "base: &b {title: x}\n<<: *b"),
    ("a control character", "title: a\u{1}b"),
    ("a zero byte", "title: a\u{0}b"),
    ("an escape of the terminal", "title: \"a\\x1b[2Jb\""),
    ("text from right to left", "title: \"a\u{202E}b\""),
    ("a huge key", String(repeating: "k", count: 50_000) + ": x"),
    ("a huge value", "title: " + String(repeating: "v", count: 60_000)),
    ("more than 64 KiB", "title: x\nsummary: " + String(repeating: "v", count: 70_000)),
    ("ten thousand keys", "title: x\n" + (0..<6_000).map { "k\($0): 1" }.joined(separator: "\n")),
    ("deep brackets", "title: " + String(repeating: "[", count: 20_000)),
    ("deep mappings", "title: " + String(repeating: "{a: ", count: 10_000)),
    ("deep lists", "title:\n  " + String(repeating: "- ", count: 10_000) + "x"),
    ("two documents", "title: x\n...\ntitle: y"),
    ("a tag", "title: !!python/object:os.system x"),
    ("binary", "title: !!binary aGVsbG8="),
    ("dates as numbers", "title: x\nrelease: 99999-99-99"),
    ("a year too far", "title: x\nrelease: 9999999999999999999"),
    ("nothing", ""),
  ]

  @Test("Hostile front matter is an error, said in few words", arguments: fronts)
  func hostileFrontMatter(name: String, front: String) throws {
    let workspace = try archive()
    try workspace.writeDocument("letters/hostile.md", front)
    let start = ContinuousClock.now
    let result = try check(workspace)
    #expect(result.code == 1, "\(name)")
    #expect(result.text.contains("letters/hostile.md"), "\(name)")
    #expect(!result.text.contains("\u{1B}"), "\(name)")
    #expect(result.output.count < 4_000_000, "\(name)")
    #expect(ContinuousClock.now - start < .seconds(10), "\(name)")
  }

  /// Commands of the shell that harm `content`, and whether the content has errors then.
  static let trees: [(name: String, command: String)] = [
    ("a loop of links", "ln -s . letters/loop && ln -s ../letters letters/up"),
    ("a link to a file", "ln -s /etc/passwd letters/passwd.md"),
    ("a link to nowhere", "ln -s nowhere letters/dangling.md"),
    ("a pipe with the name of an edition", "mkdir letters/two && mkfifo letters/two/edition-1.md"),
    ("a pipe in the place of a list", "rm themes.yml && mkfifo themes.yml"),
    (
      "a pipe as an attachment",
      "mkdir letters/two && cp letters/good.md letters/two/edition-1.md && mkfifo letters/two/a.csv && echo '[a](a.csv)' >> letters/two/edition-1.md"
    ),
    ("a folder with the name of a list", "rm themes.yml && mkdir themes.yml"),
    ("a very long name", "touch letters/$(printf 'a%.0s' $(seq 250)).md"),
    ("a name that is not UTF-8", "touch letters/$(printf 'a\\377b').md"),
    ("a name with a line break", "touch \"letters/a\nb.md\""),
    ("a name with an escape of the terminal", "touch \"letters/$(printf 'a\\033[2Jb').md\""),
    (
      "deep folders",
      "mkdir -p letters/$(printf 'a/%.0s' $(seq 500)) && cp letters/good.md letters/$(printf 'a/%.0s' $(seq 500))deep.md"
    ),
    (
      "an attachment that links out of its folder",
      "mkdir letters/two && cp letters/good.md letters/two/edition-1.md && ln -s ../../archive.yml letters/two/a.txt && echo '[a](a.txt)' >> letters/two/edition-1.md"
    ),
    ("a file of 3 MiB", "head -c 3145728 /dev/zero >> letters/good.md"),
    ("a sparse file", "truncate -s 20G letters/sparse.md"),
    ("a list of 3 MiB", "head -c 3145728 /dev/zero | tr '\\0' '#' >> themes.yml"),
    ("a list that is not UTF-8", "printf '\\377' >> themes.yml"),
    ("a bomb in a list", "echo '- &a {id: a, name: *a}' >> themes.yml"),
    ("bank holidays that are none", "echo '[[[[' > bank-holidays.json"),
    ("letters that differ by case only", "cp letters/good.md letters/Good.md"),
  ]

  @Test("Hostile content is an error that names its place", arguments: trees)
  func hostileTree(name: String, command: String) throws {
    let workspace = try archive()
    let made = try workspace.run(["sh", "-c", "cd content && \(command)"])
    try #require(made.code == 0, "\(made.errors)")
    let start = ContinuousClock.now
    let result = try check(workspace)
    #expect(result.code == 1, "\(name): \(result.code)")
    #expect(
      result.text.contains("error: ") || result.errors.contains("cannot read"),
      "\(name): \(result.text)\(result.errors)")
    #expect(!(result.text + result.errors).contains("\u{1B}"), "\(name)")
    let build = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", "2024-06-01", "--output",
      "public")
    #expect(build.code == 0 || build.code == 1, "\(name): \(build.code)")
    if build.code == 0 {
      let tree = try workspace.tree("public")
      #expect(
        tree.paths(containing: "root:").isEmpty && tree.paths(containing: "time-zone").isEmpty, "\(name)")
    }
    #expect(ContinuousClock.now - start < .seconds(10), "\(name)")
    let json = try workspace.findings("check", "--content", "content", "--format", "json")
    if !json.output.isEmpty {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json.output) }
    }
  }

  @Test(
    "A pipe with the name of a document is not waited for, and somebody is told",
    arguments: ["check", "build", "status"])
  func pipe(command: String) throws {
    let workspace = try archive()
    try workspace.run(["mkfifo", "content/letters/pipe.md"])
    let output = command == "build" ? ["--output", "public"] : []
    let result = try workspace.findings(
      [command, "--content", "content", "--site", Repository.site.path] + output)
    #expect(result.code == 0)
    #expect(command == "status" || (result.text + result.errors).contains("letters/pipe.md: warning: "))
  }

  @Test("A file that may not be read is an error", .enabled(if: getuid() != 0, "root may read everything"))
  func unreadableFile() throws {
    let workspace = try archive()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: workspace.path("content/letters/good.md"))
    let result = try check(workspace)
    #expect(result.code == 1)
    #expect(result.text.contains("Permission denied"))
  }
}
