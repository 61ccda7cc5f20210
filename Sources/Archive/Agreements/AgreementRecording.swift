import Escaping
import FileSystem
import Model
package import PublishingCalendar
package import Sealing

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
  /// was read back, with the same text and the agreement. A document that is sealed is sealed anew.
  ///
  /// - Parameter identity: What opens the document where it is sealed.
  /// - Throws: `AgreementNotRecorded`, a `SealingProblem`, a `BodyChanged` or a `FileError`; the file is then as it
  ///   was.
  package func recordAgreement(
    of inspectorate: String, by person: String?, at instant: Instant, to edition: ArchivedEdition,
    of document: ArchivedDocument, identity: Identity?
  ) async throws -> ArchivedEdition {
    let record = AgreementRecord(
      inspectorate: inspectorate, person: person, at: instant,
      digest: try document.textDigest(of: edition.edition, settings: settings))
    return if let sealedFile = document.sealedFile {
      try await write(record, into: edition, of: document, sealedIn: sealedFile, identity)
    } else {
      try write(record, into: edition, of: document)
    }
  }

  /// Records it in the file of an edition that lies open.
  private func write(
    _ record: AgreementRecord, into edition: ArchivedEdition, of document: ArchivedDocument
  ) throws -> ArchivedEdition {
    let file = edition.file
    guard FileSystem.kind(of: file) == .file else { throw AgreementNotRecorded.notAFile(file) }
    let folder = FileSystem.split(file).folder
    guard let lock = try FolderLock(folder) else { throw AgreementNotRecorded.locked(folder) }
    let recorded = Result {
      try FileSystem.replace(file, with: try edited(edition, record)) { draft in
        _ = try readBack(edition, of: document, from: .file(path: draft), record)
      }
      return try readBack(edition, of: document, from: .file(path: file), record)
    }
    lock.release()
    return try recorded.get()
  }

  /// Records it in a sealed document, whose text stays in memory.
  private func write(
    _ record: AgreementRecord, into edition: ArchivedEdition, of document: ArchivedDocument,
    sealedIn file: String, _ identity: Identity?
  ) async throws -> ArchivedEdition {
    let folder = SealedFolder(at: FileSystem.split(file).folder)
    return try await folder.locked {
      let sealed = try await opened(file, identity)
      let edited = try edited(edition, record)
      guard let changed = try sealed.replacing(edition, with: edited) else {
        throw BodyChanged(file: edition.file)
      }
      let recorded = try readBack(edition, of: document, from: .memory(edited), record)
      try await folder.write(changed, to: file, for: sealingKeys, identity: identity)
      return recorded
    }
  }

  /// The file of an edition with the agreement; an error where it changed since it was loaded.
  private func edited(_ edition: ArchivedEdition, _ record: AgreementRecord) throws -> Bytes {
    guard let edited = AgreedEdit(record, zone: settings.zone).apply(to: try edition.edition.body.readFile())
    else { throw notRecorded(record, in: edition) }
    return edited
  }

  private func notRecorded(_ record: AgreementRecord, in edition: ArchivedEdition) -> AgreementNotRecorded {
    let bytes = (try? edition.edition.body.readFile()) ?? []
    let line = AgreedEdit(record, zone: settings.zone).line(in: bytes)
    return .layout(edition.file, line: line, entry: record.entry(in: settings.zone))
  }

  /// The edition as its changed file holds it, with the digest of its text; an error where the file does not say
  /// that it is agreed.
  private func readBack(
    _ edition: ArchivedEdition, of document: ArchivedDocument, from storage: FileStorage,
    _ record: AgreementRecord
  ) throws -> ArchivedEdition {
    let reading = EditionReading(settings: settings, vocabulary: ListVocabulary(lists, unreadable: []))
    var changed = reading.edition(
      edition.id, file: EditionFile(storage: storage, displayPath: edition.file))
    changed.textDigest = try document.textDigest(of: changed.edition, settings: settings)
    guard changed.holds(record) else { throw notRecorded(record, in: edition) }
    return changed
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
