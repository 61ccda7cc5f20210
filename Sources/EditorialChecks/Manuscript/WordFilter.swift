/// A set of words that tells of most others by a few bits that they are not in it.
struct WordFilter: Sendable {
  private let words: Set<Word>
  private var marks = [Bool](repeating: false, count: 1 << 12)

  init(_ words: Set<Word>) {
    self.words = words
    for word in words { marks[Self.place(of: word)] = true }
  }

  private static func place(of word: Word) -> Int { Int(word.hash & 0xFFF) }

  func contains(_ word: Word) -> Bool {
    marks[Self.place(of: word)] && words.contains(word)
  }
}
