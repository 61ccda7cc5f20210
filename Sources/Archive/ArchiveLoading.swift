import Diagnostics
import FanOut
import FileSystem
import Model
import PublishingCalendar
package import Sealing

extension Archive {
  /// Reads the content of a folder: lists, documents, editions, attachments.
  ///
  /// Whatever is wrong is a diagnostic of the archive or of an edition; only a folder that cannot be read
  /// at all is an error. At most `jobs` files are read at a time. Sealed documents are opened in memory with the
  /// identity; without one they are counted and not read.
  package static func load(
    from path: String, jobs: Int, identity: Identity? = nil
  ) async throws -> Archive {
    let content = ContentFolder(path)
    guard FileSystem.kind(of: content.displayPath("archive.yml")) == .file else {
      throw NoContent(path: content.path)
    }
    var reading = ListReading(content)
    let lists = reading.lists()
    let workingDays = reading.workingDays()
    let settings = SettingsReading(content, areas: Set(lists.areas.map(\.id)))
    let recipients = reading.recipients()
    let scan = try ContentScan(content)
    let sealed = try SealedFolder(content)
    let (opened, unopened) = try await sealed.open(with: identity, jobs: jobs)
    let scanned = (scan.documents + opened).sorted { $0.order < $1.order }
    let editionReading = EditionReading(
      settings: settings.settings, vocabulary: ListVocabulary(lists, unreadable: reading.unreadable))
    var documents = try await fanOut(over: scanned.count, jobs: jobs) { index in
      editionReading.document(scanned[index])
        .readingAgreedTexts(settings.rules, settings: settings.settings)
    }
    AddressClaims.check(
      &documents, rules: settings.rules, inspectorates: lists.inspectorates.map(\.id))
    var archive = Archive(
      settings: settings.settings, rules: settings.rules, lists: lists, workingDays: workingDays,
      recipients: recipients, documents: documents, unopened: unopened,
      diagnostics: reading.diagnostics + settings.diagnostics + scan.diagnostics + sealed.diagnostics)
    archive.diagnostics += archive.listDiagnostics(in: content)
    return archive
  }
}

/// A folder that holds no content.
package struct NoContent: Error, CustomStringConvertible {
  let path: String

  package var description: String {
    "\(path) holds no archive.yml; give the folder of the content with --content"
  }
}
