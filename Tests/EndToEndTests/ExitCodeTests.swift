import Foundation
import Testing

/// Exit 0 done, 1 the content has errors or a check failed, 64 wrong usage; results go to standard output.
@Suite struct ExitCodeTests {
  @Test(
    "Wrong usage exits with 64 and says what is wrong on standard error",
    arguments: [
      ["frobnicate"], ["build"], ["build", "--output"], ["build", "--output", "public", "--jobs", "0"],
      ["build", "--output", "public", "--jobs", "many"], ["build", "--output", "public", "--format", "xml"],
      ["build", "--output", "public", "--unknown"], ["check", "--at", "tomorrow"],
      ["check", "--at", "2024-02-30"], ["check", "--format", "xml"], ["status", "--at", "2024-13-01"],
      ["status", "one", "two"], ["render", "one", "two"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    let result = try workspace.findings(arguments)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
    #expect(!workspace.exists("public"))
  }

  @Test(
    "A moment that the clocks skip or repeat is wrong usage",
    arguments: ["2027-03-28 01:30", "2026-10-25 01:30"])
  func ambiguousMoment(moment: String) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    let result = try workspace.findings("status", "--content", "content", "--at", moment)
    #expect(result.code == 64)
    #expect(result.errors.contains("Europe/London"))
  }

  @Test(
    "Help of every command exits with 0 and names its options",
    arguments: ["build", "check", "status", "schedule", "render"])
  func help(command: String) throws {
    let workspace = try Workspace()
    let help = try workspace.findings(command, "--help")
    #expect(help.code == 0)
    #expect(help.text.contains("USAGE: findings \(command)"))
    #expect(help.errors.isEmpty)
    for option in command == "render" ? ["file"] : ["--content", "--site", "--at", "--jobs", "--format"] {
      #expect(help.text.contains(option), "\(option)")
    }
    #expect(try workspace.findings("--help").text.contains(command))
  }

  @Test("The version exits with 0")
  func version() throws {
    let result = try Workspace().findings("--version")
    #expect(result.code == 0)
    #expect(!result.text.isEmpty)
  }

  @Test(
    "Content without archive.yml is said in one line", arguments: ["build", "check", "status", "schedule"])
  func noContent(command: String) throws {
    let workspace = try Workspace()
    for folder in ["nowhere", "empty"] {
      try? FileManager.default.createDirectory(at: workspace.url("empty"), withIntermediateDirectories: true)
      let output = command == "build" ? ["--output", "public"] : []
      let result = try workspace.findings(
        [command, "--content", folder, "--site", Repository.site.path] + output)
      #expect(result.code == 1)
      #expect(result.errors.contains("\(folder) holds no archive.yml"), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    #expect(!workspace.exists("public"))
  }

  @Test("The summary of a build as JSON is all that goes to standard output")
  func buildSummary() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/leeds.md", "title: Leeds\nrelease: 2024-01-10")
    let result = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", "2024-02-01", "--output",
      "public",
      "--format", "json")
    #expect(result.code == 0)
    let summary = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    #expect(summary?["documents"] as? Int == 1)
    #expect(summary?["instant"] as? String == "2024-02-01T09:30:00Z")
    #expect(summary?["files"] as? Int == (try workspace.tree("public").paths.count))
    for key in ["editions", "pages", "warnings", "seconds", "peak-memory-bytes", "output"] {
      #expect(summary?[key] != nil, "\(key)")
    }
  }

  @Test("The status of one document, and of one that is not there")
  func statusOfOne() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/leeds.md", "title: Leeds\nrelease: 2024-01-10")
    try workspace.writeDocument("letters/york.md", "title: York\nrelease: 2024-01-10")
    let known = try workspace.findings(
      "status", "letters/leeds", "--content", "content", "--at", "2024-02-01")
    #expect(known.code == 0)
    #expect(known.text.hasPrefix("letters/leeds") && known.text.contains(": published: "))
    #expect(!known.text.contains("york"))
    let unknown = try workspace.findings(
      "status", "letters/bath", "--content", "content", "--at", "2024-02-01")
    #expect(unknown.code == 1)
    #expect(unknown.output.isEmpty)
  }
}
