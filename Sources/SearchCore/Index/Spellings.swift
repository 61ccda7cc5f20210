/// The words of a shard as they are spelled, in the order of their bytes.
///
/// Spellings: header; for each to the end how many bytes it shares with the one before, the rest of it, and
/// in how many documents it is.
package struct Spellings: Sendable {
  package struct Entry: Sendable {
    package let spelling: [UInt8]
    package let count: Int

    package init(spelling: [UInt8], count: Int) {
      self.spelling = spelling
      self.count = count
    }
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  package func written(as piece: PieceReference) -> [UInt8] {
    var writer = ByteWriter()
    PieceHeader.write(piece, to: &writer)
    var last: [UInt8] = []
    for entry in entries {
      writer.write(sharing: last, entry.spelling)
      writer.write(number: entry.count)
      last = entry.spelling
    }
    return writer.bytes
  }
}

extension ByteWriter {
  /// Writes how many bytes a text shares with the beginning of another, and the rest of it.
  package mutating func write(sharing other: [UInt8], _ text: [UInt8]) {
    let shared = zip(other, text).prefix { $0 == $1 }.count
    write(number: shared)
    write(text: [UInt8](text.dropFirst(shared)))
  }
}
