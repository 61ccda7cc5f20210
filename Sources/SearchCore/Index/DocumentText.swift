/// How results show a document.
///
/// Label: the path of its page, title, summary, the names of its type and areas, its day as readers see it
/// and as 2024-05-16, the id and the name of whose words it has; texts each.
package struct Label: Sendable {
  package var path: [UInt8] = []
  package var title: [UInt8] = []
  package var summary: [UInt8] = []
  package var type: [UInt8] = []
  package var areas: [UInt8] = []
  package var day: [UInt8] = []
  package var date: [UInt8] = []
  package var wording: [UInt8] = []
  package var wordingName: [UInt8] = []

  package init() {}

  package func write(to writer: inout ByteWriter) {
    for text in [path, title, summary, type, areas, day, date, wording, wordingName] {
      writer.write(text: text)
    }
  }

  init(reading reader: inout ByteReader) {
    path = reader.text()
    title = reader.text()
    summary = reader.text()
    type = reader.text()
    areas = reader.text()
    day = reader.text()
    date = reader.text()
    wording = reader.text()
    wordingName = reader.text()
  }
}

/// The labels of 64 documents, for lists that no word was searched for.
///
/// Labels: header; the labels to the end.
package struct Labels: Sendable {
  package static let size = 64
  package private(set) var labels: [Label] = []

  package static func written(_ labels: some Sequence<Label>) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(PieceKind.labels.rawValue, to: &writer)
    for label in labels { label.write(to: &writer) }
    return writer.bytes
  }

  package init(reading bytes: [UInt8]) throws(IndexError) {
    var reader = try PieceHeader.reader(of: bytes, PieceKind.labels.rawValue)
    while !reader.isAtEnd, !reader.isDamaged { labels.append(Label(reading: &reader)) }
    guard !reader.isDamaged else { throw .damaged }
  }
}

/// The text of a document, passage by passage; a long text is cut between passages into several pieces, each
/// with the label.
///
/// Text: header; the label; the passages to the end. Passage: its kind as a text and as readers see it, its
/// anchor or nothing, and its words.
package struct DocumentText: Sendable {
  package struct Passage: Sendable {
    package var kind: [UInt8] = []
    package var kindName: [UInt8] = []
    package var anchor: [UInt8] = []
    package var text: [UInt8] = []

    package init(kind: [UInt8], kindName: [UInt8], anchor: [UInt8], text: [UInt8]) {
      self.kind = kind
      self.kindName = kindName
      self.anchor = anchor
      self.text = text
    }
  }

  /// About how many bytes of passages a piece holds at most; a longer passage is not cut.
  package static let pieceSize = 1 << 16

  package let label: Label
  package private(set) var passages: [Passage] = []

  /// The document in several pieces as one.
  init(joining pieces: [DocumentText], label: Label) {
    self.label = label
    passages = pieces.flatMap { $0.passages }
  }

  package static func written(_ label: Label, _ passages: some Sequence<Passage>) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(PieceKind.text.rawValue, to: &writer)
    label.write(to: &writer)
    for passage in passages {
      for text in [passage.kind, passage.kindName, passage.anchor, passage.text] { writer.write(text: text) }
    }
    return writer.bytes
  }

  package init(reading bytes: [UInt8]) throws(IndexError) {
    var reader = try PieceHeader.reader(of: bytes, PieceKind.text.rawValue)
    label = Label(reading: &reader)
    while !reader.isAtEnd, !reader.isDamaged {
      passages.append(
        Passage(kind: reader.text(), kindName: reader.text(), anchor: reader.text(), text: reader.text()))
    }
    guard !reader.isDamaged else { throw .damaged }
  }
}
