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
  /// A table and its file.
  private struct OpenTable {
    let table: DataTable
    let file: any OutputFile
    /// What is to be written next.
    var waiting: Bytes
    var rows = 0
    var size = 0

    mutating func add(_ new: CSVRows) throws {
      waiting += new.bytes
      rows += new.count
      if waiting.count >= DataFiles.pieceSize { try write() }
    }

    mutating func write() throws {
      try file.append(waiting)
      size += waiting.count
      waiting.removeAll(keepingCapacity: true)
    }
  }

  private struct State {
    var tables: [OpenTable]
    var database: SQLiteDownload?
  }

  private let state: Mutex<State>
  /// The place of the database on the disk, nil where none is made.
  private let databasePath: String?

  /// How many bytes are written at a time.
  private static let pieceSize = 1 << 16

  /// Begins the files.
  init(_ catalogue: Catalogue, _ criteria: CriteriaIndex, sink: any OutputSink) throws {
    let tables = try DataTable.allCases.map { table in
      OpenTable(
        table: table, file: try sink.open(table.address.outputPath), waiting: CSVRows.header(of: table))
    }
    databasePath =
      try catalogue.archive.settings.hasSQLite
      ? sink.reserve(SQLiteDownload.address.outputPath) : nil
    let database = try databasePath.map { try SQLiteDownload(creating: $0, catalogue, criteria) }
    state = Mutex(State(tables: tables, database: database))
  }

  /// No rows of a document yet.
  func newRows() -> DocumentRows { DocumentRows(hasDatabase: databasePath != nil) }

  /// Adds the rows of the next document.
  func add(_ rows: DocumentRows) throws {
    try state.withLock { state in
      for position in state.tables.indices { try state.tables[position].add(rows.tables[position]) }
      if let chunk = rows.database { try state.database?.add(chunk) }
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
