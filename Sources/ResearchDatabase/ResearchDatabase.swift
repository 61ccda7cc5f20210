import FileSystem
import GRDB

/// A SQLite file while it is filled, from its creation to its end in one transaction.
///
/// The same rows in the same order give the same bytes: the pages have a fixed size, what they do not use is
/// zero, and nothing in the file tells when, where or by which version of SQLite it was made. How SQLite lays the
/// same rows out is its own: it has been the same for years, and no format promises that it will be. The file
/// itself is the only one written.
package final class ResearchDatabase: Sendable {
  private let path: String
  private let queue: DatabaseQueue
  private let insertions: [String]
  private let indexDefinitions: [String]
  private let index: FullTextIndex

  /// The version of the tables, which programs find as `user_version`.
  private static let version = 1

  /// Where the header names the version of the library that wrote the file last.
  ///
  /// It is there for people who look for faults: SQLite itself does not read it, and files from before version
  /// 3.7 have zero there.
  private static let versionOffset = 96

  /// Creates the file with its tables.
  package init(creating path: String, tables: [DatabaseTable], index: FullTextIndex) throws {
    self.path = path
    self.index = index
    insertions = tables.map(\.insertion)
    indexDefinitions = tables.flatMap(\.indexDefinitions)
    queue = try Self.naming(path) {
      var configuration = Configuration()
      // The rows that others refer to may come after them.
      configuration.foreignKeysEnabled = false
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        for setting in [
          "page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = NONE", "secure_delete = ON",
          "journal_mode = OFF", "synchronous = OFF", "user_version = \(Self.version)",
        ] {
          try database.execute(sql: "PRAGMA \(setting)")
        }
        try database.beginTransaction()
        for table in tables { try database.execute(sql: table.definition) }
      }
      return queue
    }
  }

  /// Adds rows, each to the table of that place in the list of tables.
  package func insert(_ rows: [(table: Int, cells: [DatabaseCell])]) throws {
    try Self.naming(path) {
      try queue.writeWithoutTransaction { database in
        for (table, cells) in rows {
          let statement = try database.cachedStatement(sql: insertions[table])
          try statement.execute(arguments: StatementArguments(cells.map(\.value)))
        }
      }
    }
  }

  /// Makes the indexes and closes the file.
  package func finish() throws {
    try Self.naming(path) {
      try queue.writeWithoutTransaction { database in
        for definition in indexDefinitions + [index.definition] { try database.execute(sql: definition) }
        for command in ["rebuild", "optimize"] { try database.execute(sql: index.command(command)) }
        try database.commit()
      }
      try queue.close()
    }
    try FileSystem.overwrite(path, at: Self.versionOffset, with: [0, 0, 0, 0])
  }

  /// Tells of a failure by the path of the file, without the statement and its values.
  private static func naming<Result>(_ path: String, _ action: () throws -> Result) throws -> Result {
    do {
      return try action()
    } catch let error as DatabaseError {
      throw ResearchDatabaseError(path: path, message: error.message ?? error.resultCode.description)
    }
  }
}

/// Why the file could not be written.
package struct ResearchDatabaseError: Error, CustomStringConvertible {
  let path: String
  let message: String

  package var description: String { "cannot write \(path): \(message)" }
}

extension DatabaseCell {
  fileprivate var value: DatabaseValue {
    switch self {
    case .none: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}
