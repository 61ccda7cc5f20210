/// The pieces of one shard, found by what is in them.
struct ShardPieces {
  let store: PieceStore
  let number: Int

  private var shard: Manifest.Shard { store.manifest.shards[number] }
  var documentCount: Int { shard.documentCount }

  func columns() throws(Interruption) -> Columns { try store.columns(shard: number) }

  func label(of document: Int) throws(Interruption) -> Label {
    try store.label(shard: number, document: document)
  }

  /// The text of a document.
  func text(of document: Int) throws(Interruption) -> DocumentText {
    var pieces: [DocumentText] = []
    let numbers = try columns().textPieces(of: document)
    for piece in numbers {
      try attempt { () throws(Interruption) in pieces.append(try store.text(shard: number, number: piece)) }
    }
    guard pieces.count == numbers.count, let first = pieces.first else { throw .waiting }
    return pieces.count == 1 ? first : DocumentText(joining: pieces, label: first.label)
  }

  /// The entry of a stem with the piece that it is in; nil where no document has it.
  func entry(of stem: [UInt8]) throws(Interruption) -> (WordPiece, WordEntry)? {
    guard let place = shard.words.place(of: stem) else { return nil }
    let piece = try store.words(shard: number, number: place)
    return try reading { () throws(IndexError) in try piece.entry(of: stem) }.map { (piece, $0) }
  }

  /// The stems of all spellings that begin with a text, each once.
  func stems(ofSpellingsBeginning beginning: [UInt8]) throws(Interruption) -> [[UInt8]] {
    var stems: [[UInt8]] = []
    for entry in try spellings(beginning: beginning) {
      let stem = QueryWords.stem(of: entry.spelling)
      if !stems.contains(stem) { stems.append(stem) }
    }
    return stems
  }

  /// The spellings that begin with a text.
  func spellings(beginning: [UInt8]) throws(Interruption) -> [Spellings.Entry] {
    guard !shard.spellings.isEmpty else { return [] }
    var found: [Spellings.Entry] = []
    var isComplete = true
    for place in (shard.spellings.place(of: beginning) ?? 0)..<shard.spellings.count {
      let first = shard.spellings[place]
      guard first.starts(with: beginning) || first.isBefore(beginning) else { break }
      isComplete =
        try attempt { () throws(Interruption) in
          let piece = try store.spellings(shard: number, number: place)
          found += piece.entries.filter { $0.spelling.starts(with: beginning) }
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return found
  }
}

extension [[UInt8]] {
  /// The place of the last text that is not behind another, in an order of bytes; nil where it is before all.
  fileprivate func place(of text: [UInt8]) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if text.isBefore(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? low - 1 : nil
  }
}
