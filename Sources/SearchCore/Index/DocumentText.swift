/// How results show a document.
///
/// Label: the path of its page, title, summary, the names of its type and areas, its day as readers see it
/// and as 2024-05-16, the id and the name of whose words it has; texts each.
package struct Label: Sendable {
  private var texts: [[UInt8]]

  package init() {
    texts = [[UInt8]](repeating: [], count: Self.size)
  }

  package var path: [UInt8] {
    get { texts[0] }
    set { texts[0] = newValue }
  }
  package var title: [UInt8] {
    get { texts[1] }
    set { texts[1] = newValue }
  }
  package var summary: [UInt8] {
    get { texts[2] }
    set { texts[2] = newValue }
  }
  package var type: [UInt8] {
    get { texts[3] }
    set { texts[3] = newValue }
  }
  package var areas: [UInt8] {
    get { texts[4] }
    set { texts[4] = newValue }
  }
  package var day: [UInt8] {
    get { texts[5] }
    set { texts[5] = newValue }
  }
  package var date: [UInt8] {
    get { texts[6] }
    set { texts[6] = newValue }
  }
  package var wording: [UInt8] {
    get { texts[7] }
    set { texts[7] = newValue }
  }
  package var wordingName: [UInt8] {
    get { texts[8] }
    set { texts[8] = newValue }
  }

  // MARK: Format

  private static let size = 9

  package func write(to writer: inout ByteWriter) {
    for text in texts { writer.write(text: text) }
  }

  /// Nil where it is damaged.
  @inline(never)
  init?(reading reader: inout ByteReader) {
    texts = reader.texts(Self.size)
    if reader.isDamaged { return nil }
  }
}

/// The labels of 64 documents, for lists that no word was searched for.
///
/// Labels: header; the labels to the end.
package enum Labels {
  package static let size = 64

  package static func written(_ labels: some Sequence<Label>) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(PieceKind.labels.rawValue, to: &writer)
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

/// The text of a document, passage by passage; a long text is cut between passages into several pieces, each
/// with the label.
///
/// Text: header; the label; the passages to the end. Passage: its kind as a text and as readers see it, its
/// anchor or nothing, and its words.
package final class DocumentText {
  package final class Passage: Sendable {
    package let kind: [UInt8]
    package let kindName: [UInt8]
    package let anchor: [UInt8]
    package let text: [UInt8]

    package init(kind: [UInt8], kindName: [UInt8], anchor: [UInt8], text: [UInt8]) {
      self.kind = kind
      self.kindName = kindName
      self.anchor = anchor
      self.text = text
    }

    fileprivate init(reading reader: inout ByteReader) {
      kind = reader.text()
      kindName = reader.text()
      anchor = reader.text()
      text = reader.text()
    }
  }

  /// About how many bytes of passages a piece holds at most; a longer passage is not cut.
  package static let pieceSize = 1 << 16

  let label: Label
  private(set) var passages: [Passage] = []

  package static func written(_ label: Label, _ passages: some Sequence<Passage>) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(PieceKind.text.rawValue, to: &writer)
    label.write(to: &writer)
    for passage in passages {
      for text in [passage.kind, passage.kindName, passage.anchor, passage.text] { writer.write(text: text) }
    }
    return writer.bytes
  }

  /// The first piece of a text; nil where it is damaged.
  init?(reading piece: [UInt8]) {
    var reader = ByteReader(piece: piece)
    guard let label = Label(reading: &reader) else { return nil }
    self.label = label
    guard add(&reader) else { return nil }
  }

  /// Adds the passages of the next piece, and returns whether it is whole.
  func add(reading piece: [UInt8]) -> Bool {
    var reader = ByteReader(piece: piece)
    return Label(reading: &reader) != nil && add(&reader)
  }

  private func add(_ reader: inout ByteReader) -> Bool {
    while !reader.isAtEnd, !reader.isDamaged { passages.append(Passage(reading: &reader)) }
    return !reader.isDamaged
  }
}
