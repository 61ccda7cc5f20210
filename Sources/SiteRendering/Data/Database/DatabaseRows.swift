import ResearchDatabase

/// Rows of a table of the database.
struct DatabaseRows: RowWriter, Sendable {
  private(set) var rows: [[DatabaseCell]] = []
  private var row: [DatabaseCell] = []

  mutating func add(text: String?) {
    row.append(DatabaseCell(text))
  }

  mutating func add(name: String?) {
    row.append(DatabaseCell(name))
  }

  mutating func add(address: String, anchor: String?) {
    row.append(.text(anchor.map { address + "#" + $0 } ?? address))
  }

  mutating func add(number: Int) {
    row.append(.integer(number))
  }

  mutating func endRow() {
    rows.append(row)
    row = []
  }
}
