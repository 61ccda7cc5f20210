/// Where the passages, or the positions, of the lists of a piece of words are.
///
/// They follow one another in the order of the lists, cut into blocks of bounded size, each a piece of its
/// own. A block may begin within a list that is too long for one.
///
/// Table: the number of the first block among the pieces of the shard; how many blocks there are; for each
/// the list that it begins with, less that of the one before, and the place in that list.
package final class BlockTable: Sendable {
  /// Where a block begins: a list, and the posting in it.
  package struct Start: Sendable {
    package let list: Int
    package let posting: Int

    package init(list: Int, posting: Int) {
      self.list = list
      self.posting = posting
    }
  }

  private let firstPiece: Int
  /// Where each block begins.
  private let lists: [Int]
  private let postings: [Int]

  private init(firstPiece: Int, lists: [Int], postings: [Int]) {
    self.firstPiece = firstPiece
    self.lists = lists
    self.postings = postings
  }

  // MARK: Parts

  var count: Int { lists.count }

  /// The part of a list with so many postings that a block has; nil where it has none.
  func part(inBlock block: Int, of list: Int, count: Int) -> BlockPart? {
    guard lists[block] <= list else { return nil }
    let start = lists[block] == list ? postings[block] : 0
    var end = count
    if block + 1 < lists.count, lists[block + 1] <= list {
      // The list goes on in the next block, or stands behind this one.
      guard lists[block + 1] == list, postings[block + 1] > 0 else { return nil }
      end = min(end, postings[block + 1])
    }
    guard start < end else { return nil }
    return BlockPart(piece: firstPiece + block, position: list - lists[block], start: start, end: end)
  }

  // MARK: Format

  package convenience init(firstPiece: Int, starts: [Start]) {
    self.init(firstPiece: firstPiece, lists: starts.map { $0.list }, postings: starts.map { $0.posting })
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(number: firstPiece)
    writer.write(number: lists.count)
    var last = 0
    for (list, posting) in zip(lists, postings) {
      writer.write(number: list - last)
      writer.write(number: posting)
      last = list
    }
  }

  @inline(never)
  convenience init(reading reader: inout ByteReader) {
    let firstPiece = reader.number()
    var lists: [Int] = []
    var postings: [Int] = []
    var list = 0
    let count = reader.number()
    while lists.count < count, !reader.isDamaged {
      list &+= reader.number()
      lists.append(list)
      postings.append(reader.number())
    }
    self.init(firstPiece: firstPiece, lists: lists, postings: postings)
  }
}

/// A part of a list that is in one block.
struct BlockPart {
  /// The number of the piece in the shard.
  let piece: Int
  /// How many parts stand before it in the block.
  let position: Int
  /// The postings of the list that it is about: from one to before another.
  let start: Int
  let end: Int
}

extension ByteReader {
  /// A reader of a part of a list, in a block of passages or positions: parts of lists, each with its length
  /// in bytes before it.
  @inline(never)
  static func bits(of part: BlockPart, in block: [UInt8]) -> BitReader? {
    var reader = ByteReader(block, PieceHeader.size..<block.count)
    var range = 0..<0
    for _ in 0...part.position {
      range = reader.range(reader.number())
      if reader.isDamaged { return nil }
    }
    return BitReader(block, range)
  }
}
