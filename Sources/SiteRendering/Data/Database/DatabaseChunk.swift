import Embargo
import Model
import ResearchDatabase

/// The rows of one document in the database, made while it is rendered.
struct DatabaseChunk: Sendable {
  /// A finding with what it is about; its number in the table is known when it is its turn.
  struct FindingRow: Sendable {
    let cells: [DatabaseCell]
    let agencies: [String]
    let criteria: [(guidance: String, name: String)]
  }

  /// The rows of tables whose rows have no number.
  private(set) var rows: [(table: ResearchTable, cells: [DatabaseCell])] = []
  private(set) var findings: [FindingRow] = []

  /// No rows yet.
  init() {}

  init(rows: [(table: ResearchTable, cells: [DatabaseCell])], findings: [FindingRow]) {
    (self.rows, self.findings) = (rows, findings)
  }

  /// Adds the row of the document.
  mutating func add(document edition: EditionRows, findings: Int) {
    var row = DatabaseRows()
    edition.writeDocument(findings: findings, to: &row)
    rows += row.rows.map { (.documents, $0) }
  }

  /// Adds an edition, what it is about and its findings.
  mutating func add(_ edition: EditionRows, _ rendered: RenderedEdition, criteria: CriteriaIndex.Guidance?) {
    var row = DatabaseRows()
    edition.writeEdition(digest: rendered.digest, to: &row)
    rows += row.rows.map { (.editions, $0) }
    for (table, ids) in [
      (ResearchTable.editionAreas, edition.shown.edition.facts.areas), (.editionThemes, edition.themes),
      (.editionInspectorates, edition.shown.edition.inspectorates),
    ] {
      for id in ids { rows.append((table, edition.key + [.text(id)])) }
    }
    for finding in rendered.findings { findings.append(FindingRow(finding, of: edition, criteria)) }
  }
}

extension DatabaseChunk.FindingRow {
  fileprivate init(_ finding: Finding, of edition: EditionRows, _ guidance: CriteriaIndex.Guidance?) {
    var row = DatabaseRows()
    edition.write(finding, to: &row)
    cells = row.rows[0]
    agencies = finding.agencies
    criteria = finding.criteria.compactMap { name in
      guidance.flatMap { $0.addresses[name] == nil ? nil : ($0.document.id.description, name) }
    }
  }
}
