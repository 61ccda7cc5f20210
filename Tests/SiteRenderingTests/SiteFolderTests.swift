import Diagnostics
import Embargo
import Model
import SiteRendering
import TestSupport
import Testing

@Suite struct `The folder of the site` {
  @Test(arguments: [
    ("templates/home.mustache", "invalid-utf8"), ("styles/1-foundations.css", "invalid-utf8"),
    ("strings/en.yml", "invalid-utf8"), ("site.yml", "invalid-utf8"),
  ])
  func `is not taken where a file is no text`(file: String, rule: String) async throws {
    let copy = try SiteCopy()
    try copy.write([0x61, 0xFF, 0x62], to: file)
    #expect(try await Self.problems(of: copy) == ["\(rule) \(file)"])
  }

  @Test(arguments: ["templates/home.mustache", "styles/1-foundations.css", "images/icon.svg", "site.yml"])
  func `is not taken where a file is too large`(file: String) async throws {
    let copy = try SiteCopy()
    try copy.write([UInt8](repeating: 0x20, count: 8 << 20 + 1), to: file)
    #expect(try await Self.problems(of: copy) == ["input-too-large \(file)"])
  }

  /// The rules that the folder breaks, each with its file.
  private static func problems(of copy: SiteCopy) async throws -> [String] {
    let settings = try await Content {}.published(at: "2025-01-01").settings
    do {
      _ = try SiteFolder.load(from: copy.path, settings: settings)
      return []
    } catch let problems as SiteProblems {
      return problems.diagnostics.map { "\($0.rule) \($0.place.file.dropFirst(copy.path.count + 1))" }
    }
  }
}
