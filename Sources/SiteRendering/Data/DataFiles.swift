import Embargo
import Escaping
import FileSystem
import Model
import Synchronization

/// The data files of the site while the documents are rendered.
///
/// The rows of each document are written when it is its turn, and then gone: nothing here grows with the
/// archive.
final class DataFiles: Sendable {
  private struct State {
    var tables: [OpenTable]
    var database: SQLiteDownload?
  }

  private let state: Mutex<State>
  /// The place of the database on the disk, nil where none is made.
  private let databasePath: String?

  /// Begins the files.
  init(_ catalogue: Catalogue, _ criteria: CriteriaIndex, sink: any OutputSink) throws {
    let tables = try DataTable.allCases.map { try OpenTable($0, in: sink) }
    databasePath =
      try catalogue.archive.settings.hasSQLite
      ? sink.reserve(SQLiteDownload.address.outputPath) : nil
    let database = try databasePath.map { try SQLiteDownload(creating: $0, catalogue, criteria) }
    state = Mutex(State(tables: tables, database: database))
  }

  /// Whether a database is made.
  var hasDatabase: Bool { databasePath != nil }

  /// No rows of a document yet.
  func newRows(of document: DocumentID) -> DocumentRows {
    DocumentRows(of: document, hasDatabase: hasDatabase)
  }

  /// Adds the rows of the next document, and gives their places in the files of the tables.
  @discardableResult
  func add(_ rows: DocumentRows) throws -> [KeptRows] {
    try state.withLock { state in
      if let chunk = rows.database { try state.database?.add(chunk) }
      return try state.tables.indices.map { position in
        if let kept = rows.kept { return try state.tables[position].add(kept[position]) }
        return try state.tables[position].add(rows.tables[position])
      }
    }
  }

  /// Completes the files, and says what they hold.
  func finish() throws -> DataSizes {
    try state.withLock { state in
      for position in state.tables.indices { try state.tables[position].write() }
      try state.database?.finish()
      return DataSizes(
        tables: state.tables.map { DataSizes.Table(table: $0.table, rows: $0.rows, bytes: $0.size) },
        database: try databasePath.map { path throws(FileError) in try FileSystem.size(of: path) })
    }
  }
}

/// How much the data files hold.
struct DataSizes: Sendable {
  /// A table and its file.
  struct Table: Sendable {
    let table: DataTable
    let rows: Int
    let bytes: Int
  }

  let tables: [Table]
  /// The bytes of the database, nil where none is made.
  let database: Int?
}
