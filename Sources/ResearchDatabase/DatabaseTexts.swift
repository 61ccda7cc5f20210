import GRDB

/// The values of a SQLite file, whoever wrote it.
package enum DatabaseTexts {
  /// Hands out every text of every table; an error where the file is no database or is damaged.
  ///
  /// Tables that only index others are left out where they cannot be read.
  package static func each(in path: String, _ take: ([UInt8]) -> Void) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      let tables = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      for table in tables {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
        while let row = try rows.next() {
          for (_, value) in row {
            switch value.storage {
            case .string(let text): take(Array(text.utf8))
            case .blob(let data): take([UInt8](data))
            default: break
            }
          }
        }
      }
    }
  }
}
