import Foundation
import Testing

/// A temporary folder in which a test writes content and runs the built command; it goes when nobody holds
/// it any more.
final class Workspace: Sendable {
  let folder: URL

  init() throws {
    folder = Self.place.appending(path: "findings-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Where temporary folders are: in memory where there is room, since the tests write very many files.
  private static let place: URL = {
    let free = try? FileManager.default.attributesOfFileSystem(forPath: "/dev/shm")[.systemFreeSize] as? Int
    return free ?? 0 > 2 << 30 ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory
  }()

  /// The environment of every program: no order of hashing is fixed, and nothing is written beside scripts.
  static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_DETERMINISTIC_HASHING"] = nil
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return environment
  }()

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func path(_ path: String) -> String { url(path).path }

  // MARK: Files

  func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  func write(_ path: String, _ bytes: Data) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: self.path(path))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url(path))
  }

  func copy(_ source: URL, to path: String) throws {
    try FileManager.default.copyItem(at: source, to: url(path))
  }

  /// The names in a folder, in order.
  func names(in path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self.path(path)).sorted()
  }

  /// Every file below a folder by its path.
  func tree(_ path: String) throws -> Tree {
    try Tree(at: url(path))
  }

  // MARK: Commands

  /// Runs `findings` in this folder.
  @discardableResult
  func findings(_ arguments: String..., input: Data? = nil) throws -> CommandResult {
    try findings(arguments, input: input)
  }

  @discardableResult
  func findings(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil
  ) throws -> CommandResult {
    try run([Repository.command.path] + arguments, environment: environment, input: input)
  }

  /// Builds `content` with the site of the repository, one job unless given, and expects it to succeed.
  @discardableResult
  func build(_ content: String = "content", at instant: String, to output: String = "public") throws -> Tree {
    let result = try findings(
      ["build", "--content", content, "--site", Repository.site.path, "--at", instant, "--output", output])
    try #require(result.code == 0, "\(result.errors)")
    return try tree(output)
  }

  /// Runs a script of `Support` with Python.
  @discardableResult
  func python(_ script: String, _ arguments: String...) throws -> CommandResult {
    try run(["python3", Repository.support.appending(path: script).path] + arguments)
  }

  /// Runs a program in this folder; whatever takes longer, a minute unless given, is killed, and its exit code is
  /// 137.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, seconds: Int = 60
  ) throws -> CommandResult {
    let streams = url(".run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    for name in ["in", "out", "err"] {
      try (name == "in" ? input ?? Data() : Data()).write(to: streams.appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "--signal=KILL", "\(seconds)"] + arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment.merging(environment) { _, new in new }
    let input = try FileHandle(forReadingFrom: streams.appending(path: "in"))
    let output = try FileHandle(forWritingTo: streams.appending(path: "out"))
    let errors = try FileHandle(forWritingTo: streams.appending(path: "err"))
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      code: Int(process.terminationStatus),
      output: try Data(contentsOf: streams.appending(path: "out")),
      errors: String(decoding: try Data(contentsOf: streams.appending(path: "err")), as: UTF8.self))
  }
}

/// What a command printed, and how it ended.
struct CommandResult {
  let code: Int
  /// Standard output.
  let output: Data
  /// Standard error.
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}
