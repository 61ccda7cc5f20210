/// Reads the spellings of a shard that begin with a text, one after the other.
struct SpellingSearch {
  private let store: PieceStore
  private let shard: IndexShard
  private let beginning: [UInt8]
  /// The piece that is being read, and the one behind it.
  private var reader = ByteReader([])
  private var nextPiece: Int
  /// The spelling that was read last.
  private(set) var spelling: [UInt8] = []
  /// In how many documents of the shard it is.
  private(set) var count = 0

  init(_ beginning: [UInt8], in shard: IndexShard, _ store: PieceStore) {
    self.store = store
    self.shard = shard
    self.beginning = beginning
    nextPiece = shard.spellings.place(of: beginning) ?? 0
  }

  /// Reads the next such spelling, and returns whether there is one.
  @inline(never)
  mutating func next() -> Bool {
    while true {
      while !reader.isAtEnd {
        spelling = reader.text(sharing: spelling)
        count = reader.number()
        if reader.isDamaged { store.fail() }
        if spelling.starts(with: beginning) { return true }
      }
      guard nextPiece < shard.spellings.count else { return false }
      let first = shard.spellings[nextPiece]
      guard first.starts(with: beginning) || first.isBefore(beginning) else { return false }
      spelling = []
      if let bytes = store.piece(.spellings, shard, nextPiece) { reader = ByteReader(piece: bytes) }
      nextPiece += 1
    }
  }
}
