import Escaping
import FileSystem
import Model

/// A table of the data and its file, while the file grows.
struct OpenTable {
  let table: DataTable
  private let file: any OutputFile
  /// The file of the last build, nil where there is none.
  private let last: ScratchFile?
  /// What is to be written next, and after it rows of the last file.
  private var waiting: Bytes
  private var kept = 0..<0
  private(set) var rows = 0
  /// How many bytes the file has when nothing waits any more.
  private(set) var size: Int

  /// How many bytes are written at a time.
  private static let pieceSize = 1 << 16

  /// Begins the file with the names of the columns.
  init(_ table: DataTable, in sink: any OutputSink) throws {
    self.table = table
    file = try sink.open(table.address.outputPath)
    last = try sink.lastFile(table.address.outputPath).map { path throws(FileError) in
      try ScratchFile(reading: path)
    }
    waiting = CSVRows.header(of: table)
    size = waiting.count
  }

  /// Adds rows, and gives their place.
  mutating func add(_ new: CSVRows) throws -> KeptRows {
    if !kept.isEmpty { try write() }
    waiting += new.bytes
    let place = grow(by: new.bytes.count, rows: new.count)
    if waiting.count >= Self.pieceSize { try write() }
    return place
  }

  /// Adds rows of the last file, and gives their place; those of one document after the other are copied at once.
  mutating func add(_ old: KeptRows) throws -> KeptRows {
    if kept.upperBound != old.place.lowerBound || kept.isEmpty {
      if !kept.isEmpty { try write() }
      kept = old.place
    } else {
      kept = kept.lowerBound..<old.place.upperBound
    }
    return grow(by: old.place.count, rows: old.count)
  }

  private mutating func grow(by count: Int, rows: Int) -> KeptRows {
    defer {
      size += count
      self.rows += rows
    }
    return KeptRows(place: size..<(size + count), count: rows)
  }

  /// Writes what waits.
  mutating func write() throws {
    if !waiting.isEmpty { try file.append(waiting) }
    waiting.removeAll(keepingCapacity: true)
    var place = kept.lowerBound
    while place < kept.upperBound, let last {
      let end = min(place + (1 << 20), kept.upperBound)
      try file.append(try last.read(place..<end))
      place = end
    }
    kept = 0..<0
  }
}
