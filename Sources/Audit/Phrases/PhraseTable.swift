/// Phrases with their owners, laid out to say fast that one is not there, which is what nearly every question gets.
///
/// A small filter answers most; the others look into a table with open addressing. The number of a phrase is mixed well
/// enough to be its place.
struct PhraseTable: Sendable {
  /// Sixteen bits for each phrase, one of them set.
  private let filter: [UInt64]
  /// The numbers of the phrases, 0 where there is none; at most half of the places are taken.
  private let values: [UInt64]
  private let owners: [UInt32]

  init(_ phrases: [Phrase: UInt32]) {
    var size = 64
    while size < 2 * phrases.count { size *= 2 }
    var filter = [UInt64](repeating: 0, count: size / 8)
    var values = [UInt64](repeating: 0, count: size)
    var owners = [UInt32](repeating: 0, count: size)
    for (phrase, owner) in phrases {
      filter[Self.word(of: phrase, in: filter.count)] |= Self.bit(of: phrase)
      var place = Self.place(of: phrase, in: size)
      while values[place] != 0 { place = (place + 1) & (size - 1) }
      values[place] = phrase.value
      owners[place] = owner
    }
    self.filter = filter
    self.values = values
    self.owners = owners
  }

  /// The owner of a phrase, nil where it is not there.
  @inline(__always)
  func owner(of phrase: Phrase) -> UInt32? {
    guard filter[Self.word(of: phrase, in: filter.count)] & Self.bit(of: phrase) != 0 else { return nil }
    var place = Self.place(of: phrase, in: values.count)
    while values[place] != 0 {
      if values[place] == phrase.value { return owners[place] }
      place = (place + 1) & (values.count - 1)
    }
    return nil
  }

  private static func bit(of phrase: Phrase) -> UInt64 { 1 << (phrase.value & 63) }

  private static func word(of phrase: Phrase, in count: Int) -> Int {
    Int(truncatingIfNeeded: phrase.value >> 6) & (count - 1)
  }

  private static func place(of phrase: Phrase, in count: Int) -> Int {
    Int(truncatingIfNeeded: phrase.value >> 20) & (count - 1)
  }
}
