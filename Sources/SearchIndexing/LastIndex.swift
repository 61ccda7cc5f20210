package import SearchCore

/// What an index leaves for the next one besides its documents: the numbers of its words, and what each shard leaves.
package struct LastIndex: Sendable {
  let forms: FormTable
  let shards: [LastShard]
  /// What it says of places.
  let places: [UInt8]
  /// Whether a document has the word of a number; what no document has is not kept.
  private let isUsed: [Bool]

  init(_ forms: FormTable, used isUsed: [Bool], shards: [LastShard], places: [UInt8]) {
    self.forms = forms
    self.isUsed = isUsed
    self.shards = shards
    self.places = places
  }

  /// Where the words of its documents wait in the file that the index was given.
  package var words: [Range<Int>] { shards.flatMap(\.documents) }

  package func write(to writer: inout ByteWriter) {
    forms.write(to: &writer) { isUsed[$0] }
    writer.write(list: shards) { $1.write(to: &$0) }
    writer.write(text: places)
  }

  /// What ``write(to:)`` wrote; the reader tells whether it is damaged.
  package init(reading reader: inout ByteReader) {
    forms = FormTable(reading: &reader)
    isUsed = [Bool](repeating: true, count: forms.count)
    shards = reader.list { LastShard(reading: &$0) }
    places = reader.text()
  }
}

/// What a shard leaves for the next index.
struct LastShard: Sendable {
  /// Where the words of its documents wait, by their numbers.
  let documents: [Range<Int>]
  /// Its pieces of words, in the order of their stems.
  let words: [WordsPiece]
  /// The folders of its pieces, kind by kind.
  let folders: [[PieceFolder]]

  init(documents: [Range<Int>], words: [WordsPiece], folders: [[PieceFolder]]) {
    self.documents = documents
    self.words = words
    self.folders = folders
  }

  // MARK: Keeping

  func write(to writer: inout ByteWriter) {
    writer.write(list: documents) { $0.write(place: $1) }
    writer.write(list: words) { $1.write(to: &$0) }
    writer.write(list: folders) { $0.write(list: $1) { $1.write(to: &$0) } }
  }

  init(reading reader: inout ByteReader) {
    documents = reader.list { $0.place() }
    words = reader.list { WordsPiece(reading: &$0) }
    folders = reader.list { $0.list { PieceFolder(reading: &$0) } }
  }
}

/// A document of an index as the next one can have it without reading it again.
package struct KeptDocument: Sendable {
  /// What is said of it but for its words; nil where it cannot be kept, since its text is cut into pieces.
  package let summary: [UInt8]?
  /// Where its words wait in the file that the index was given.
  package let words: Range<Int>

  package init(summary: [UInt8]?, words: Range<Int>) {
    self.summary = summary
    self.words = words
  }
}
