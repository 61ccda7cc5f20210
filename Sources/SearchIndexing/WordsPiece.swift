import SearchCore

/// A piece of words with the passages and positions that belong to it, by which the next index can tell whether its own
/// would be the same.
struct WordsPiece: Sendable {
  let number: Int
  let firstStem: [UInt8]
  /// Whether it begins with a stem that ends whatever piece was open.
  let isLarge: Bool
  /// The numbers of its pieces of passages and positions.
  let passages: Range<Int>
  let positions: Range<Int>

  init(number: Int, firstStem: [UInt8], isLarge: Bool, passages: Range<Int>, positions: Range<Int>) {
    self.number = number
    self.firstStem = firstStem
    self.isLarge = isLarge
    self.passages = passages
    self.positions = positions
  }

  func write(to writer: inout ByteWriter) {
    writer.write(number: number)
    writer.write(text: firstStem)
    writer.write(number: isLarge ? 1 : 0)
    writer.write(place: passages)
    writer.write(place: positions)
  }

  init(reading reader: inout ByteReader) {
    number = reader.number()
    firstStem = reader.text()
    isLarge = reader.number() == 1
    passages = reader.place()
    positions = reader.place()
  }
}

/// A stretch of the stems of a shard.
struct StemRun: Sendable {
  let stems: Range<Int>
  /// The piece of the last index that has just these stems, of which it says what is still true; nil where there is none,
  /// and they must be written.
  let piece: WordsPiece?

  /// How many stems are written at a time.
  private static let size = 64

  /// The stems of a vocabulary, cut where pieces of the last index can be had again.
  ///
  /// The end of a piece depends on the stem that follows: so that one must be as it was too. Hidden words, which come
  /// first and are few, are always written.
  ///
  /// - Parameter isChanged: Whether the shard does not say of a stem what it said in the last index.
  static func all(
    in vocabulary: Vocabulary, after last: [WordsPiece], isChanged: (Vocabulary.Stem) -> Bool
  ) -> [StemRun] {
    let count = vocabulary.stems.count
    // How many of the stems before each have changed.
    var changes = [0]
    var sum = 0
    for stem in vocabulary.stems {
      if !last.isEmpty, isChanged(stem) { sum += 1 }
      changes.append(sum)
    }
    var runs: [StemRun] = []
    var place = 0
    for (piece, next) in zip(last, last.dropFirst().map(Optional.some) + [nil])
    where !Vocabulary.isHidden(piece.firstStem) {
      guard let start = vocabulary.place(of: piece.firstStem),
        let end = next.map({ vocabulary.place(of: $0.firstStem) }) ?? count,
        changes[min(end + 1, count)] == changes[start]
      else { continue }
      runs += written(place..<start)
      runs.append(StemRun(stems: start..<end, piece: piece))
      place = end
    }
    return runs + written(place..<count)
  }

  private static func written(_ stems: Range<Int>) -> [StemRun] {
    stride(from: stems.lowerBound, to: stems.upperBound, by: size).map { start in
      StemRun(stems: start..<min(start + size, stems.upperBound), piece: nil)
    }
  }
}
