import Foundation

/// Where the tests find the command, the repository and what is shared with it.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static let site = root.appending(path: "Site")
  static let content = root.appending(path: "Content")
  static let support = root.appending(path: "Tests/EndToEndTests/Support")

  private static let environment = ProcessInfo.processInfo.environment

  /// The command to test: the environment names it, or it is the one built with the tests.
  static let command: URL = {
    if let path = environment["FINDINGS"], !path.isEmpty { return URL(filePath: path).standardizedFileURL }
    let bundle = URL(filePath: CommandLine.arguments.first ?? "").standardizedFileURL
    return bundle.deletingLastPathComponent().appending(path: "findings")
  }()

  /// The folder with the published letters and the facts, which is no part of the repository.
  static let shared: URL = {
    if let path = environment["FINDINGS_SHARED"], !path.isEmpty { return URL(filePath: path) }
    return root.appending(path: "../shared").standardizedFileURL
  }()

  static let hasShared = FileManager.default.fileExists(atPath: shared.appending(path: "letters").path)

  /// How many random archives the embargo is tested with.
  static let seeds = 1...(environment["FINDINGS_SEEDS"].flatMap(Int.init).map { max(1, $0) } ?? 40)
}
