/// The pieces of an index that are at hand, and what a search finds missing among them.
///
/// A search is a computation over pieces. What is missing is noted and reads as nothing, and the answer of
/// such a search is thrown away; when all that was noted is there it begins anew. So an answer depends on the
/// query and the index alone, never on what was asked before.
final class PieceStore {
  let contents: TableOfContents
  /// What the search needs and has not.
  private(set) var wanted: [PieceReference] = []
  /// Why it can have no answer.
  private(set) var failure: IndexError?

  init(_ contents: TableOfContents) {
    self.contents = contents
  }

  /// Whether the search has found all that it looked for.
  var isComplete: Bool { wanted.isEmpty && failure == nil }

  /// Forgets what the last search lacked.
  func beginSearch() {
    wanted = []
    failure = nil
  }

  /// Takes in a piece, without its gzip.
  func supply(_ bytes: [UInt8], as piece: PieceReference) throws(IndexError) {
    if let failure = PieceHeader.failure(of: bytes, as: piece) { throw failure }
    contents.shards[piece.shard].supply(bytes, piece.kind, piece.number)
  }

  /// The path of a piece below the folder of the index.
  func path(of piece: PieceReference) -> [UInt8] {
    contents.shards[piece.shard].path(piece.kind, piece.number)
  }

  /// Notes that a piece is not what the index says it is.
  func fail() { failure = .damaged }

  // MARK: Pieces

  /// The bytes of a piece; nil, and noted, where it is missing.
  @inline(never)
  func piece(_ kind: PieceKind, _ shard: IndexShard, _ number: Int) -> [UInt8]? {
    let bytes = shard.piece(kind, number)
    if !bytes.isEmpty { return bytes }
    guard shard.has(kind, number) else {
      fail()
      return nil
    }
    let piece = PieceReference(kind, shard: shard.number, number: number)
    for other in wanted where other.isSame(as: piece) { return nil }
    wanted.append(piece)
    return nil
  }

  func columns(of shard: IndexShard) -> ColumnsPiece? {
    if let columns = shard.columns { return columns }
    guard let bytes = piece(.columns, shard, 0) else { return nil }
    shard.columns = ColumnsPiece(reading: bytes, documentCount: shard.documentCount)
    if shard.columns == nil { fail() }
    return shard.columns
  }

  /// What a shard knows of a stem; nil where it has it not, or where the piece is missing.
  func entry(of stem: [UInt8], in shard: IndexShard) -> WordEntry? {
    guard let number = shard.words.place(of: stem), let bytes = piece(.words, shard, number) else {
      return nil
    }
    let entry = WordEntry(of: stem, in: bytes, shard: shard)
    if entry.isDamaged { fail() }
    return entry.isDamaged ? nil : entry
  }

  func label(of document: Int) -> Label? {
    guard let shard = contents.shard(of: document) else { return nil }
    let place = document - shard.firstDocument
    guard let bytes = piece(.labels, shard, place / Labels.size) else { return nil }
    let label = Labels.label(place % Labels.size, in: bytes)
    if label == nil { fail() }
    return label
  }

  func text(of document: Int) -> DocumentText? {
    guard let shard = contents.shard(of: document) else { return nil }
    let first = document - shard.firstDocument
    let text = piece(.text, shard, first).map { DocumentText(reading: $0) }
    for number in shard.moreTexts(of: first) where failure == nil {
      guard let bytes = piece(.text, shard, number) else { continue }
      if text??.add(reading: bytes) == false { fail() }
    }
    guard let text else { return nil }
    if text == nil { fail() }
    return text
  }
}
