import SearchCore

/// Writes the pieces of words, passages, positions and spellings of a shard.
struct WordsWriter {
  /// Pieces as they are made, in the order of their numbers.
  private(set) var words: [[UInt8]] = []
  private(set) var passages: [[UInt8]] = []
  private(set) var positions: [[UInt8]] = []
  /// The first stem of each piece of words.
  private(set) var firstStems: [[UInt8]] = []

  private let shardSize: Int
  private var piece = ByteWriter()
  private var passageBlocks = BlockWriter(.passages)
  private var positionBlocks = BlockWriter(.positions)
  private var lastStem: [UInt8] = []
  /// How many lists the open piece has.
  private var listCount = 0

  /// Sizes in bytes of pieces of words: they end at a stem that a hash of it picks, so that a new word moves
  /// one boundary and not all that follow; a list that is larger than the middle size has its own piece.
  private static let sizes = (least: 4_096, middle: 8_192, most: 16_384)

  init(shardSize: Int) {
    self.shardSize = shardSize
  }

  /// Adds a stem with its forms; stems come in the order of their bytes, and so do the forms of each.
  mutating func add(_ stem: [UInt8], _ forms: [(form: [UInt8], list: FormList)], places: [WordEntry.Place]) {
    var body = ByteWriter()
    body.write(number: forms.count)
    for (form, list) in forms {
      body.write(sharing: stem, form)
      body.write(number: list.documents.count)
      let (gaps, weights) = list.postings
      body.write(text: Postings.written(gaps: gaps, weights: weights, shardSize: shardSize))
    }
    body.write(number: places.count)
    for place in places { body.write(place: place) }
    let isLarge = body.count > Self.sizes.middle
    if listCount > 0, isLarge || isEnd(before: stem) { endPiece() }
    if listCount == 0, piece.count == 0 { firstStems.append(stem) }
    piece.write(sharing: lastStem, stem)
    piece.write(text: body.bytes)
    lastStem = stem
    for (_, list) in forms {
      passageBlocks.addPassages(of: list, listCount)
      positionBlocks.addPositions(of: list, listCount)
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
    PieceHeader.write(PieceKind.words.rawValue, to: &writer)
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
  private var starts: [BlockTable.Start] = []
  private var blocks: [[UInt8]] = []
  private var open = ByteWriter()

  /// About how many bytes a block has at most.
  private static let size = 24_576
  /// How many numbers of a list stand in one part at most; each takes a byte or less, all but always.
  private static let partSize = 24_576

  init(_ kind: PieceKind) {
    self.kind = kind
  }

  mutating func addPassages(of list: FormList, _ number: Int) {
    var gap = 0
    eachPart(of: list.passageCounts, number) { counts, total in
      defer { gap += total }
      return PassageList.written(counts: counts, gaps: [UInt32](list.passageGaps[gap..<gap + total]))
    }
  }

  mutating func addPositions(of list: FormList, _ number: Int) {
    // A part ends with a document: the counts of positions are taken by the passages of each.
    var passage = 0
    var perDocument: [UInt32] = []
    perDocument.reserveCapacity(list.passageCounts.count)
    for count in list.passageCounts {
      let end = passage + Int(count) + 1
      perDocument.append(list.positionCounts[passage..<end].reduce(count) { $0 + $1 })
      passage = end
    }
    passage = 0
    var gap = 0
    var document = 0
    eachPart(of: perDocument, number) { counts, total in
      let passages = list.passageCounts[document..<document + counts.count].reduce(0) { $0 + Int($1) + 1 }
      defer {
        document += counts.count
        passage += passages
        gap += total
      }
      return PositionList.written(
        counts: [UInt32](list.positionCounts[passage..<passage + passages]),
        gaps: [UInt32](list.positionGaps[gap..<gap + total]))
    }
  }

  /// Writes a list part by part: `write` gets the counts less 1 of the documents of a part, and their sum.
  private mutating func eachPart(of counts: [UInt32], _ list: Int, _ write: ([UInt32], Int) -> [UInt8]) {
    var start = 0
    while start < counts.count {
      var end = start
      var total = 0
      while end < counts.count, end == start || total + Int(counts[end]) < Self.partSize {
        total += Int(counts[end]) + 1
        end += 1
      }
      let part = write([UInt32](counts[start..<end]), total)
      if open.count > 0, open.count + part.count > Self.size || start > 0 { endBlock() }
      if open.count == 0 {
        PieceHeader.write(kind.rawValue, to: &open)
        starts.append(BlockTable.Start(list: list, posting: start))
      }
      open.write(text: part)
      start = end
    }
  }

  private mutating func endBlock() {
    blocks.append(open.bytes)
    open = ByteWriter()
  }

  /// Hands over the blocks of a piece, and writes where they are.
  mutating func end(after pieces: inout [[UInt8]], table: inout ByteWriter) {
    if open.count > 0 { endBlock() }
    BlockTable(firstPiece: pieces.count, starts: starts).write(to: &table)
    pieces += blocks
    blocks = []
    starts = []
  }
}

extension ByteWriter {
  fileprivate mutating func write(place: WordEntry.Place) {
    write(text: place.name)
    write(number: place.rest.count)
    for stem in place.rest { write(text: stem) }
    write(text: place.area.id)
    write(text: place.area.name)
  }
}
