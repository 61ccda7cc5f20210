import Diagnostics
import Embargo
import Markdown
import Model

/// What the rendering of a document leaves for the pages and files about all of them.
struct DocumentOutcome: Sendable {
  let document: DocumentID
  /// Its public editions, first to last.
  private(set) var record: [EditionRecord] = []
  var diagnostics: [Diagnostic] = []
  /// The links to parts of other documents, which are looked at when all are rendered.
  private(set) var fragments: [DocumentFragment] = []
  /// The ids of the latest edition, which the document's address shows.
  var anchors: Set<String> = []
  /// The findings of the latest edition, while the document stands in listings.
  var findings: [FindingEntry] = []

  /// Nothing of a document yet.
  init(of document: DocumentID) {
    self.document = document
  }

  var editionCount: Int { record.count }

  /// Adds an edition.
  mutating func add(_ edition: RenderedEdition) {
    record.append(
      EditionRecord(shown: edition.shown, digest: edition.digest, attachments: edition.attachments))
    diagnostics += edition.diagnostics
    fragments += edition.fragments
  }
}

/// An edition in `record.json`.
struct EditionRecord: Sendable {
  let shown: PublishedEdition
  let digest: Digest
  let attachments: [RenderedAttachment]
}
