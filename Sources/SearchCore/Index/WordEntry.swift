/// What a shard knows of a stem, in a piece of words.
///
/// Words: header; the blocks of passages, then those of positions (`BlockTable`); then stems in the order of
/// their bytes to the end. Stem: how many bytes it shares with the one before, the rest of it, and the length
/// of what follows: the number of its forms; for each how many bytes it shares with the stem, the rest of it,
/// in how many documents it is, and its postings (`Postings`) with their length; the number of places that
/// begin with the word, and the places.
///
/// A list is what the index knows of one form. The lists of a piece are counted from 0 in its order; by that
/// number the lists of passages and positions are found.
package final class WordEntry {
  /// A place whose name begins with the word.
  package final class Place: Sendable {
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

  private(set) var forms: [FormList] = []
  private(set) var places: [Place] = []
  /// Whether the piece is not what it should be.
  private(set) var isDamaged = false

  /// Looks a stem up; where the shard has it not, the entry is empty.
  init(of stem: [UInt8], in piece: [UInt8], shard: IndexShard) {
    var reader = ByteReader(piece: piece)
    let passages = BlockTable(reading: &reader)
    let positions = BlockTable(reading: &reader)
    var current: [UInt8] = []
    var list = 0
    while !reader.isAtEnd, !reader.isDamaged {
      current = reader.text(sharing: current)
      let body = reader.range(reader.number())
      if stem.isBefore(current) { break }
      var content = ByteReader(piece, body)
      let count = content.number()
      if current.isEqual(to: stem) {
        while forms.count < count, !content.isDamaged {
          let form = FormList(
            of: stem, in: piece, &content, number: list &+ forms.count, shard: shard, passages, positions)
          isDamaged = isDamaged || form.isDamaged
          forms.append(form)
        }
        readPlaces(&content)
        break
      }
      list &+= count
    }
    isDamaged = isDamaged || reader.isDamaged
  }

  private func readPlaces(_ content: inout ByteReader) {
    var rest = content.number()
    while rest > 0, !content.isDamaged {
      let name = content.text()
      let stems = content.texts()
      places.append(Place(name: name, rest: stems, area: FacetValue(reading: &content)))
      rest -= 1
    }
    isDamaged = isDamaged || content.isDamaged || !content.isAtEnd
  }
}

/// What a shard knows of a form of a word.
final class FormList {
  let spelling: [UInt8]
  let shard: IndexShard
  /// How many documents have it.
  let count: Int
  /// The number of its list in its piece.
  let number: Int
  let postings: Postings
  let passages: BlockTable
  let positions: BlockTable
  let isDamaged: Bool

  fileprivate init(
    of stem: [UInt8], in piece: [UInt8], _ content: inout ByteReader, number: Int, shard: IndexShard,
    _ passages: BlockTable, _ positions: BlockTable
  ) {
    spelling = content.text(sharing: stem)
    count = content.number()
    let range = content.range(content.number())
    let postings = Postings(reading: piece, range, count: count, shardSize: shard.documentCount)
    isDamaged = postings == nil
    self.postings = postings ?? .empty
    self.number = number
    self.shard = shard
    self.passages = passages
    self.positions = positions
  }
}
