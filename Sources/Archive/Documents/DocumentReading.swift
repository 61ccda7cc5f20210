import Diagnostics
import Model
import PublishingCalendar

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
    return ArchivedDocument(
      id: scanned.id, editions: editions, attachments: scanned.attachments, sealedFile: scanned.sealedFile)
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
