import SearchCore

/// All that the index says of a form in a shard.
struct FormList: Sendable {
  private(set) var documents: [Int] = []
  /// The weights less 1.
  private(set) var weights: [UInt32] = []
  /// The number of passages of each document less 1, and the passages, each less the one before less 1.
  private(set) var passageCounts: [UInt32] = []
  private(set) var passageGaps: [UInt32] = []
  /// The same of the positions in each passage.
  private(set) var positionCounts: [UInt32] = []
  private(set) var positionGaps: [UInt32] = []

  /// How many documents are read at a time.
  private static let stretch = 256

  init() {}

  /// - Parameters:
  ///   - references: Where the occurrences of each document begin.
  ///   - numbers: The occurrences, as `DocumentWords` has them.
  init(_ references: Span<ShardWords.Reference>, _ numbers: Span<UInt8>) {
    documents.reserveCapacity(references.count)
    weights.reserveCapacity(references.count)
    passageCounts.reserveCapacity(references.count)
    passageGaps.reserveCapacity(references.count * 2)
    positionCounts.reserveCapacity(references.count * 2)
    positionGaps.reserveCapacity(references.count * 2)
    for start in stride(from: 0, to: references.count, by: Self.stretch) {
      add(references.extracting(start..<min(start + Self.stretch, references.count)), numbers)
    }
  }

  /// Adds a stretch of documents.
  ///
  /// Their occurrences lie far apart, and most of the time goes by waiting for the memory. So the weights are read first:
  /// none of them has to wait for another, and what follows a weight has then come with it.
  private mutating func add(_ references: Span<ShardWords.Reference>, _ numbers: Span<UInt8>) {
    var places: [Int] = []
    places.reserveCapacity(references.count)
    for index in references.indices {
      var place = Int(references[index].start)
      documents.append(Int(references[index].document))
      weights.append(Self.number(in: numbers, at: &place))
      places.append(place)
    }
    for place in places { addPassages(numbers, from: place) }
  }

  /// Adds the passages of a document, which begin at a place, and the positions in them.
  private mutating func addPassages(_ numbers: Span<UInt8>, from start: Int) {
    var place = start
    let passages = Self.number(in: numbers, at: &place)
    passageCounts.append(passages)
    for _ in 0...passages {
      passageGaps.append(Self.number(in: numbers, at: &place))
      let positions = Self.number(in: numbers, at: &place)
      positionCounts.append(positions)
      for _ in 0...positions { positionGaps.append(Self.number(in: numbers, at: &place)) }
    }
  }

  /// A number as `ByteWriter` writes it.
  ///
  /// This is called for every word of every document, and what it reads was written by this program: so it is not
  /// `ByteReader`, which is small and suspicious.
  @inline(__always)
  private static func number(in bytes: Span<UInt8>, at place: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let next = bytes[place]
      place += 1
      number |= UInt32(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  /// Adds a document with the places of a phrase, which are passages with positions.
  mutating func add(_ document: Int, _ places: [(passage: Int, positions: [Int])]) {
    documents.append(document)
    weights.append(UInt32(places.reduce(0) { $0 + $1.positions.count } - 1))
    passageCounts.append(UInt32(places.count - 1))
    var last = -1
    for place in places {
      passageGaps.append(UInt32(place.passage - last - 1))
      last = place.passage
      positionCounts.append(UInt32(place.positions.count - 1))
      var before = -1
      for position in place.positions {
        positionGaps.append(UInt32(position - before - 1))
        before = position
      }
    }
  }

  var postings: (gaps: [UInt32], weights: [UInt32]) {
    var last = -1
    let gaps = documents.map { document in
      defer { last = document }
      return UInt32(document - last - 1)
    }
    return (gaps, weights)
  }
}
