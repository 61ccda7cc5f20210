package import Escaping
import FileSystem
import Model
import SearchIndexing
import Synchronization

/// What the last build of a site left, and what this one leaves for the next, so that letters and lists of findings are
/// rendered again only where something that their pages take has changed.
///
/// It holds what is public, and stands beside the site for this user alone. Without it everything is rendered, and every
/// byte is the same.
package final class KeptSite: Sendable {
  /// Where records and the findings of lists stand; it grows, and what stands in it does not change.
  let file: ScratchFile
  private let last: KeptIndex
  private let next = Mutex((index: KeptIndex(), loose: [Range<Int>]()))

  /// Goes on from what ``index()`` gave after the last build; nil, or something else, begins anew, as do records that
  /// are not as they were.
  ///
  /// - Parameters:
  ///   - path: The file of the records.
  ///   - addition: A file that is made for the new records until ``settle()``, where nobody may know of them yet.
  package init(recordsIn path: String, index: Bytes?, newOnesIn addition: String? = nil, jobs: Int)
    async throws
  {
    let records: ScratchFile
    if let index, let last = KeptIndex(reading: index),
      let known = try? ScratchFile(continuing: path, at: last.size),
      try await last.digests.agree(with: known, upTo: last.size, jobs: jobs)
    {
      (records, self.last) = (known, last)
    } else {
      (records, last) = (try ScratchFile(continuing: path, at: 0), KeptIndex())
    }
    file = if let addition { try ScratchFile(addition, after: records) } else { records }
  }

  // MARK: The last build

  /// What the last build left of a letter, where it took the same.
  func last(of document: DocumentID, _ key: Digest) -> KeptIndex.Entry? {
    guard let entry = last.entries[document], entry.key == key, entry.rows.count == DataTable.allCases.count
    else { return nil }
    return entry
  }

  /// What the last search index left; the words of its documents are in the file.
  var lastSearchIndex: LastIndex? { last.search }

  // MARK: The next build

  /// Keeps a letter as it was kept before.
  func keep(_ entry: KeptIndex.Entry, of document: DocumentID) {
    next.withLock { $0.index.entries[document] = entry }
  }

  /// Keeps what the rendering of a letter gave.
  ///
  /// - Parameter items: Where its findings stand as items of lists.
  func keep(_ letter: KeptLetter, items: Range<Int>, _ key: Digest) throws {
    let record = try file.append(letter.written())
    keep(KeptIndex.Entry(key: key, record: record, items: items), of: letter.outcome.document)
  }

  /// Notes where the items of a document stand that is not kept.
  func pass(items: Range<Int>) { next.withLock { $0.loose.append(items) } }

  /// How many letters were kept from the last build.
  package var count: Int {
    next.withLock { next in next.index.entries.count { last.entries[$0]?.record == $1.record } }
  }

  /// How many letters the next build may keep.
  package var letterCount: Int { next.withLock { $0.index.entries.count } }

  /// Notes the outline of a page, and says whether the last build had the same.
  func keep(page path: String, _ outline: Digest) -> Bool {
    next.withLock { $0.index.pages[path] = outline }
    return last.pages[path] == outline
  }

  /// Notes where the rows of a letter are now.
  func note(_ rows: [KeptRows], of document: DocumentID) {
    next.withLock { $0.index.entries[document]?.rows = rows }
  }

  /// Notes what the search index leaves.
  func note(_ index: LastIndex) { next.withLock { $0.index.search = index } }

  /// Makes the records those of the site that readers see: what is not kept is wiped, since what readers do not see any
  /// more shall not stay behind, and new ones join the others.
  package func settle() throws {
    let (index, loose) = next.withLock { ($0.index, $0.loose) }
    let gone = last.entries.filter { index.entries[$0]?.record != $1.record }.values.flatMap {
      [$0.record, $0.items]
    }
    let words = Set(last.search?.words ?? []).subtracting(index.search?.words ?? [])
    let wiped = gone + loose + words
    for place in wiped { try file.wipe(place) }
    try file.join()
    var digests = last.digests
    try digests.update(from: file, changed: wiped)
    next.withLock { $0.index.digests = digests }
  }

  /// What the next build goes on from.
  package func index() -> Bytes {
    next.withLock { next in
      next.index.size = file.size
      return next.index.written()
    }
  }
}
