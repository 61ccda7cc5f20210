/// An index as the engine reads it: the format is that of `Manifest`.
final class TableOfContents {
  let documentCount: Int
  /// The sum of the lengths of all documents.
  let totalLength: Int
  private(set) var shards: [IndexShard] = []
  private(set) var abbreviations: [Abbreviation] = []

  init(reading bytes: [UInt8]) throws(IndexError) {
    if let failure = PieceHeader.failure(of: bytes, expected: PieceHeader.ofManifest) { throw failure }
    var reader = ByteReader(piece: bytes)
    documentCount = reader.number()
    totalLength = reader.number()
    var rest = reader.number()
    var first = 0
    while rest > 0, !reader.isDamaged {
      let shard = IndexShard(number: shards.count, firstDocument: first, reading: &reader)
      shards.append(shard)
      first += shard.documentCount
      rest -= 1
    }
    rest = reader.number()
    while rest > 0, !reader.isDamaged {
      let term = reader.text()
      abbreviations.append(Abbreviation(term, reader.text()))
      rest -= 1
    }
    if reader.isDamaged || !reader.isAtEnd || first != documentCount { throw .damaged }
  }

  /// The shard that has a document.
  func shard(of document: Int) -> IndexShard? {
    for shard in shards where document - shard.firstDocument < shard.documentCount { return shard }
    return nil
  }
}

/// A shard: what the manifest says of it, and its pieces as far as they are at hand.
final class IndexShard {
  let number: Int
  /// The number of its first document among those of all shards.
  let firstDocument: Int
  let documentCount: Int
  /// How many words each document has: `DocumentLength`.
  let lengths: [UInt8]
  /// Three numbers for each document whose text is in several pieces: its own, that of the second piece, and
  /// how many follow the first.
  private var longTexts: [Int] = []
  /// The first stem of each piece of words, and the first spelling of each piece of spellings.
  let words: [[UInt8]]
  let spellings: [[UInt8]]
  /// The digests of its folders, kind by kind, and where those of each kind begin.
  private var digests: [[UInt8]] = []
  private var firstFolder: [Int] = [0]
  /// The pieces, folder by folder; one that is not at hand is empty.
  private var pieces: [[UInt8]] = []
  private var firstPiece: [Int] = [0]
  /// Its columns, once they were read.
  var columns: ColumnsPiece?

  fileprivate init(number: Int, firstDocument: Int, reading reader: inout ByteReader) {
    self.number = number
    self.firstDocument = firstDocument
    let count = reader.number()
    documentCount = min(count, Manifest.Shard.mostDocuments)
    lengths = reader.raw(documentCount)
    var rest = reader.number()
    while rest > 0, !reader.isDamaged {
      for _ in 0..<3 { longTexts.append(reader.number()) }
      rest -= 1
    }
    words = reader.texts()
    spellings = reader.texts()
    for kind in PieceKind.allCases {
      rest = reader.number()
      while rest > 0, !reader.isDamaged {
        digests.append(reader.raw(FolderDigest.size))
        for _ in 0..<kind.folderSize { pieces.append([]) }
        rest -= 1
      }
      firstFolder.append(digests.count)
      firstPiece.append(pieces.count)
    }
  }

  /// The numbers of the pieces that the text of a document is in, besides the first.
  func moreTexts(of document: Int) -> Range<Int> {
    var place = 0
    while place < longTexts.count {
      let second = longTexts[place + 1]
      let end = second &+ longTexts[place + 2]
      if longTexts[place] == document, second <= end { return second..<end }
      place += 3
    }
    return 0..<0
  }

  /// Where a piece is among the pieces; nil where the index has none such.
  private func place(_ kind: PieceKind, _ number: Int) -> Int? {
    let (start, end) = (firstPiece[kind.position], firstPiece[kind.position + 1])
    return number < end - start ? start + number : nil
  }

  /// Whether the index has such a piece, at hand or not.
  func has(_ kind: PieceKind, _ number: Int) -> Bool { place(kind, number) != nil }

  /// A piece; empty where it is not at hand.
  func piece(_ kind: PieceKind, _ number: Int) -> [UInt8] { place(kind, number).map { pieces[$0] } ?? [] }

  /// Takes a piece in.
  func supply(_ bytes: [UInt8], _ kind: PieceKind, _ number: Int) {
    if let place = place(kind, number) { pieces[place] = bytes }
  }

  /// The path of a piece below the folder of the index: `text/0123456789abcdef/17`.
  func path(_ kind: PieceKind, _ number: Int) -> [UInt8] {
    var path = [UInt8](kind.folder)
    path.append(slash)
    for byte in digests[firstFolder[kind.position] + number / kind.folderSize] {
      path.append(hexadecimal: byte)
    }
    path.append(slash)
    path.append(decimal: number % kind.folderSize)
    return path
  }
}
