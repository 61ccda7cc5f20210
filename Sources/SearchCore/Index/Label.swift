/// How results show a document.
///
/// Label: its fields, a text each.
package struct Label: Sendable {
  package enum Field: Int, CaseIterable {
    /// The path of its page.
    case path
    case title, summary
    /// What readers call its type, and the names of its areas.
    case type, areas
    /// The day of its first release as readers see it, and as 2024-05-16.
    case day, date
    /// The id of whose words it has, and what readers call them.
    case wording, wordingName
  }

  private var texts: [[UInt8]]

  package init() {
    texts = [[UInt8]](repeating: [], count: Field.allCases.count)
  }

  package subscript(field: Field) -> [UInt8] {
    get { texts[field.rawValue] }
    set { texts[field.rawValue] = newValue }
  }

  // MARK: Format

  package func write(to writer: inout ByteWriter) {
    for text in texts { writer.write(text: text) }
  }

  /// Nil where it is damaged.
  @inline(never)
  package init?(reading reader: inout ByteReader) {
    texts = reader.texts(Field.allCases.count)
    if reader.isDamaged { return nil }
  }
}

/// The labels of 64 documents, for lists that no word was searched for.
///
/// Labels: header; the labels to the end.
package enum Labels {
  package static let size = 64

  package static func written(_ labels: some Sequence<Label>, as piece: PieceReference) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(piece, to: &writer)
    for label in labels { label.write(to: &writer) }
    return writer.bytes
  }

  /// One of the labels of a piece; nil where it is damaged.
  static func label(_ number: Int, in piece: [UInt8]) -> Label? {
    var reader = ByteReader(piece: piece)
    for _ in 0..<number where Label(reading: &reader) == nil { return nil }
    return Label(reading: &reader)
  }
}
