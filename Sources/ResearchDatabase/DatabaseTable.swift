/// A table of the SQLite file.
package struct DatabaseTable: Sendable {
  /// What a column holds.
  package enum Storage: String, Sendable {
    case integer = "INTEGER"
    case text = "TEXT"
  }

  /// A column, and the rules that its values keep.
  package struct Column: Sendable {
    package let name: String
    let storage: Storage
    let rules: String

    /// A column that must have a value, unless it is optional.
    package init(_ name: String, _ storage: Storage = .text, isOptional: Bool = false) {
      self.init(name, storage, rules: isOptional ? "" : " NOT NULL")
    }

    private init(_ name: String, _ storage: Storage, rules: String) {
      self.name = name
      self.storage = storage
      self.rules = rules
    }

    /// The number of the row, which stays when the file is vacuumed.
    package static let rowNumber = Column("rowid", .integer, rules: "")

    /// The column with values of a column of another table.
    package func referring(to table: String, _ column: String) -> Column {
      Column(name, storage, rules: rules + " REFERENCES \(quoted(table)) (\(quoted(column)))")
    }
  }

  package let name: String
  let columns: [Column]
  /// The columns that name a row.
  let key: [String]
  /// Columns whose values together are those of a row of another table.
  let references: [(columns: [String], table: String, keys: [String])]
  /// The columns by which readers look for rows, other than by the key: an index for each list of them.
  let indexes: [[String]]

  /// A table whose rows are named by the values of some columns.
  package init(
    _ name: String, _ columns: [Column], key: [String],
    references: [(columns: [String], table: String, keys: [String])] = [], indexes: [[String]] = []
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.references = references
    self.indexes = indexes
  }

  /// The statement that makes the table.
  var definition: String {
    let hasNumber = columns.first?.name == Column.rowNumber.name
    let lines =
      columns.map { column in
        let isNumber = column.name == Column.rowNumber.name
        return
          "\(quoted(column.name)) \(column.storage.rawValue)\(isNumber ? " PRIMARY KEY" : "")\(column.rules)"
      }
      + ["\(hasNumber ? "UNIQUE" : "PRIMARY KEY") (\(list(key)))"]
      + references.map {
        "FOREIGN KEY (\(list($0.columns))) REFERENCES \(quoted($0.table)) (\(list($0.keys)))"
      }
    return "CREATE TABLE \(quoted(name)) (\n  \(lines.joined(separator: ",\n  "))\n)"
      + (hasNumber ? "" : " WITHOUT ROWID")
  }

  /// The statements that make its indexes.
  var indexDefinitions: [String] {
    indexes.map { columns in
      let index = ([name] + columns).joined(separator: "_")
      return "CREATE INDEX \(quoted(index)) ON \(quoted(name)) (\(list(columns)))"
    }
  }

  /// The statement that adds a row.
  var insertion: String {
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(quoted(name)) VALUES (\(places))"
  }
}

/// A value of a row.
package enum DatabaseCell: Sendable {
  case none
  case integer(Int)
  case text(String)
}

/// The words of a table as they can be searched.
package struct FullTextIndex: Sendable {
  let table: String
  let columns: [String]

  /// An index of the columns of a table that has numbered rows.
  package init(of table: String, _ columns: [String]) {
    self.table = table
    self.columns = columns
  }

  var name: String { table + "_fts" }

  /// The statement that makes the index, in the form by which Datasette knows whose it is.
  var definition: String {
    """
    CREATE VIRTUAL TABLE \(quoted(name)) USING fts5(
      \(columns.map(quoted).joined(separator: ", ")), content=\(quoted(table)),
      tokenize="porter unicode61 remove_diacritics 2"
    )
    """
  }

  /// A statement that the index obeys.
  func command(_ command: String) -> String {
    "INSERT INTO \(quoted(name)) (\(quoted(name))) VALUES ('\(command)')"
  }
}

private func quoted(_ name: String) -> String { "\"\(name)\"" }

private func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
