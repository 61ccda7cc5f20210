import SearchCore

/// Writes the pieces of words, passages, positions and spellings of a shard.
struct WordsWriter {
  /// Pieces as they are made, in the order of their numbers.
  private(set) var words: [[UInt8]] = []
  private(set) var passages: [[UInt8]] = []
  private(set) var positions: [[UInt8]] = []
  /// The first stem of each piece of words.
  private(set) var firstStems: [[UInt8]] = []

  private let shard: Int
  private var piece = ByteWriter()
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
    if listCount > 0, isLarge || isEnd(before: entry.stem) { endPiece() }
    if listCount == 0, piece.count == 0 { firstStems.append(entry.stem) }
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
    passageBlocks.end(after: &passages, table: &writer)
    positionBlocks.end(after: &positions, table: &writer)
    writer.write(raw: piece.bytes)
    words.append(writer.bytes)
    piece = ByteWriter()
    lastStem = []
    listCount = 0
  }

  mutating func finish() { endPiece() }
}

/// Cuts the passages or positions of the lists of a piece of words into blocks.
private struct BlockWriter {
  private let kind: PieceKind
  private let shard: Int
  /// How many blocks the pieces of words before have.
  private var firstPiece = 0
  private var starts: [BlockTable.Start] = []
  private var blocks: [[UInt8]] = []
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
        let number = firstPiece + blocks.count
        PieceHeader.write(PieceReference(kind, shard: shard, number: number), to: &open)
        starts.append(BlockTable.Start(list: list, posting: part.posting))
      }
      open.write(text: part.bytes)
    }
  }

  private mutating func endBlock() {
    blocks.append(open.bytes)
    open = ByteWriter()
  }

  /// Hands over the blocks of a piece, and writes where they are.
  mutating func end(after pieces: inout [[UInt8]], table: inout ByteWriter) {
    if open.count > 0 { endBlock() }
    BlockTable(firstPiece: firstPiece, starts: starts).write(to: &table)
    pieces += blocks
    firstPiece += blocks.count
    blocks = []
    starts = []
  }
}
