package import PublishingCalendar

/// The ledger of what the public has seen.
package struct Ledger: Sendable {
  package private(set) var history = PublicHistory()
  private var lines: ChainedLines<LedgerEntry>

  /// Reads the ledger and proves its chain; one that is not there is empty.
  package init(at path: String) throws {
    lines = try ChainedLines(at: path)
    history = PublicHistory(lines.entries)
  }

  /// Where the file is.
  package var path: String { lines.path }
  package var entries: [LedgerEntry] { lines.entries }

  /// An entry that would be the next.
  package func next(_ kind: LedgerEntry.Kind, release: String, planned: Instant) -> LedgerEntry {
    LedgerEntry(
      sequence: entries.count + 1, previous: lines.lastDigest, kind: kind, release: release,
      planned: planned)
  }

  /// Writes an entry that `next` made at the end of the file, and waits until it is on the disk.
  package mutating func append(_ entry: LedgerEntry) throws {
    try lines.append(entry)
    history.add(entry)
  }
}
