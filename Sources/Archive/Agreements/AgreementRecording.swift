import Diagnostics
import FileSystem
import Model
package import PublishingCalendar

/// Why an agreement could not be written into the file of an edition.
package enum AgreementNotRecorded: Error {
  /// The file is no regular one.
  case notAFile(String)
  /// Somebody else writes in the folder.
  case locked(String)
  /// The front matter is written in a way that is not edited; that is the entry it wants.
  case layout(String, line: Int?, entry: String)
}

extension Archive {
  /// Records that an inspectorate agrees the text of an edition as it stands, and gives the edition as its file
  /// reads then.
  ///
  /// Nothing but the key `agreed` changes in the file, and the file changes in one step: before that the new one
  /// was read back, with the same text and the agreement.
  ///
  /// - Throws: `AgreementNotRecorded`, a `BodyChanged` or a `FileError`; the file is then as it was.
  package func recordAgreement(
    of inspectorate: String, by person: String?, at instant: Instant, to edition: ArchivedEdition,
    of document: ArchivedDocument
  ) throws -> ArchivedEdition {
    let file = edition.file
    guard FileSystem.kind(of: file) == .file else { throw AgreementNotRecorded.notAFile(file) }
    let folder = FileSystem.split(file).folder
    guard let lock = try FolderLock(folder) else { throw AgreementNotRecorded.locked(folder) }
    let recorded = Result {
      let record = AgreementRecord(
        inspectorate: inspectorate, person: person, at: instant,
        digest: try document.textDigest(of: edition.edition, settings: settings))
      try write(record, into: edition, of: document)
      return try self.edition(edition.id, in: file, of: document)
    }
    lock.release()
    return try recorded.get()
  }

  private func write(
    _ record: AgreementRecord, into edition: ArchivedEdition, of document: ArchivedDocument
  ) throws {
    // A body that changed since it was loaded is an error.
    let bytes = try edition.edition.body.readFrontMatter() + edition.edition.body.read()
    let edit = AgreedEdit(record, zone: settings.zone)
    let layout = AgreementNotRecorded.layout(
      edition.file, line: edit.line(in: bytes), entry: record.entry(in: settings.zone))
    guard let edited = edit.apply(to: bytes) else { throw layout }
    try FileSystem.replace(edition.file, with: edited) { draft in
      let readBack = try self.edition(edition.id, in: draft, of: document)
      guard readBack.holds(record) else { throw layout }
    }
  }

  /// The edition that a file holds, with the digest of its text.
  private func edition(_ id: EditionID, in path: String, of document: ArchivedDocument) throws
    -> ArchivedEdition
  {
    let reading = EditionReading(settings: settings, vocabulary: ListVocabulary(lists, unreadable: []))
    var edition = reading.edition(id, file: EditionFile(storage: .file(path: path), displayPath: path))
    edition.textDigest = try document.textDigest(of: edition.edition, settings: settings)
    return edition
  }
}

extension ArchivedEdition {
  /// Whether the agreement is there, alone of its inspectorate and to the text as it stands.
  fileprivate func holds(_ record: AgreementRecord) -> Bool {
    let agreements = status.agreements.filter { $0.inspectorate == record.inspectorate }
    guard !hasErrors, agreements.count == 1, let agreement = agreements.first else { return false }
    return agreement.by == record.person && agreement.at == record.at && textDigest == record.digest
      && agreement.digest == record.digest.description
  }
}
