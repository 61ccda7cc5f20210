import Diagnostics
import Embargo
import Model

/// The rows of one document in every table, made while it is rendered and written when it is its turn.
struct DocumentRows: Sendable {
  let document: DocumentID
  /// The rows by the numbers of the tables.
  private(set) var tables = DataTable.allCases.map { CSVRows(width: $0.columns.count) }
  /// The rows in the database, nil where none is made.
  private(set) var database: DatabaseChunk?

  /// Where the rows are in the tables of the last build; nil where they are made.
  let kept: [KeptRows]?

  /// No rows yet.
  ///
  /// - Parameter hasDatabase: Whether a database is made.
  init(of document: DocumentID, hasDatabase: Bool) {
    self.document = document
    kept = nil
    if hasDatabase { database = DatabaseChunk() }
  }

  /// The rows that the last build made.
  init(kept: [KeptRows], _ database: DatabaseChunk?, of document: DocumentID) {
    self.document = document
    self.kept = kept
    self.database = database
  }

  /// Adds an edition of the document.
  ///
  /// One with errors is left out: nothing is published while there is one.
  mutating func add(
    _ rendered: RenderedEdition, of document: PublishedDocument, in catalogue: Catalogue,
    _ criteria: CriteriaIndex
  ) {
    guard !rendered.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let edition = EditionRows(rendered.shown, of: document, in: catalogue)
    if !rendered.findings.isEmpty {
      self[.findings].reserve(rendered.html.bytes.count / 2 + 512 * rendered.findings.count)
    }
    edition.write(rendered.findings, to: &self[.findings])
    database?.add(edition, rendered, criteria: criteria.guidance(of: rendered.shown.edition))
    if rendered.shown.edition.id == document.current.edition.id {
      add(current: edition, rendered, isInspection: isInspection(document, in: catalogue))
    }
  }

  /// Whether the document stands for an inspection: a letter does, and its translation does not do so again.
  private func isInspection(_ document: PublishedDocument, in catalogue: Catalogue) -> Bool {
    document.id.collection == .letters && !catalogue.isTranslation(document)
  }

  private mutating func add(current edition: EditionRows, _ rendered: RenderedEdition, isInspection: Bool) {
    let count = rendered.findings.count
    edition.writeDocument(findings: count, to: &self[.documents])
    database?.add(document: edition, findings: count)
    guard !edition.document.isWithdrawn else { return }
    self[.passages].reserve(rendered.html.bytes.count * 2)
    edition.writePassages(of: rendered, to: &self[.passages])
    if isInspection { edition.writeCoverage(findings: count, to: &self[.coverage]) }
  }

  private subscript(table: DataTable) -> CSVRows {
    get { tables[table.position] }
    _modify { yield &tables[table.position] }
  }
}
