package import Escaping
package import FileSystem
import Model
import SearchCore
import SearchIndexing
import Synchronization

/// What the last build of a site left, and what this one leaves for the next, so that letters and lists of findings are
/// rendered again only where something that their pages take has changed.
///
/// It holds what is public, and stands beside the site for this user alone. Without it everything is rendered, and every
/// byte is the same.
package final class KeptSite: Sendable {
  /// What is kept of a letter: the digest of all that its rendering took, where the record of what it gave stands, and
  /// where its rows are in the data files.
  struct Entry: Sendable {
    let key: Digest
    let record: Range<Int>
    /// Where else something stands of it: its findings as items of lists, and its words.
    let others: [Range<Int>]
    var rows: [KeptRows] = []
  }

  private struct Next {
    var entries: [DocumentID: Entry] = [:]
    var index: LastIndex?
    var pages: [String: Digest] = [:]
    /// What was written for this build alone.
    var loose: [Range<Int>] = []
  }

  /// Where records and the findings of lists stand; it grows, and what stands in it does not change.
  let file: ScratchFile
  /// What the last search index left; the words of its documents are in the file.
  let lastIndex: LastIndex?
  private let last: [DocumentID: Entry]
  /// The digests of the outlines of pages, by their paths.
  private let lastPages: [String: Digest]
  private let next = Mutex(Next())

  /// Goes on from what ``index()`` gave after the last build; nil, or something else, begins anew.
  ///
  /// - Parameter path: The file of the records.
  package init(recordsIn path: String, index: Bytes?) throws(FileError) {
    if let index, let known = Known(reading: index),
      let file = try? ScratchFile(continuing: path, at: known.size)
    {
      self.file = file
      (last, lastIndex, lastPages) = (known.entries, known.index, known.pages)
    } else {
      file = try ScratchFile(continuing: path, at: 0)
      (last, lastIndex, lastPages) = ([:], nil, [:])
    }
  }

  // MARK: The last build

  /// What the last build left of a letter, where it took the same.
  func last(of document: DocumentID, _ key: Digest) -> Entry? {
    guard let entry = last[document], entry.key == key else { return nil }
    return entry
  }

  // MARK: The next build

  /// Keeps a letter as it was kept before.
  func keep(_ entry: Entry, of document: DocumentID) {
    next.withLock { $0.entries[document] = entry }
  }

  /// Keeps what the rendering of a letter gave.
  ///
  /// - Parameter others: Where something stands of it besides.
  func keep(_ letter: KeptLetter, standingAt others: [Range<Int>], _ key: Digest) throws {
    let record = try file.append(letter.written())
    keep(Entry(key: key, record: record, others: others), of: letter.outcome.document)
  }

  /// Notes where something stands of a document that is not kept.
  func pass(_ places: [Range<Int>]) { next.withLock { $0.loose += places } }

  /// How many letters were kept from the last build.
  package var count: Int {
    next.withLock { next in next.entries.count { last[$0]?.record == $1.record } }
  }

  /// Notes the outline of a page, and says whether the last build had the same.
  func keep(page path: String, _ outline: Digest) -> Bool {
    next.withLock { $0.pages[path] = outline }
    return lastPages[path] == outline
  }

  /// Notes where the rows of a letter are now.
  func note(_ rows: [KeptRows], of document: DocumentID) {
    next.withLock { $0.entries[document]?.rows = rows }
  }

  /// Notes what the search index leaves.
  func note(_ index: LastIndex) { next.withLock { $0.index = index } }

  /// Wipes what is not kept: what readers do not see any more shall not stay behind.
  package func wipe() throws {
    let (entries, loose) = next.withLock { ($0.entries, $0.loose) }
    let gone = last.filter { entries[$0]?.record != $1.record }.values.flatMap { [$0.record] + $0.others }
    for place in gone + loose { try file.wipe(place) }
  }

  /// What the next build goes on from.
  package func index() -> Bytes {
    next.withLock { next in
      var writer = ByteWriter()
      writer.write(text: Known.mark)
      writer.write(fixed64: file.size)
      writer.write(number: next.index == nil ? 0 : 1)
      next.index?.write(to: &writer)
      writer.write(number: next.entries.count)
      for (document, entry) in next.entries { writer.write(entry, of: document) }
      writer.write(number: next.pages.count)
      for (path, outline) in next.pages {
        writer.write(text: Bytes(path.utf8))
        writer.write(text: outline.raw)
      }
      return writer.bytes
    }
  }
}

/// The rows of a document in a table of the last build.
struct KeptRows: Sendable {
  /// Where they are in the file.
  let place: Range<Int>
  let count: Int
}

/// The last tree is not what was kept says it is.
struct LastTreeError: Error, CustomStringConvertible {
  let description: String

  init(_ document: DocumentID) {
    description =
      "the last site has no pages of \(document), though it was left as it is; remove it and build again"
  }
}

/// What was kept, as it is read.
private struct Known {
  var size = 0
  var index: LastIndex?
  var entries: [DocumentID: KeptSite.Entry] = [:]
  var pages: [String: Digest] = [:]

  static let mark = Bytes("findings-kept-1".utf8)

  init?(reading bytes: Bytes) {
    var reader = ByteReader(bytes)
    guard reader.text() == Self.mark else { return nil }
    size = reader.fixed64()
    if reader.number() == 1 { index = LastIndex(reading: &reader) }
    let count = reader.number()
    entries.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count where !reader.isDamaged {
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

extension ByteWriter {
  fileprivate mutating func write(_ entry: KeptSite.Entry, of document: DocumentID) {
    write(text: Bytes(document.description.utf8))
    write(text: entry.key.raw)
    write(entry.record)
    write(number: entry.others.count)
    for place in entry.others { write(place) }
    write(number: entry.rows.count)
    for rows in entry.rows {
      write(rows.place)
      write(number: rows.count)
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
  fileprivate mutating func entry() -> (DocumentID, KeptSite.Entry)? {
    guard let document = DocumentID(String(decoding: text(), as: UTF8.self)), let key = Digest(raw: text())
    else {
      return nil
    }
    let record = place()
    var others: [Range<Int>] = []
    for _ in 0..<number() where !isDamaged { others.append(place()) }
    let rows = (0..<number()).map { _ in KeptRows(place: place(), count: number()) }
    return (document, KeptSite.Entry(key: key, record: record, others: others, rows: rows))
  }

  /// A place in the file.
  mutating func place() -> Range<Int> {
    let start = fixed64()
    return start..<(start + number())
  }

  fileprivate mutating func fixed64() -> Int { number() << 31 | number() }
}
