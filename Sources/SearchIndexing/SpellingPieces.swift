import SearchCore

/// The pieces of spellings of a shard.
struct SpellingPieces {
  private(set) var pieces: [[UInt8]] = []
  /// The first spelling of each.
  private(set) var first: [[UInt8]] = []

  /// About how many bytes of spellings a piece has, as they would be in full.
  private static let size = 16_384

  private let shard: Int

  init(_ vocabulary: Vocabulary, _ words: ShardWords, shard: Int) {
    self.shard = shard
    var open: [Spellings.Entry] = []
    var size = 0
    for form in vocabulary.spellings where words.count(of: form) > 0 {
      let spelling = [UInt8](vocabulary.forms[form])
      if size > Self.size {
        end(&open)
        size = 0
      }
      open.append(Spellings.Entry(spelling: spelling, count: words.count(of: form)))
      size += spelling.count
    }
    end(&open)
  }

  private mutating func end(_ open: inout [Spellings.Entry]) {
    guard let first = open.first else { return }
    self.first.append(first.spelling)
    let piece = PieceReference(.spellings, shard: shard, number: pieces.count)
    pieces.append(Spellings(open).written(as: piece))
    open = []
  }
}
