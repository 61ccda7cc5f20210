package import Model
package import PublishingCalendar

/// What the ledger knows of the public site: every text that was ever shown, and what became of it.
package struct PublicHistory: Sendable {
  /// The public editions by what they are called, with the digest of the text that readers saw.
  package private(set) var editions: [EditionID: LedgerEntry.Edition] = [:]
  package private(set) var withdrawn: Set<EditionID> = []
  package private(set) var removed: Set<DocumentID> = []
  /// The last instant whose archive was public, or could have been; releases up to it do not happen any more by
  /// themselves.
  package private(set) var instant: Instant?
  /// The release that readers see.
  package private(set) var release: String?
  /// Whether an older release was put back and nothing is published until that is resumed.
  package private(set) var isPinned = false
  package private(set) var entryCount = 0

  package init(_ entries: some Sequence<LedgerEntry> = []) {
    for entry in entries { add(entry) }
  }

  package mutating func add(_ entry: LedgerEntry) {
    entryCount += 1
    release = entry.release
    switch entry.kind {
    case .founding, .release, .passing: instant = max(entry.planned, instant ?? entry.planned)
    case .rollback: isPinned = true
    case .resumption: isPinned = false
    }
    for edition in entry.shown { if let id = edition.editionID { editions[id] = edition } }
    withdrawn.formUnion(entry.withdrawn.compactMap(\.editionID))
    removed.formUnion(entry.removed.compactMap { DocumentID($0) })
  }
}

extension LedgerEntry.Edition {
  /// Nil where the ledger names a document that cannot be.
  var editionID: EditionID? { DocumentID(document).map { EditionID($0, edition) } }
}
