package import SearchCore

/// What an index leaves for the next one besides its documents: the numbers of its words, and where its texts are.
package struct LastIndex: Sendable {
  let forms: FormTable
  /// The folders of texts, shard by shard.
  let texts: [[FolderDigest]]
  /// Whether a document has the word of a number; what no document has is not kept.
  private let isUsed: [Bool]

  init(_ forms: FormTable, used isUsed: [Bool], texts: [[FolderDigest]]) {
    self.forms = forms
    self.isUsed = isUsed
    self.texts = texts
  }

  package func write(to writer: inout ByteWriter) {
    forms.write(to: &writer) { isUsed[$0] }
    writer.write(list: texts) { $0.write(list: $1) { $0.write(text: $1.bytes) } }
  }

  /// What ``write(to:)`` wrote; the reader tells whether it is damaged.
  package init(reading reader: inout ByteReader) {
    forms = FormTable(reading: &reader)
    isUsed = [Bool](repeating: true, count: forms.count)
    texts = reader.list { $0.list { FolderDigest($0.text()) } }
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
