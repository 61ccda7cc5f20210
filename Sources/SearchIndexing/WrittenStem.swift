import SearchCore

/// A stem with the lists of its forms, written and ready for the pieces; stems can be written side by side.
struct WrittenStem: Sendable {
  /// A part of the passages or positions of a list.
  struct Part: Sendable {
    /// The first document of the part, by its place in the list.
    let posting: Int
    let bytes: [UInt8]
  }

  let stem: [UInt8]
  /// What a piece of words says of it.
  let body: [UInt8]
  /// Form by form.
  let lists: [(passages: [Part], positions: [Part])]

  /// - Parameters:
  ///   - forms: In the order of their bytes.
  ///   - shardSize: How many documents the shard has.
  init(
    _ stem: [UInt8], _ forms: [(form: [UInt8], list: FormList)], places: [WordEntry.Place], shardSize: Int
  ) {
    self.stem = stem
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
    self.body = body.bytes
    lists = forms.map { ($0.list.passageParts, $0.list.positionParts) }
  }
}

extension FormList {
  /// How many numbers stand in one part at most; each takes a byte or less, all but always.
  private static let partSize = 24_576

  fileprivate var passageParts: [WrittenStem.Part] {
    var gap = 0
    return Self.parts(of: passageCounts) { counts, total in
      defer { gap += total }
      return PassageList.written(counts: counts, gaps: [UInt32](passageGaps[gap..<gap + total]))
    }
  }

  fileprivate var positionParts: [WrittenStem.Part] {
    // A part ends with a document: the counts of positions are taken by the passages of each.
    var passage = 0
    let perDocument = passageCounts.map { count in
      let end = passage + Int(count) + 1
      defer { passage = end }
      return positionCounts[passage..<end].reduce(count) { $0 + $1 }
    }
    passage = 0
    var gap = 0
    var document = 0
    return Self.parts(of: perDocument) { counts, total in
      let passages = passageCounts[document..<document + counts.count].reduce(0) { $0 + Int($1) + 1 }
      defer {
        document += counts.count
        passage += passages
        gap += total
      }
      return PositionList.written(
        counts: [UInt32](positionCounts[passage..<passage + passages]),
        gaps: [UInt32](positionGaps[gap..<gap + total]))
    }
  }

  /// Writes a list part by part: `write` gets the counts less 1 of the documents of a part, and their sum.
  private static func parts(
    of counts: [UInt32], _ write: ([UInt32], Int) -> [UInt8]
  ) -> [WrittenStem.Part] {
    var parts: [WrittenStem.Part] = []
    var start = 0
    while start < counts.count {
      var end = start
      var total = 0
      while end < counts.count, end == start || total + Int(counts[end]) < partSize {
        total += Int(counts[end]) + 1
        end += 1
      }
      parts.append(WrittenStem.Part(posting: start, bytes: write([UInt32](counts[start..<end]), total)))
      start = end
    }
    return parts
  }
}

extension ByteWriter {
  mutating func write(place: WordEntry.Place) {
    write(text: place.name)
    write(number: place.rest.count)
    for stem in place.rest { write(text: stem) }
    write(text: place.area.id)
    write(text: place.area.name)
  }
}
