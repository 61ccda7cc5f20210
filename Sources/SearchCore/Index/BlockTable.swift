/// Where the passages, or the positions, of the lists of a piece of words are.
///
/// They follow one another in the order of the lists, cut into blocks of bounded size, each a piece of its
/// own. A block may begin within a list that is too long for one.
///
/// Table: the number of the first block among the pieces of the shard; how many blocks there are; for each
/// the list that it begins with, less that of the one before, and the place in that list.
package struct BlockTable: Sendable {
  /// Where a block begins: a list, and the posting in it.
  package struct Start: Sendable {
    package let list: Int
    package let posting: Int

    package init(list: Int, posting: Int) {
      self.list = list
      self.posting = posting
    }
  }

  /// A part of a list that is in one block.
  package struct Part: Sendable {
    /// The number of the piece in the shard.
    package let piece: Int
    /// How many parts stand before it in the block.
    package let position: Int
    /// The postings of the list that it is about.
    package let postings: Range<Int>
  }

  package let firstPiece: Int
  package private(set) var starts: [Start] = []

  package init(firstPiece: Int, starts: [Start]) {
    self.firstPiece = firstPiece
    self.starts = starts
  }

  /// The parts of a list with so many postings, in their order.
  package func parts(of list: Int, count: Int) -> [Part] {
    var parts: [Part] = []
    for (number, start) in starts.enumerated() {
      guard start.list <= list else { break }
      let next = number + 1 < starts.count ? starts[number + 1] : nil
      let from = start.list == list ? start.posting : 0
      let end = if let next, next.list == list { next.posting } else { count }
      let isAfter =
        if let next { next.list < list || (next.list == list && next.posting == 0) } else { false }
      if !isAfter, from < end {
        parts.append(Part(piece: firstPiece + number, position: list - start.list, postings: from..<end))
      }
    }
    return parts
  }

  // MARK: Format

  package func write(to writer: inout ByteWriter) {
    writer.write(number: firstPiece)
    writer.write(number: starts.count)
    var last = 0
    for start in starts {
      writer.write(number: start.list - last)
      writer.write(number: start.posting)
      last = start.list
    }
  }

  init(reading reader: inout ByteReader) {
    firstPiece = reader.number()
    var list = 0
    for _ in 0..<reader.number() where !reader.isDamaged {
      list += reader.number()
      starts.append(Start(list: list, posting: reader.number()))
    }
  }
}

/// A block of passages or positions: parts of lists, each with its length in bytes before it.
package struct Block: Sendable {
  package let bytes: [UInt8]
  private let start: Int

  package init(reading bytes: [UInt8], _ kind: PieceKind) throws(IndexError) {
    start = try PieceHeader.reader(of: bytes, kind.rawValue).position
    self.bytes = bytes
  }

  /// Where a part is.
  package func range(ofPart position: Int) throws(IndexError) -> Range<Int> {
    var reader = ByteReader(bytes, start..<bytes.count)
    for _ in 0..<position { _ = reader.range(reader.number()) }
    let range = reader.range(reader.number())
    guard !reader.isDamaged, !range.isEmpty else { throw .damaged }
    return range
  }
}
