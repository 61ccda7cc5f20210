import Diagnostics
import FileSystem

/// What the search page runs: its script, and the engine that `Scripts/search-client` compiles.
struct SearchAssets: Sendable {
  let script: Asset
  let engine: Asset

  var all: [Asset] { [script, engine] }

  private static let script = "/scripts/search.js"
  private static let engine = "/scripts/search.wasm"

  /// Reads both from the folder of the site, nil where one is missing.
  static func load(from path: String) throws -> SearchAssets? {
    guard isFile(path + script), isFile(path + engine) else { return nil }
    return SearchAssets(
      script: Asset(name: "search", ending: "js", bytes: try SiteFolder.bytes(of: path + script)),
      engine: Asset(name: "search", ending: "wasm", bytes: try SiteFolder.bytes(of: path + engine)))
  }

  /// A script without its engine, which is no part of the repository, is reported: the site gets no search.
  static func warnings(in path: String) -> [Diagnostic] {
    guard isFile(path + script), !isFile(path + engine) else { return [] }
    return [
      Diagnostic(
        .warning, "missing-engine", at: Place(file: path + engine),
        "the search engine is missing, so the site has no search",
        expected: "the file that Scripts/search-client writes")
    ]
  }

  private static func isFile(_ path: String) -> Bool { FileSystem.kind(of: path) == .file }
}
