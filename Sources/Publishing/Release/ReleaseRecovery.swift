import Escaping
import FileSystem
import PublishingCalendar

/// What a killed process left of a swap, brought to an end: the ledger says what readers see.
struct ReleaseRecovery {
  let layout: ReleaseLayout

  /// The ledger, with the entry that was pending where readers see its release.
  func ledger() throws -> Ledger {
    guard FileSystem.kind(of: layout.pending) != nil else { return try Ledger(at: layout.ledger) }
    guard let line = try FileSystem.read(layout.pending, limit: 1 << 28),
      let entry = try? LedgerEntry(reading: line)
    else {
      // It was not on the disk whole, so that nothing had happened yet.
      try FileSystem.remove(layout.pending)
      return try Ledger(at: layout.ledger)
    }
    try cutTornLine()
    var ledger = try Ledger(at: layout.ledger)
    try append(entry, to: &ledger)
    try FileSystem.remove(layout.pending)
    return ledger
  }

  private func append(_ entry: LedgerEntry, to ledger: inout Ledger) throws {
    guard try layout.release(at: .current) == entry.release, ledger.entries.last?.sequence != entry.sequence
    else { return }
    var entry = entry
    entry.actual = try FileSystem.modificationTime(ofLink: layout.path(of: .current)).map(
      Instant.init(milliseconds:))
    try ledger.append(entry)
  }

  /// Removes the beginning of a line that was being written.
  private func cutTornLine() throws {
    guard FileSystem.kind(of: layout.ledger) != nil,
      let bytes = try FileSystem.read(layout.ledger, limit: 1 << 30)
    else { return }
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if end < bytes.count { try FileSystem.truncateDurably(layout.ledger, to: end) }
  }
}
