package import Escaping
import FileSystem
import Model

/// A line of a file to which lines are only ever added.
package protocol ChainedEntry: Sendable {
  /// From 1 on.
  var sequence: Int { get }
  /// The digest of the line before, 64 zeros in the first.
  var previous: String { get }

  /// The entry of a line without its end; an error where it is none.
  init(reading line: Bytes) throws

  /// The line without its end: one way to write an entry.
  func line() -> Bytes
}

/// A file of lines to which lines are added and that is never changed otherwise.
///
/// Every line holds the digest of the one before, so that none can be changed, left out or put in unseen.
package struct ChainedLines<Entry: ChainedEntry>: Sendable {
  /// Where the file is.
  package let path: String
  package private(set) var entries: [Entry] = []
  /// The digest that the next line has for the one before.
  package private(set) var lastDigest = String(repeating: "0", count: 64)

  /// Reads the file and proves its chain; one that is not there is empty.
  package init(at path: String) throws {
    self.path = path
    guard FileSystem.kind(of: path) != nil else { return }
    guard let bytes = try FileSystem.read(path, limit: 1 << 30) else {
      throw ChainError(path: path, line: 1, reason: "the file is larger than 1 GiB")
    }
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      number += 1
      try read(Bytes(line), number)
    }
    if bytes.last.map({ $0 != UInt8(ascii: "\n") }) == true {
      throw ChainError(path: path, line: number + 1, reason: "the line has no end")
    }
  }

  private mutating func read(_ line: Bytes, _ number: Int) throws {
    guard let entry = try? Entry(reading: line) else { throw error(number, "it is no entry of this file") }
    guard entry.previous == lastDigest else {
      throw error(
        number,
        "the line does not follow from the one before it: a line was changed, left out or put in; compare it "
          + "with a copy")
    }
    guard entry.sequence == number, entry.line() == line else {
      throw error(number, "it is not as findings writes it")
    }
    add(entry, line)
  }

  private func error(_ line: Int, _ reason: String) -> ChainError {
    ChainError(path: path, line: line, reason: reason)
  }

  private mutating func add(_ entry: Entry, _ line: Bytes) {
    entries.append(entry)
    lastDigest = Digest(of: line).description
  }

  /// Writes an entry, made for this place, at the end of the file, and waits until it is on the disk.
  package mutating func append(_ entry: Entry) throws {
    precondition(
      entry.sequence == entries.count + 1 && entry.previous == lastDigest, "an entry is added once")
    let line = entry.line()
    try FileSystem.appendDurably(path, line + [UInt8(ascii: "\n")])
    add(entry, line)
  }
}

/// Why a chain of lines cannot be believed.
package struct ChainError: Error, CustomStringConvertible {
  package let path: String
  /// The line at which the belief ends.
  package let line: Int
  package let reason: String

  package var description: String { "\(path):\(line): \(reason)" }
}
