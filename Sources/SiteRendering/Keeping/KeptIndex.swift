import Escaping
import Model
import SearchCore
import SearchIndexing

/// What of the file of a kept site is where, and what it is of.
struct KeptIndex: Sendable {
  /// What is kept of a letter: the digest of all that its rendering took, where the record of what it gave stands, and
  /// where its rows are in the data files.
  struct Entry: Sendable {
    let key: Digest
    let record: Range<Int>
    /// Where its findings stand as items of lists.
    let items: Range<Int>
    var rows: [KeptRows] = []
  }

  /// How many bytes the file has.
  var size = 0
  var digests = RecordDigests()
  var entries: [DocumentID: Entry] = [:]
  /// The digests of the outlines of pages, by their addresses.
  var pages: [String: Digest] = [:]
  /// What the search index leaves; the words of its documents are in the file.
  var search: LastIndex?

  /// Nothing yet.
  init() {}

  // MARK: Writing

  private static let mark = Bytes("findings-kept-2".utf8)

  func written() -> Bytes {
    var writer = ByteWriter()
    writer.write(text: Self.mark)
    writer.write(fixed64: size)
    writer.write(list: digests.pieces) { $0.write(text: $1.raw) }
    writer.write(number: search == nil ? 0 : 1)
    search?.write(to: &writer)
    writer.write(number: entries.count)
    for (document, entry) in entries { writer.write(entry, of: document) }
    writer.write(number: pages.count)
    for (path, outline) in pages {
      writer.write(text: Bytes(path.utf8))
      writer.write(text: outline.raw)
    }
    return writer.bytes
  }

  // MARK: Reading

  /// What ``written()`` gave; nil where it is damaged, or something else.
  init?(reading bytes: Bytes) {
    var reader = ByteReader(bytes)
    guard reader.text() == Self.mark else { return nil }
    size = reader.fixed64()
    digests = RecordDigests(reader.list { Digest(raw: $0.text()) }.compactMap(\.self))
    if reader.number() == 1 { search = LastIndex(reading: &reader) }
    for _ in 0..<reader.number() where !reader.isDamaged {
      guard let (document, entry) = reader.entry() else { return nil }
      entries[document] = entry
    }
    for _ in 0..<reader.number() where !reader.isDamaged {
      let path = String(decoding: reader.text(), as: UTF8.self)
      pages[path] = Digest(raw: reader.text())
    }
    if reader.isDamaged || !reader.isAtEnd { return nil }
  }
}

/// The rows of a document in a table of the last build.
struct KeptRows: Sendable {
  /// Where they are in the file.
  let place: Range<Int>
  let count: Int
}

extension ByteWriter {
  fileprivate mutating func write(_ entry: KeptIndex.Entry, of document: DocumentID) {
    write(text: Bytes(document.description.utf8))
    write(text: entry.key.raw)
    write(place: entry.record)
    write(place: entry.items)
    write(list: entry.rows) { writer, rows in
      writer.write(place: rows.place)
      writer.write(number: rows.count)
    }
  }
}

extension ByteReader {
  fileprivate mutating func entry() -> (DocumentID, KeptIndex.Entry)? {
    guard let document = DocumentID(String(decoding: text(), as: UTF8.self)), let key = Digest(raw: text())
    else {
      return nil
    }
    let record = place()
    let items = place()
    let rows = list { KeptRows(place: $0.place(), count: $0.number()) }
    return (document, KeptIndex.Entry(key: key, record: record, items: items, rows: rows))
  }
}
