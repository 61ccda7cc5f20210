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

  /// Where the findings wait as items of lists, one after the other.
  var items: Range<Int> { (findings.first?.item.lowerBound ?? 0)..<(findings.last?.item.upperBound ?? 0) }

  /// Adds an edition.
  mutating func add(_ edition: RenderedEdition) {
    add(EditionRecord(shown: edition.shown, digest: edition.digest, attachments: edition.attachments))
    diagnostics += edition.diagnostics
    fragments += edition.fragments
  }

  /// Adds what stands of an edition in the public record.
  mutating func add(_ edition: EditionRecord) { record.append(edition) }

  /// Adds a link to a part of another document.
  mutating func add(_ fragment: DocumentFragment) { fragments.append(fragment) }
}

/// An edition in `record.json`.
struct EditionRecord: Sendable {
  let shown: PublishedEdition
  let digest: Digest
  let attachments: [RenderedAttachment]
}
