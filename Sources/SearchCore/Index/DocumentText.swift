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

  package static func written(
    _ label: Label, _ passages: some Sequence<Passage>, as piece: PieceReference
  ) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(piece, to: &writer)
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
