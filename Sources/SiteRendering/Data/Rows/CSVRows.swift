import Escaping

/// Rows of a CSV file: RFC 4180 in UTF-8.
struct CSVRows: RowWriter, Sendable {
  private(set) var bytes = Bytes()
  /// How many rows there are.
  private(set) var count = 0
  private let width: Int
  private var cells = 0

  /// Rows of that many cells.
  init(width: Int) {
    self.width = width
  }

  /// Makes room for that many bytes more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func add(text: String?) {
    separate()
    if let text { bytes.append(csv: text) }
  }

  mutating func add(name: String?) {
    separate()
    if let name { bytes.append(verbatim: name) }
  }

  mutating func add(address: String, anchor: String?) {
    separate()
    bytes.append(verbatim: address)
    guard let anchor else { return }
    bytes.append("#")
    bytes.append(verbatim: anchor)
  }

  mutating func add(number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  mutating func endRow() {
    precondition(cells == width, "every row of a table has a cell for each of its columns")
    bytes.append("\r\n")
    cells = 0
    count += 1
  }

  private mutating func separate() {
    if cells > 0 { bytes.append(UInt8(ascii: ",")) }
    cells += 1
  }

  /// The first row of a table.
  static func header(of table: DataTable) -> Bytes {
    var header = CSVRows(width: table.columns.count)
    for column in table.columns { header.add(name: column.name) }
    header.endRow()
    return header.bytes
  }
}
