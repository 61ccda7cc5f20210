/// What every document of a shard is about, as the engine reads it: the format is that of `Columns`.
final class ColumnsPiece {
  /// A facet of documents or passages.
  final class Column {
    fileprivate(set) var values: [FacetValue] = []
    /// The sets of values that documents have, as places in `values`.
    fileprivate(set) var sets: [[Int]] = []
    /// The place in `sets` of what each document has.
    fileprivate(set) var documents: [Int] = []
  }

  /// In the order of `Facet`; that of the year follows from the days.
  private var columns: [Column] = []
  /// The day of the first release of each document, as 20240516 for 16 May 2024.
  private(set) var days: [Int] = []

  subscript(facet: Facet) -> Column { columns[facet.rawValue] }

  /// Nil where the piece is damaged or not of so many documents.
  init?(reading piece: [UInt8], documentCount: Int) {
    var reader = ByteReader(piece: piece)
    guard reader.number() == documentCount else { return nil }
    for number in 0...Facet.criterion.rawValue {
      let column = Column()
      if number != Facet.year.rawValue { column.readValues(&reader) }
      if number < Facet.year.rawValue {
        guard column.readSets(&reader), column.readDocuments(&reader, documentCount) else { return nil }
      }
      columns.append(column)
    }
    var day = 0
    for _ in 0..<documentCount {
      let last = days.isEmpty ? nil : day / 10_000
      day &+= reader.number()
      days.append(day)
      columns[Facet.year.rawValue].add(year: day / 10_000, after: last)
    }
    if reader.isDamaged || !reader.isAtEnd { return nil }
  }
}

extension ColumnsPiece.Column {
  /// Adds the next document, of the same year as the one before or of a later one.
  fileprivate func add(year: Int, after last: Int?) {
    if year != last {
      var id: [UInt8] = []
      id.append(decimal: year)
      sets.append([values.count])
      values.append(FacetValue(id: id, name: id))
    }
    documents.append(values.count - 1)
  }

  fileprivate func readValues(_ reader: inout ByteReader) {
    let count = reader.number()
    while values.count < count, !reader.isDamaged { values.append(FacetValue(reading: &reader)) }
  }

  fileprivate func readSets(_ reader: inout ByteReader) -> Bool {
    let count = reader.number()
    while sets.count < count, !reader.isDamaged {
      var set: [Int] = []
      let size = reader.number()
      while set.count < size, !reader.isDamaged {
        let value = reader.number()
        guard value < values.count else { return false }
        set.append(value)
      }
      sets.append(set)
    }
    return !reader.isDamaged
  }

  fileprivate func readDocuments(_ reader: inout ByteReader, _ count: Int) -> Bool {
    for _ in 0..<count {
      var set = Int(reader.byte())
      if sets.count > 256 { set |= Int(reader.byte()) << 8 }
      guard set < sets.count else { return false }
      documents.append(set)
    }
    return !reader.isDamaged
  }
}
