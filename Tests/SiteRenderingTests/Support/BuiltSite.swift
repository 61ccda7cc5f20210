import Diagnostics
import Embargo
import Escaping
import Foundation
import Model
import PublishingCalendar
import SiteRendering
import TestSupport
import Testing

/// The site of a content at an instant, in memory.
struct BuiltSite {
  let files: [String: Bytes]
  let diagnostics: [Diagnostic]
  /// The numbers that a build reports.
  let editions: Int
  let pages: Int

  /// The folder `Site` of the repository.
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../../Site").standardizedFileURL.path

  /// Builds the site of what the content holds at the instant.
  init(
    _ content: Content, at instant: Instant = "2025-01-01", site: String = folder, jobs: Int = 2,
    scope: SiteScope = .archive
  ) async throws {
    defer { withExtendedLifetime(content) {} }
    let published = try await content.published(at: instant)
    let folder = try SiteFolder.load(
      from: site, settings: published.settings, inspectorates: published.lists.inspectorates.map(\.id))
    try await self.init(published, site: folder, jobs: jobs, scope: scope)
  }

  init(
    _ published: PublishedArchive, site: SiteFolder, jobs: Int = 2, scope: SiteScope = .archive
  ) async throws {
    let sink = OutputList()
    let renderer = try await SiteRenderer(published, site: site, sink: sink, jobs: jobs, scope: scope)
    let result = try await renderer.renderDocuments(jobs: jobs)
    pages = try await renderer.renderPages(after: result, jobs: jobs)
    (files, diagnostics, editions) = (sink.files, result.diagnostics, result.editions)
  }

  /// The site of one content written in place.
  static func of(
    at instant: Instant = "2025-01-01", @ContentBuilder _ files: () -> [File]
  ) async throws -> BuiltSite {
    try await BuiltSite(Content(files), at: instant)
  }

  // MARK: Files

  var paths: [String] { files.keys.sorted() }

  /// The paths of all pages.
  var pagePaths: [String] { paths.filter { $0.hasSuffix(".html") } }

  func has(_ path: String) -> Bool { files[path] != nil }

  /// The text of a file; there must be one.
  func text(_ path: String, _ place: SourceLocation = #_sourceLocation) throws -> String {
    String(decoding: try #require(files[path], "there is no \(path)", sourceLocation: place), as: UTF8.self)
  }

  /// The page at an address such as `/letters/leeds-2024/`.
  func page(_ address: String, _ place: SourceLocation = #_sourceLocation) throws -> Page {
    let path = String(address.dropFirst()) + (address.hasSuffix("/") ? "index.html" : "")
    return try Page(text(path, place))
  }

  /// The members of a JSON file.
  func json(_ path: String, _ place: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try JSONValue(text(path, place))
  }

  func feed(_ path: String, _ place: SourceLocation = #_sourceLocation) throws -> Feed {
    try Feed(text(path, place))
  }

  /// The paths of the files that hold the text, in any letter case.
  func paths(holding text: String) -> [String] {
    let text = text.lowercased()
    return paths.filter { path in
      path.lowercased().contains(text)
        || String(decoding: files[path] ?? [], as: UTF8.self).lowercased().contains(text)
    }
  }
}
