import SearchCore

/// Writes the pieces of words, passages, positions and spellings of a shard.
struct WordsWriter {
  /// Pieces as they are made, in the order of their numbers.
  private(set) var words: [ShardPiece] = []
  var passages: [ShardPiece] { passageBlocks.pieces }
  var positions: [ShardPiece] { positionBlocks.pieces }
  /// What the next index must know of each piece of words.
  private(set) var pieces: [WordsPiece] = []
  /// Whether a piece could not be had from the last index since its number is another one now.
  private(set) var isShifted = false

  private let shard: Int
  private var piece = ByteWriter()
  /// The first stem of the open piece, and whether it ended the one before.
  private var first: (stem: [UInt8], isLarge: Bool) = ([], false)
  private var passageBlocks: BlockWriter
  private var positionBlocks: BlockWriter
  private var lastStem: [UInt8] = []
  /// How many lists the open piece has.
  private var listCount = 0

  /// Sizes in bytes of pieces of words: they end at a stem that a hash of it picks, so that a new word moves
  /// one boundary and not all that follow; a list that is larger than the middle size has its own piece.
  private static let sizes = (least: 4_096, middle: 8_192, most: 16_384)

  init(shard: Int) {
    self.shard = shard
    passageBlocks = BlockWriter(.passages, shard: shard)
    positionBlocks = BlockWriter(.positions, shard: shard)
  }

  /// Adds a stem; they come in the order of their bytes.
  mutating func add(_ entry: WrittenStem) {
    let isLarge = entry.body.count > Self.sizes.middle
    endPiece(before: entry.stem, isLarge: isLarge)
    if piece.count == 0 { first = (entry.stem, isLarge) }
    piece.write(sharing: lastStem, entry.stem)
    piece.write(text: entry.body)
    lastStem = entry.stem
    for list in entry.lists {
      passageBlocks.add(list.passages, of: listCount)
      positionBlocks.add(list.positions, of: listCount)
      listCount += 1
    }
    if isLarge { endPiece() }
  }

  /// Has the next piece as the last index has it, with the stems that come next; false where it would be another one,
  /// since it begins elsewhere or has another number.
  mutating func keep(_ last: WordsPiece) -> Bool {
    endPiece(before: last.firstStem, isLarge: last.isLarge)
    guard piece.count == 0 else { return false }
    isShifted =
      last.number != words.count || last.passages.lowerBound != passages.count
      || last.positions.lowerBound != positions.count
    guard !isShifted else { return false }
    words.append(.last)
    passageBlocks.keep(last.passages)
    positionBlocks.keep(last.positions)
    pieces.append(last)
    return true
  }

  private mutating func endPiece(before stem: [UInt8], isLarge: Bool) {
    if listCount > 0, isLarge || isEnd(before: stem) { endPiece() }
  }

  private func isEnd(before stem: [UInt8]) -> Bool {
    if piece.count >= Self.sizes.most { return true }
    guard piece.count >= Self.sizes.least else { return false }
    var hash: UInt32 = 2_166_136_261
    for byte in stem { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return (hash ^ hash >> 15) & 63 == 0
  }

  private mutating func endPiece() {
    guard piece.count > 0 else { return }
    var writer = ByteWriter()
    PieceHeader.write(PieceReference(.words, shard: shard, number: words.count), to: &writer)
    let passages = passageBlocks.end(table: &writer)
    let positions = positionBlocks.end(table: &writer)
    writer.write(raw: piece.bytes)
    pieces.append(
      WordsPiece(
        number: words.count, firstStem: first.stem, isLarge: first.isLarge, passages: passages,
        positions: positions))
    words.append(.new(writer.bytes))
    piece = ByteWriter()
    lastStem = []
    listCount = 0
  }

  mutating func finish() { endPiece() }
}

/// Cuts the passages or positions of the lists of a piece of words into blocks.
private struct BlockWriter {
  /// The blocks of all pieces of words, in the order of their numbers.
  private(set) var pieces: [ShardPiece] = []
  private let kind: PieceKind
  private let shard: Int
  /// Where those of the open piece of words begin.
  private var starts: [BlockTable.Start] = []
  private var open = ByteWriter()

  /// About how many bytes a block has at most.
  private static let size = 24_576

  init(_ kind: PieceKind, shard: Int) {
    self.kind = kind
    self.shard = shard
  }

  /// Adds the parts of a list; each but the first begins a block.
  mutating func add(_ parts: [WrittenStem.Part], of list: Int) {
    for part in parts {
      if open.count > 0, open.count + part.bytes.count > Self.size || part.posting > 0 { endBlock() }
      if open.count == 0 {
        PieceHeader.write(PieceReference(kind, shard: shard, number: pieces.count), to: &open)
        starts.append(BlockTable.Start(list: list, posting: part.posting))
      }
      open.write(text: part.bytes)
    }
  }

  private mutating func endBlock() {
    pieces.append(.new(open.bytes))
    open = ByteWriter()
  }

  /// Ends the blocks of a piece of words: writes where they are, and gives their numbers.
  mutating func end(table: inout ByteWriter) -> Range<Int> {
    if open.count > 0 { endBlock() }
    let numbers = (pieces.count - starts.count)..<pieces.count
    BlockTable(firstPiece: numbers.lowerBound, starts: starts).write(to: &table)
    starts = []
    return numbers
  }

  /// Has blocks as the last index has them.
  mutating func keep(_ numbers: Range<Int>) { pieces += numbers.map { _ in .last } }
}
