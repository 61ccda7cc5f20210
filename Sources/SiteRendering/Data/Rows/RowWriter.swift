/// What takes the cells of rows, one after the other: a CSV file, or the database.
protocol RowWriter {
  /// Adds a cell with words of a document, or an empty one.
  mutating func add(text: String?)
  /// Adds a cell with a name or value of ours, or an empty one: an id, a date, an address of the site.
  mutating func add(name: String?)
  /// Adds a cell with an address of the site.
  mutating func add(address: String, anchor: String?)
  /// Adds a cell with a number.
  mutating func add(number: Int)
  /// Ends a row.
  mutating func endRow()
}

extension RowWriter {
  /// Adds a cell with any number of names, none of which holds a space.
  mutating func add(list names: [String]) {
    add(name: names.count > 1 ? names.joined(separator: " ") : names.first)
  }
}
