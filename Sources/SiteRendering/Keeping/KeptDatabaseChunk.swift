import ResearchDatabase
import SearchCore
import SearchIndexing

/// Rows of the database in what is kept of a letter.
extension ByteWriter {
  mutating func write(_ chunk: DatabaseChunk) {
    write(list: chunk.rows) { writer, row in
      writer.write(number: row.table.rawValue)
      writer.write(row.cells)
    }
    write(list: chunk.findings) { writer, finding in
      writer.write(finding.cells)
      writer.write(list: finding.agencies) { $0.write($1) }
      writer.write(list: finding.criteria) { writer, criterion in
        writer.write(criterion.guidance)
        writer.write(criterion.name)
      }
    }
  }

  private mutating func write(_ cells: [DatabaseCell]) {
    write(list: cells) { writer, cell in
      switch cell {
      case .none: writer.write(number: 0)
      case .integer(let number):
        writer.write(number: 1)
        writer.write(number: number)
      case .text(let text):
        writer.write(number: 2)
        writer.write(text)
      }
    }
  }
}

extension ByteReader {
  /// The rows; nil where one of them is damaged.
  mutating func databaseChunk() -> DatabaseChunk? {
    let rows = list { reader in (table: ResearchTable(rawValue: reader.number()), cells: reader.cells()) }
    let known = rows.compactMap { row in row.table.map { (table: $0, cells: row.cells) } }
    let findings = list { reader in
      DatabaseChunk.FindingRow(
        cells: reader.cells(), agencies: reader.list { $0.string() },
        criteria: reader.list { (guidance: $0.string(), name: $0.string()) })
    }
    return known.count == rows.count ? DatabaseChunk(rows: known, findings: findings) : nil
  }

  private mutating func cells() -> [DatabaseCell] {
    list { reader in
      switch reader.number() {
      case 1: .integer(reader.number())
      case 2: .text(reader.string())
      default: .none
      }
    }
  }
}
