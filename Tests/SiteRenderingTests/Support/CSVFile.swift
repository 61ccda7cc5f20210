import Testing

/// A CSV file, as RFC 4180 reads it.
struct CSVFile {
  let header: [String]
  /// The cells of each row by the names of their columns.
  let rows: [[String: String]]

  init(_ text: String, _ place: SourceLocation = #_sourceLocation) throws {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"": cell.unicodeScalars.append(scalars.removeFirst())
      case "\"": isQuoted.toggle()
      case _ where isQuoted: cell.unicodeScalars.append(scalar)
      case ",":
        record.append(cell)
        cell = ""
      case "\r":
        try #require(scalars.popFirst() == "\n", "a line ends in CR and LF", sourceLocation: place)
        records.append(record + [cell])
        (record, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    try #require(cell.isEmpty && record.isEmpty, "the last line has an end", sourceLocation: place)
    let names = try #require(records.first, sourceLocation: place)
    try #require(records.allSatisfy { $0.count == names.count }, sourceLocation: place)
    header = names
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  /// The cells of a column, from the first row to the last.
  subscript(column: String) -> [String] { rows.map { $0[column] ?? "(no column)" } }

  /// The one row in which that column holds that text.
  func row(
    _ column: String, _ text: String, _ place: SourceLocation = #_sourceLocation
  ) throws -> [String: String] {
    let found = rows.filter { $0[column] == text }
    try #require(found.count == 1, "\(found.count) rows have \(text)", sourceLocation: place)
    return found[0]
  }
}

extension BuiltSite {
  /// A table of the data for researchers.
  func table(_ name: String, _ place: SourceLocation = #_sourceLocation) throws -> CSVFile {
    try CSVFile(text("data/\(name).csv", place), place)
  }
}
