import Model

/// Words of the lists by which rules tell places and abbreviations from persons, prepared once for all texts.
struct ListWords: Sendable {
  /// The words in the names of local areas.
  let places: Set<Word>
  /// The words of the glossary.
  let abbreviations: Set<Word>

  init(_ lists: Lists) {
    places = Self.words(lists.areas.flatMap { [$0.name] + $0.aliases })
    abbreviations = Self.words(lists.glossary.map(\.term))
  }

  private static func words(_ texts: [String]) -> Set<Word> {
    Set(texts.flatMap { Tokenizer.tokens(of: Array($0.utf8)).map(\.word) })
  }
}
