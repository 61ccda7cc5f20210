package import Archive
package import Diagnostics
package import Embargo
private import Escaping
import FileSystem
import Model
package import PublishingCalendar

/// A content on disk for one test: the usual lists, and what the test writes.
///
/// Its folder is named `Content` in a fresh folder, and goes when nobody holds it any more.
package final class Content: Sendable {
  package let folder: TemporaryFolder

  package init(@ContentBuilder _ files: () -> [File]) throws {
    folder = try TemporaryFolder()
    for file in DefaultLists.files + files() { try write(file) }
  }

  /// The path of the folder that is given to the commands as `--content`.
  package var path: String { folder.path("Content") }

  package func write(_ file: File) throws {
    switch file.kind {
    case .bytes(let bytes): try folder.write(bytes, to: "Content/" + file.path)
    case .link(let target): try folder.link("Content/" + file.path, to: target)
    }
  }

  package func write(_ document: Document) throws { try write(document.file) }

  package func remove(_ path: String) throws {
    try FileSystem.remove(folder.path("Content/" + path))
  }

  // MARK: What is made of it

  package func archive() async throws -> Archive {
    try await Archive.load(from: path, jobs: 1)
  }

  /// The archive with its texts checked at the instant, as `findings check` and `status` see it.
  package func checked(at instant: Instant) async throws -> Archive {
    let archive = try await archive()
    return try await archive.checkingTexts(
      with: archive.published(at: instant), includesPublic: true, jobs: 1)
  }

  package func published(at instant: Instant) async throws -> PublishedArchive {
    try await archive().published(at: instant)
  }

  package func states(at instant: Instant) async throws -> [StateReport] {
    try await archive().states(at: instant)
  }

  // MARK: What is wrong with it

  /// The report on everything that loading finds, quotations and all, with paths that begin with `Content/`.
  package func problems(_ format: DiagnosticFormat = .text) async throws -> String {
    let archive = try await archive()
    let editions = archive.documents.flatMap(\.editions)
    return report(archive.diagnostics + editions.flatMap(\.diagnostics), format)
  }

  /// The report of `findings check` at the instant.
  package func check(at instant: Instant, _ format: DiagnosticFormat = .text) async throws -> String {
    let checked = try await checked(at: instant)
    return report(checked.allDiagnostics(with: checked.published(at: instant), at: instant), format)
  }

  private func report(_ diagnostics: [Diagnostic], _ format: DiagnosticFormat) -> String {
    let text = String(decoding: format.report(diagnostics), as: UTF8.self)
    return text.split(separator: folder.path + "/", omittingEmptySubsequences: false).joined()
  }
}
