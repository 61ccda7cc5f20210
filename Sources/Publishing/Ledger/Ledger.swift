import Model
import Escaping
import FileSystem
package import PublishingCalendar

/// The ledger of what the public has seen: a file of lines to which lines are added and that is never changed otherwise.
///
/// Every line holds the digest of the one before, so that none can be changed, left out or put in unseen.
package struct Ledger: Sendable {
  /// Where the file is.
  package let path: String
  package private(set) var entries: [LedgerEntry] = []
  package private(set) var history = PublicHistory()
  private var lastDigest = Self.noLine

  /// What the first line has for the digest of the one before.
  private static let noLine = String(repeating: "0", count: 64)
  private static let sizeLimit = 1 << 30

  /// Reads the ledger and proves its chain; one that is not there is empty.
  package init(at path: String) throws {
    self.path = path
    guard FileSystem.kind(of: path) != nil else { return }
    guard let bytes = try FileSystem.read(path, limit: Self.sizeLimit) else {
      throw LedgerError.unreadable(path, line: 1, "it is larger than a ledger can be")
    }
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      number += 1
      try read(Bytes(line), number)
    }
    if bytes.last.map({ $0 != UInt8(ascii: "\n") }) == true {
      throw LedgerError.unreadable(path, line: number + 1, "the line has no end")
    }
  }

  private mutating func read(_ line: Bytes, _ number: Int) throws {
    let entry: LedgerEntry
    do {
      entry = try LedgerEntry(reading: line)
    } catch {
      throw LedgerError.unreadable(path, line: number, "it is no entry of a ledger")
    }
    guard entry.previous == lastDigest else {
      throw LedgerError.broken(path, line: number)
    }
    guard entry.sequence == number, entry.line() == line else {
      throw LedgerError.unreadable(path, line: number, "it is not as findings writes it")
    }
    add(entry, line)
  }

  private mutating func add(_ entry: LedgerEntry, _ line: Bytes) {
    entries.append(entry)
    history.add(entry)
    lastDigest = Digest(of: line).description
  }

  /// An entry that would be the next.
  package func next(_ kind: LedgerEntry.Kind, release: String, planned: Instant) -> LedgerEntry {
    LedgerEntry(
      sequence: entries.count + 1, previous: lastDigest, kind: kind, release: release, planned: planned)
  }

  /// Writes an entry that `next` made at the end of the file, and waits until it is on the disk.
  package mutating func append(_ entry: LedgerEntry) throws {
    precondition(
      entry.sequence == entries.count + 1 && entry.previous == lastDigest, "an entry is added once")
    let line = entry.line()
    try FileSystem.appendDurably(path, line + [UInt8(ascii: "\n")])
    add(entry, line)
  }
}

/// Why a ledger cannot be believed.
package enum LedgerError: Error, CustomStringConvertible {
  case unreadable(String, line: Int, String)
  case broken(String, line: Int)

  package var description: String {
    switch self {
    case .unreadable(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .broken(let path, let line):
      "\(path):\(line): the line does not follow from the one before it: a line was changed, left out or put in; "
        + "compare it with a copy"
    }
  }
}
