import Model
import ResearchDatabase

/// A table of the SQLite file: the tables of documents and findings as they are in CSV, the editions, the
/// lists of the archive, and what leads from one to the other.
enum ResearchTable: Int, CaseIterable {
  case documents, editions, findings, areas, themes, inspectorates, agencies, criteria
  case editionAreas, editionThemes, editionInspectorates, findingAgencies, findingCriteria

  /// The tables in the order of their numbers.
  static var all: [DatabaseTable] { allCases.map(\.table) }

  /// The words that can be searched.
  static let index = FullTextIndex(of: "findings", ["strand", "lead", "text"])

  private var table: DatabaseTable {
    switch self {
    case .documents:
      DatabaseTable(
        "documents",
        DataTable.documents.columns.map { column in
          let isReference = DataTable.documents.references.contains(column.name)
          return isReference
            ? Self.column(column).referring(to: "documents", "document") : Self.column(column)
        }, key: DataTable.documents.key)
    case .editions:
      DatabaseTable(
        "editions",
        [
          .document.referring(to: "documents", "document"), .edition, .text("title"),
          .text("wording", isOptional: true),
          .text("state"), .text("language"), .text("released"), .text("change", isOptional: true),
          .integer("is_minor"), .text("digest"), .text("url"),
        ], key: ["document", "edition"])
    case .findings:
      DatabaseTable(
        "findings", [.rowNumber] + DataTable.findings.columns.map(Self.column), key: DataTable.findings.key,
        references: [Self.toEdition], indexes: [["kind", "state"]])
    case .areas:
      DatabaseTable(
        "areas",
        [.text("id"), .text("name")]
          + ["region", "ons_code", "urn", "police_force"].map { .text($0, isOptional: true) } + [
            .text("url")
          ],
        key: ["id"])
    case .themes:
      DatabaseTable(
        "themes", [.text("id"), .text("name"), .text("description", isOptional: true), .text("url")],
        key: ["id"])
    case .inspectorates:
      DatabaseTable(
        "inspectorates",
        [
          .text("id"), .text("name"), .text("short_name", isOptional: true),
          .text("website", isOptional: true),
          .text("url"),
        ], key: ["id"])
    case .agencies: DatabaseTable("agencies", [.text("id"), .text("name")], key: ["id"])
    case .criteria:
      DatabaseTable(
        "criteria",
        [
          .text("guidance").referring(to: "documents", "document"), .text("criterion"), .text("text"),
          .text("url"),
        ], key: ["guidance", "criterion"])
    case .editionAreas: Self.subjects("edition_areas", .text("area").referring(to: "areas", "id"))
    case .editionThemes: Self.subjects("edition_themes", .text("theme").referring(to: "themes", "id"))
    case .editionInspectorates:
      Self.subjects("edition_inspectorates", .text("inspectorate").referring(to: "inspectorates", "id"))
    case .findingAgencies:
      DatabaseTable(
        "finding_agencies", [Self.finding, .text("agency").referring(to: "agencies", "id")],
        key: ["finding", "agency"], indexes: [["agency"]])
    case .findingCriteria:
      DatabaseTable(
        "finding_criteria", [Self.finding, .text("guidance"), .text("criterion")],
        key: ["finding", "guidance", "criterion"],
        references: [(["guidance", "criterion"], "criteria", ["guidance", "criterion"])],
        indexes: [["guidance", "criterion"]])
    }
  }

  private static func column(_ column: DataColumn) -> DatabaseTable.Column {
    let storage: DatabaseTable.Storage = if case .number = column.kind { .integer } else { .text }
    return DatabaseTable.Column(column.name, storage, isOptional: !column.isRequired)
  }

  private static func subjects(_ name: String, _ subject: DatabaseTable.Column) -> DatabaseTable {
    DatabaseTable(
      name, [.document, .edition, subject], key: ["document", "edition", subject.name],
      references: [toEdition], indexes: [[subject.name]])
  }

  private static let toEdition = (
    columns: ["document", "edition"], table: "editions", keys: ["document", "edition"]
  )
  private static let finding = DatabaseTable.Column.integer("finding").referring(to: "findings", "rowid")
}

extension DatabaseTable.Column {
  fileprivate static let document = text("document")
  fileprivate static let edition = integer("edition")

  fileprivate static func text(_ name: String, isOptional: Bool = false) -> DatabaseTable.Column {
    DatabaseTable.Column(name, .text, isOptional: isOptional)
  }

  fileprivate static func integer(_ name: String) -> DatabaseTable.Column {
    DatabaseTable.Column(name, .integer)
  }
}
