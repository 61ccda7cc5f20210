import Embargo
import Escaping
import Model
import ResearchDatabase

/// The SQLite file of the site while it is filled, document by document.
struct SQLiteDownload: Sendable {
  private let database: ResearchDatabase
  private let catalogue: Catalogue
  private let criteria: CriteriaIndex
  private var findings = 0
  /// The agencies that public findings are about; no others may be named.
  private var agencies: Set<String> = []

  static let fileName = "findings.sqlite"
  /// Where the file is.
  static let address = Address.data.file(fileName)

  /// Begins the file.
  init(creating path: String, _ catalogue: Catalogue, _ criteria: CriteriaIndex) throws {
    database = try ResearchDatabase(creating: path, tables: ResearchTable.all, index: ResearchTable.index)
    self.catalogue = catalogue
    self.criteria = criteria
  }

  /// Adds the rows of the next document.
  mutating func add(_ chunk: DatabaseChunk) throws {
    var rows = chunk.rows
    for finding in chunk.findings {
      findings += 1
      let number = DatabaseCell.integer(findings)
      rows.append((.findings, [number] + finding.cells))
      rows += finding.agencies.map { (.findingAgencies, [number, .text($0)]) }
      rows += finding.criteria.map { (.findingCriteria, [number, .text($0.guidance), .text($0.name)]) }
      agencies.formUnion(finding.agencies)
    }
    try insert(rows)
  }

  /// Adds the lists and completes the file.
  func finish() throws {
    let lists = catalogue.archive.lists
    try insert(lists.areas.map { (.areas, cells(of: $0)) })
    try insert(lists.themes.map { (.themes, cells(of: $0)) })
    try insert(lists.inspectorates.map { (.inspectorates, cells(of: $0)) })
    try insert(
      lists.agencies.filter { agencies.contains($0.id) }.map { (.agencies, [.text($0.id), .text($0.name)]) })
    try insert(
      criteria.guidance.flatMap { guidance in
        guidance.criteria.map { (.criteria, cells(of: $0, in: guidance)) }
      })
    try database.finish()
  }

  private func insert(_ rows: [(table: ResearchTable, cells: [DatabaseCell])]) throws {
    try database.insert(rows.map { ($0.table.rawValue, $0.cells) })
  }

  // MARK: Rows of lists

  private func cells(of area: Area) -> [DatabaseCell] {
    [.text(area.id), .text(area.name)]
      + [area.region, area.onsCode, area.urn, area.policeForce].map(DatabaseCell.init)
      + [absolute(.area(area.id))]
  }

  private func cells(of theme: Theme) -> [DatabaseCell] {
    [.text(theme.id), .text(theme.name), DatabaseCell(theme.description), absolute(.theme(theme.id))]
  }

  private func cells(of inspectorate: Inspectorate) -> [DatabaseCell] {
    [.text(inspectorate.id), .text(inspectorate.name)]
      + [inspectorate.shortName, inspectorate.website].map(DatabaseCell.init)
      + [absolute(.inspectorate(inspectorate.id))]
  }

  private func cells(of criterion: Criterion, in guidance: CriteriaIndex.Guidance) -> [DatabaseCell] {
    let id = guidance.document.id
    return [
      .text(id.description), .text(criterion.name), .text(criterion.text),
      absolute(.criterion(criterion, of: id)),
    ]
  }

  private func absolute(_ address: Address) -> DatabaseCell {
    .text(catalogue.archive.settings.absolute(address))
  }
}

extension DatabaseCell {
  /// A cell with the text, or without one.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .none
  }
}
