import Foundation
import Testing

/// A small archive that is published into `local`, and to remotes beside it.
struct PublishedSite {
  let workspace: Workspace
  /// What else the environment of the command says.
  var environment: [String: String] = [:]
  /// What `--to` names besides the folder.
  var remotes: [String] = []

  init() throws {
    workspace = try Workspace()
    try workspace.writeLists()
    try letter("first", "release: 2024-01-10")
  }

  func letter(_ name: String, _ front: String, _ body: String = "The text.") throws {
    try workspace.writeDocument("letters/\(name).md", "title: Letter \(name)\n\(front)", body)
  }

  func arguments(_ options: [String]) -> [String] {
    ["publish", "--content", "content", "--site", Repository.site.path, "--to", "local"]
      + remotes.flatMap { ["--to", $0] } + options
  }

  func publish(at instant: String, _ options: String...) throws -> CommandResult {
    try workspace.findings(arguments(["--at", instant] + options), environment: environment)
  }

  /// Publishes, and expects it to succeed.
  @discardableResult
  func released(at instant: String, _ options: String...) throws -> CommandResult {
    let result = try workspace.findings(arguments(["--at", instant] + options), environment: environment)
    try #require(result.code == 0, "\(result.errors)")
    return result
  }

  /// Publishes until something is so, and then kills the command with a signal that it cannot hear.
  func publishKilled(at instant: String, when condition: () throws -> Bool) throws {
    try run(["--at", instant]) { process in
      try wait { try condition() || !process.isRunning }
      #expect(process.isRunning, "it ended too soon")
      kill(process.processIdentifier, SIGKILL)
    }
  }

  /// Follows the schedule while something is done, is told to end, and gives what it logged.
  @discardableResult
  func follow(while work: () throws -> Void) throws -> String {
    try run(["--follow", "--unsynchronised-clock"]) { process in
      defer { process.terminate() }
      try work()
    }
    return log
  }

  /// Runs the command while something is done, and ends it then where it has not ended; what it says goes to `log`, its
  /// results to `results`.
  func run(_ options: [String], while work: (Process) throws -> Void) throws {
    for name in ["log", "results"] { try workspace.write(name, "") }
    let process = Process()
    process.executableURL = Repository.command
    process.arguments = arguments(options)
    process.currentDirectoryURL = workspace.folder
    process.environment = Workspace.environment.merging(environment) { _, new in new }
    process.standardError = try FileHandle(forWritingTo: workspace.url("log"))
    process.standardOutput = try FileHandle(forWritingTo: workspace.url("results"))
    try process.run()
    defer {
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
    }
    try work(process)
  }

  /// What the command that was followed has said.
  var log: String { (try? workspace.read("log")) ?? "" }

  /// Waits until something is so, a minute at most; machines may be slow.
  func wait(_ condition: () throws -> Bool) throws {
    let end = Date.now.addingTimeInterval(60)
    while try !condition() {
      try #require(Date.now < end, "\(log)")
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  func target(ofLink path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: workspace.path(path))
  }

  /// Whether a letter is public in this folder.
  func isPublic(_ name: String, in folder: String = "local/current") -> Bool {
    workspace.exists("\(folder)/letters/\(name)/index.html")
  }
}
