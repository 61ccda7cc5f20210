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
    /// Where else something stands of it: its findings as items of lists, and its words.
    let others: [Range<Int>]
    var rows: [KeptRows] = []
  }

  /// How many bytes the file has.
  var size = 0
  var entries: [DocumentID: Entry] = [:]
  /// The digests of the outlines of pages, by their addresses.
  var pages: [String: Digest] = [:]
  /// What the search index leaves; the words of its documents are in the file.
  var search: LastIndex?

  /// Nothing yet.
  init() {}

  // MARK: Writing

  private static let mark = Bytes("findings-kept-1".utf8)

  func written() -> Bytes {
    var writer = ByteWriter()
    writer.write(text: Self.mark)
    writer.write(fixed64: size)
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
    write(entry.record)
    write(list: entry.others) { $0.write($1) }
    write(list: entry.rows) { writer, rows in
      writer.write(rows.place)
      writer.write(number: rows.count)
    }
  }

  /// Writes a place in the file.
  mutating func write(_ place: Range<Int>) {
    write(fixed64: place.lowerBound)
    write(number: place.count)
  }

  /// Writes a number of 62 bits.
  fileprivate mutating func write(fixed64 number: Int) {
    write(number: number >> 31)
    write(number: number & 0x7FFF_FFFF)
  }
}

extension ByteReader {
  fileprivate mutating func entry() -> (DocumentID, KeptIndex.Entry)? {
    guard let document = DocumentID(String(decoding: text(), as: UTF8.self)), let key = Digest(raw: text())
    else {
      return nil
    }
    let record = place()
    let others = list { $0.place() }
    let rows = list { KeptRows(place: $0.place(), count: $0.number()) }
    return (document, KeptIndex.Entry(key: key, record: record, others: others, rows: rows))
  }

  /// A place in the file.
  mutating func place() -> Range<Int> {
    let start = fixed64()
    return start..<(start + number())
  }

  fileprivate mutating func fixed64() -> Int { number() << 31 | number() }
}
