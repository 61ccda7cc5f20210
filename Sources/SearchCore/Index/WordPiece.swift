/// Stems with the documents of a shard that have them.
///
/// Words: header; the blocks of passages, then those of positions (`BlockTable`); then stems in the order of
/// their bytes to the end. Stem: how many bytes it shares with the one before, the rest of it, and the length
/// of what follows: the number of its forms; for each how many bytes it shares with the stem, the rest of it,
/// in how many documents it is, and its postings (`Postings`) with their length; the number of places that
/// begin with the word, and the places.
///
/// A list is what the index knows of one form. The lists of a piece are counted from 0 in its order; by that
/// number the lists of passages and positions are found.
package struct WordPiece: Sendable {
  private let bytes: [UInt8]
  package let passages: BlockTable
  package let positions: BlockTable
  private let start: Int

  package init(reading bytes: [UInt8]) throws(IndexError) {
    var reader = try PieceHeader.reader(of: bytes, PieceKind.words.rawValue)
    passages = BlockTable(reading: &reader)
    positions = BlockTable(reading: &reader)
    guard !reader.isDamaged else { throw .damaged }
    self.bytes = bytes
    start = reader.position
  }

  /// The entry of a stem; nil where no document of the shard has it.
  package func entry(of stem: [UInt8]) throws(IndexError) -> WordEntry? {
    var reader = ByteReader(bytes, start..<bytes.count)
    var current: [UInt8] = []
    var list = 0
    while !reader.isAtEnd {
      let shared = reader.number()
      guard shared <= current.count else { throw .damaged }
      current.removeLast(current.count - shared)
      current += reader.text()
      let body = reader.range(reader.number())
      guard !reader.isDamaged else { throw .damaged }
      var content = ByteReader(bytes, body)
      let formCount = content.number()
      if current == stem {
        let entry = WordEntry(stem, formCount, firstList: list, reading: &content)
        guard !content.isDamaged, content.isAtEnd else { throw .damaged }
        return entry
      }
      if stem.isBefore(current) { return nil }
      list += formCount
    }
    return nil
  }

  /// The postings of a form.
  package func postings(of form: WordEntry.Form, shard: Int) throws(IndexError) -> Postings {
    try Postings(reading: bytes, form.postings, count: form.count, shardSize: shard)
  }
}

/// What the index knows of a stem.
package struct WordEntry: Sendable {
  /// A spelling of the stem.
  package struct Form: Sendable {
    package let spelling: [UInt8]
    /// How many documents have it.
    package let count: Int
    /// The number of its list.
    package let list: Int
    let postings: Range<Int>
  }

  /// A place whose name begins with the word.
  package struct Place: Sendable {
    package let name: [UInt8]
    /// The stems of the words that follow.
    package let rest: [[UInt8]]
    /// The area that it leads to.
    package let area: FacetValue

    package init(name: [UInt8], rest: [[UInt8]], area: FacetValue) {
      self.name = name
      self.rest = rest
      self.area = area
    }
  }

  package let stem: [UInt8]
  package private(set) var forms: [Form] = []
  package private(set) var places: [Place] = []

  fileprivate init(_ stem: [UInt8], _ formCount: Int, firstList: Int, reading reader: inout ByteReader) {
    self.stem = stem
    for number in 0..<formCount where !reader.isDamaged {
      let shared = reader.number()
      let spelling = [UInt8](stem.prefix(shared)) + reader.text()
      let count = reader.number()
      let postings = reader.range(reader.number())
      forms.append(Form(spelling: spelling, count: count, list: firstList + number, postings: postings))
    }
    for _ in 0..<reader.number() where !reader.isDamaged {
      places.append(
        Place(
          name: reader.text(), rest: reader.texts(), area: FacetValue(id: reader.text(), name: reader.text()))
      )
    }
  }
}
