/// What every document of a shard is about, a column for each question.
///
/// Columns: header; the number of documents; for each document facet the values, the sets of values that
/// documents have, and for each document the number of its set; the values of the passage facets; for each
/// document its day less that of the one before. Numbers of sets are two bytes where there are more than 256 sets,
/// else one.
package struct Columns: Sendable {
  /// A facet of documents.
  package struct Column: Sendable {
    package var values: [FacetValue] = []
    /// The sets of values that documents have, as places in `values`.
    package var sets: [[Int]] = []
    /// The place in `sets` of what each document has.
    package var documents: [Int] = []

    package init() {}
  }

  /// In the order of `Facet.ofDocuments`.
  package var columns = Facet.ofDocuments.map { _ in Column() }
  /// In the order of `Facet.ofPassages`.
  package var passageValues: [[FacetValue]] = Facet.ofPassages.map { _ in [] }
  /// The day of the first release in the time of the archive, as 20240516 for 16 May 2024; never falling.
  package var days: [Int] = []

  package init() {}

  package var count: Int { days.count }

  // MARK: Format

  package func written(as piece: PieceReference) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(piece, to: &writer)
    writer.write(number: count)
    for column in columns {
      writer.write(values: column.values)
      writer.write(number: column.sets.count)
      for set in column.sets {
        writer.write(number: set.count)
        for value in set { writer.write(number: value) }
      }
      for document in column.documents {
        writer.write(byte: UInt8(document & 0xFF))
        if column.sets.count > 256 { writer.write(byte: UInt8(document >> 8)) }
      }
    }
    for values in passageValues { writer.write(values: values) }
    var last = 0
    for day in days {
      writer.write(number: day - last)
      last = day
    }
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(values: [FacetValue]) {
    write(number: values.count)
    for value in values {
      write(text: value.id)
      write(text: value.name)
    }
  }
}
