import Escaping
import Model

/// The description of the data as a Frictionless data package: the tables, and the database as a file.
struct DataPackage {
  let settings: ArchiveSettings
  let words: Words
  let sizes: DataSizes

  /// Where it is.
  static let address = Address.data.file("datapackage.json")

  /// The file.
  func document() -> Bytes {
    JSON.members([
      // A tabular package has tables and nothing else.
      ("profile", sizes.database == nil ? "tabular-data-package" : "data-package"),
      ("name", "findings"),
      ("id", .string(settings.absolute(Self.address))),
      ("title", .string(settings.title)),
      ("description", .string(words[.dataIntroduction])),
      ("homepage", .string(settings.absolute(.data))),
      ("licenses", settings.licence.map { .array([licence($0)]) }),
      (
        "sources",
        .array([.object([("title", .string(settings.title)), ("path", .string(settings.absolute(.home)))])])
      ),
      ("resources", .array(sizes.tables.map(resource) + [sizes.database.map(database)].compactMap(\.self))),
    ]).document()
  }

  private func licence(_ licence: Licence) -> JSON {
    .object([("path", .string(licence.url)), ("title", .string(licence.name))])
  }

  private func resource(_ file: DataSizes.Table) -> JSON {
    let table = file.table
    return .object([
      ("profile", "tabular-data-resource"),
      ("name", .string(table.rawValue)),
      ("path", .string(table.fileName)),
      ("title", .string(words[table.title])),
      ("description", .string(words[table.description])),
      ("format", "csv"),
      ("mediatype", "text/csv"),
      ("encoding", "utf-8"),
      ("bytes", .number(file.bytes)),
      (
        "dialect",
        .object([
          ("delimiter", ","), ("lineTerminator", "\r\n"), ("quoteChar", "\""), ("doubleQuote", .bool(true)),
          ("header", .bool(true)),
        ])
      ),
      ("schema", schema(of: table)),
    ])
  }

  private func database(bytes: Int) -> JSON {
    .object([
      ("profile", "data-resource"),
      ("name", "database"),
      ("path", .string(SQLiteDownload.fileName)),
      ("title", .string(words[.dataDatabaseTitle])),
      ("description", .string(words[.dataDatabase])),
      ("format", "sqlite"),
      ("mediatype", "application/vnd.sqlite3"),
      ("bytes", .number(bytes)),
    ])
  }

  private func schema(of table: DataTable) -> JSON {
    .object([
      ("fields", .array(table.columns.map(field))),
      ("missingValues", .strings([""])),
      ("primaryKey", .strings(table.key)),
      ("foreignKeys", .array(table.references.map { reference($0, in: table) })),
    ])
  }

  private func reference(_ column: String, in table: DataTable) -> JSON {
    // A table refers to itself by an empty name.
    let resource = table == .documents ? "" : DataTable.documents.rawValue
    return .object([
      ("fields", .string(column)),
      ("reference", .object([("resource", .string(resource)), ("fields", "document")])),
    ])
  }

  private func field(_ column: DataColumn) -> JSON {
    let (type, format) = type(of: column.kind)
    var constraints: [(String, JSON?)] = [("required", column.isRequired ? .bool(true) : nil)]
    if case .choice(let choices) = column.kind { constraints.append(("enum", .strings(choices))) }
    let hasConstraints = constraints.contains { $0.1 != nil }
    return .members([
      ("name", .string(column.name)),
      ("type", .string(type)),
      ("format", .text(format)),
      ("description", .string(words[column.description])),
      ("constraints", hasConstraints ? .members(constraints) : nil),
    ])
  }

  private func type(of kind: DataColumn.Kind) -> (type: String, format: String?) {
    switch kind {
    case .text, .name, .language, .choice: ("string", nil)
    case .number: ("integer", nil)
    case .day: ("date", nil)
    case .instant: ("datetime", nil)
    case .address: ("string", "uri")
    }
  }
}
