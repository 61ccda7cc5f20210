import Escaping
import Model

/// The metadata of the tables as CSV on the Web has them: beside each table its own, and once for all of them
/// with what they refer to in one another.
struct TableMetadata {
  let settings: ArchiveSettings
  let words: Words

  /// Where the metadata of all tables together are.
  static let groupAddress = Address.data.file("csv-metadata.json")

  /// The metadata beside a table.
  func document(of table: DataTable) -> Bytes {
    JSON.members([context] + members(of: table, references: [])).document()
  }

  /// The metadata of all tables.
  func group() -> Bytes {
    let tables = DataTable.allCases.map { table in
      // CSVW has no reference that may be empty.
      let references = table.references.filter { name in
        table.columns.contains { $0.name == name && $0.isRequired }
      }
      return JSON.members(members(of: table, references: references))
    }
    return JSON.members([
      context, ("dc:title", .string(settings.title)), ("dc:publisher", .string(settings.title)), licence,
      ("tables", .array(tables)),
    ]).document()
  }

  private var context: (String, JSON?) {
    (
      "@context",
      .array(["http://www.w3.org/ns/csvw", .object([("@language", .string(settings.language))])])
    )
  }

  private var licence: (String, JSON?) {
    ("dc:license", settings.licence.map { .object([("@id", .string($0.url))]) })
  }

  private func members(of table: DataTable, references: [String]) -> [(String, JSON?)] {
    [
      ("url", .string(table.fileName)),
      ("dc:title", .string(words[table.title])),
      ("dc:description", .string(words[table.description])),
      ("dc:publisher", .string(settings.title)),
      licence,
      ("dialect", Self.dialect),
      ("tableSchema", schema(of: table, references: references)),
    ]
  }

  /// How the files are written, which is what CSVW expects where nothing is said.
  private static let dialect = JSON.object([
    ("encoding", "utf-8"), ("lineTerminators", .strings(["\r\n"])), ("delimiter", ","), ("quoteChar", "\""),
    ("doubleQuote", .bool(true)), ("header", .bool(true)), ("headerRowCount", .number(1)),
  ])

  private func schema(of table: DataTable, references: [String]) -> JSON {
    let foreignKeys = references.map { name in
      JSON.object([
        ("columnReference", .string(name)),
        (
          "reference",
          .object([
            ("resource", .string(DataTable.documents.fileName)), ("columnReference", "document"),
          ])
        ),
      ])
    }
    return .members([
      ("columns", .array(table.columns.map(column))),
      ("primaryKey", .strings(table.key)),
      ("foreignKeys", foreignKeys.isEmpty ? nil : .array(foreignKeys)),
    ])
  }

  private func column(_ column: DataColumn) -> JSON {
    .members([
      ("name", .string(column.name)),
      ("titles", .string(column.name)),
      ("dc:description", .string(words[column.description])),
      ("datatype", datatype(of: column.kind)),
      ("separator", column.isList ? " " : nil),
      ("required", column.isRequired ? .bool(true) : nil),
    ])
  }

  private func datatype(of kind: DataColumn.Kind) -> JSON {
    switch kind {
    // `language` is a datatype of CSVW too, but not of every program that reads it.
    case .text, .name, .language: "string"
    case .number: "nonNegativeInteger"
    case .day: "date"
    case .instant: "dateTime"
    case .address: "anyURI"
    case .choice(let choices):
      .object([("base", "string"), ("format", .string(choices.joined(separator: "|")))])
    }
  }
}
