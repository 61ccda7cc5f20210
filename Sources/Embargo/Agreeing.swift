package import Archive
package import Model
package import PublishingCalendar

/// Why an inspectorate cannot agree an edition, or nobody can be given it before its release.
package enum CannotAgree: Error, Hashable {
  /// No edition of the document is still to become public.
  case nothingToCome(DocumentID)
  /// The document has no edition of that number; it has those.
  case noEdition(EditionID, known: [Int])
  /// The edition is public: what readers have seen is no longer agreed, but corrected.
  case isPublic(EditionID)
  /// The text of the document was removed.
  case isRemoved(DocumentID)
  /// The edition names other inspectorates.
  case notNamed(String, EditionID, named: [String])
  /// The edition has errors, so that nobody can say what is agreed.
  case hasErrors(EditionID)
}

extension Archive {
  /// The edition of a document that an inspectorate may agree at the instant: that of the number, else the latest
  /// that is not public.
  package func editionToAgree(
    of document: ArchivedDocument, number: Int?, by inspectorate: String, at instant: Instant
  ) throws(CannotAgree) -> ArchivedEdition {
    let edition = try editionToCome(of: document, number: number, at: instant)
    let named = edition.edition.inspectorates
    guard named.isEmpty || named.contains(inspectorate) else {
      throw .notNamed(inspectorate, edition.id, named: named)
    }
    return edition
  }

  /// The edition of a document that is not public at the instant and has no errors: that of the number, else the
  /// latest.
  package func editionToCome(
    of document: ArchivedDocument, number: Int?, at instant: Instant
  ) throws(CannotAgree) -> ArchivedEdition {
    guard document.removal == nil else { throw .isRemoved(document.id) }
    let candidates = zip(document.editions, states(of: document, at: instant))
    let edition: ArchivedEdition
    if let number {
      guard let (found, report) = candidates.first(where: { $0.0.id.number == number }) else {
        throw .noEdition(EditionID(document.id, number), known: document.editions.map(\.id.number))
      }
      guard !report.state.isPublic else { throw .isPublic(found.id) }
      edition = found
    } else {
      guard let (found, _) = candidates.reversed().first(where: { !$0.1.state.isPublic }) else {
        throw .nothingToCome(document.id)
      }
      edition = found
    }
    guard !edition.hasErrors else { throw .hasErrors(edition.id) }
    return edition
  }
}
