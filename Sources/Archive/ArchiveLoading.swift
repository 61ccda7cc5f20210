import Diagnostics
import FanOut
import FileSystem
import Model
import PublishingCalendar

extension Archive {
  /// Reads the content of a folder: lists, documents, editions, attachments.
  ///
  /// Whatever is wrong is a diagnostic of the archive or of an edition; only a folder that cannot be read
  /// at all is an error. At most `jobs` files are read at a time.
  package static func load(from path: String, jobs: Int) async throws -> Archive {
    let content = ContentFolder(path)
    guard FileSystem.kind(of: content.displayPath("archive.yml")) == .file else {
      throw NoContent(path: content.path)
    }
    var reading = ListReading(content)
    let lists = reading.lists()
    let workingDays = reading.workingDays()
    let settings = SettingsReading(content, areas: Set(lists.areas.map(\.id)))
    let scan = try ContentScan(content)
    let editionReading = EditionReading(
      settings: settings.settings, vocabulary: ListVocabulary(lists))
    var documents = try await fanOut(over: scan.documents.count, jobs: jobs) { index in
      editionReading.document(scan.documents[index])
        .readingAgreedTexts(settings.rules, settings: settings.settings)
    }
    AddressClaims.check(
      &documents, rules: settings.rules, inspectorates: lists.inspectorates.map(\.id))
    return Archive(
      settings: settings.settings, rules: settings.rules, lists: lists, workingDays: workingDays,
      documents: documents,
      diagnostics: reading.diagnostics + settings.diagnostics + scan.diagnostics)
  }
}

/// A folder that holds no content.
package struct NoContent: Error, CustomStringConvertible {
  let path: String

  package var description: String {
    "\(path) holds no archive.yml; give the folder of the content with --content"
  }
}

extension EditionReading {
  /// The document with its editions, their order checked.
  func document(_ scanned: ScannedDocument) -> ArchivedDocument {
    var editions = scanned.editions.map { edition(EditionID(scanned.id, $0.number), file: $0.file) }
    for index in editions.indices {
      let previous = index > 0 ? editions[index - 1] : nil
      if let problem = Self.orderProblem(of: editions[index], after: previous) {
        editions[index].diagnostics.append(problem)
      }
    }
    return ArchivedDocument(id: scanned.id, editions: editions, attachments: scanned.attachments)
  }

  private static func orderProblem(
    of edition: ArchivedEdition, after previous: ArchivedEdition?
  ) -> Diagnostic? {
    let place = Place(file: edition.file)
    let expectedNumber = (previous?.id.number ?? 0) + 1
    guard edition.id.number == expectedNumber else {
      return Diagnostic(
        .error, "edition-order", at: place, "edition \(expectedNumber) is missing before this one",
        expected: "editions numbered from 1 without a gap")
    }
    guard let previous, case .at(let release) = edition.status.release else { return nil }
    switch previous.status.release {
    case .at(let earlier) where earlier < release: return nil
    case .at:
      return Diagnostic(
        .error, "edition-order", at: place,
        "edition \(edition.id.number) is released no later than edition \(previous.id.number)",
        expected: "editions released in the order of their numbers")
    case .none, .unreadable:
      return Diagnostic(
        .error, "edition-order", at: place,
        "edition \(previous.id.number), which comes before this one, has no release",
        expected: "editions released in the order of their numbers")
    }
  }
}
