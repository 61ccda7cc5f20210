import Archive
import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

/// A row of a table of states: the front matter of the editions of one letter, and what the last of them is
/// at an instant.
struct StateCase: Sendable, CustomTestStringConvertible {
  let editions: [String]
  let settings: String
  let instant: Instant
  let state: EditionState
  let reason: String
  let changes: Instant?

  init(
    _ editions: String..., settings: String = "", at instant: Instant, _ state: EditionState,
    _ reason: String,
    changes: Instant? = nil
  ) {
    self.editions = editions
    self.settings = settings
    self.instant = instant
    self.state = state
    self.reason = reason
    self.changes = changes
  }

  var testDescription: String {
    "\(editions.joined(separator: " / ")) at \(instant.rfc3339) is \(state.rawValue)"
  }

  /// Checks the row.
  func check(_ location: SourceLocation = #_sourceLocation) async throws {
    let reports = try await letter(editions, settings: settings).states(at: instant)
    let report = try #require(reports.last, sourceLocation: location)
    #expect(report.state == state, sourceLocation: location)
    #expect(report.reason == reason, sourceLocation: location)
    #expect(report.changes?.rfc3339 == changes?.rfc3339, sourceLocation: location)
    #expect(report.id.number == editions.count, sourceLocation: location)
  }
}

/// The letter `letters/a` with its editions; `DIGEST` in the front matter of an edition stands for the
/// digest of its public text.
func letter(_ editions: [String], settings: String = "") async throws -> Content {
  let content = try Content { Settings(settings) }
  for (index, frontMatter) in editions.enumerated() {
    let path = "letters/a/edition-\(index + 1).md"
    try content.write(Document(path, frontMatter))
    guard frontMatter.contains("DIGEST") else { continue }
    let edition = try await content.archive().documents.first?.editions.last
    let digest = edition?.textDigest?.description ?? "none"
    let parts = frontMatter.split(separator: "DIGEST", omittingEmptySubsequences: false)
    try content.write(Document(path, parts.joined(separator: digest)))
  }
  return content
}
