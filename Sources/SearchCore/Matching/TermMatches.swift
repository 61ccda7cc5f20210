/// What a term of a query finds.
final class TermMatches {
  let term: Term
  private let store: PieceStore
  /// The lists of its word, or of each word of its phrase.
  private var words: [WordLists] = []
  private var foundWeights: [Int]?
  private var foundPassages: PassageSet?
  private var foundPlaces: PassageSet?

  /// What no weight exceeds.
  static let mostWeight = 65_535

  init(_ term: Term, _ store: PieceStore) {
    self.term = term
    self.store = store
    switch term.kind {
    case .expansion: words.append(WordLists(.word, HiddenWord.expansion(of: term.abbreviation), store))
    case .phrase: for stem in term.words { words.append(WordLists(.word, stem, store)) }
    case .word, .spelling, .beginning: words.append(WordLists(term.kind, term.words[0], store))
    }
  }

  /// How much each document has the term, a phrase as often as it occurs; 0 where it has not.
  var weights: [Int] {
    if let foundWeights { return foundWeights }
    var weights: [Int]
    if words.count > 1 {
      weights = [Int](repeating: 0, count: store.contents.documentCount)
      for place in places.keys {
        let document = PassageSet.document(of: place)
        weights[document] = min(weights[document] + 1, Self.mostWeight)
      }
    } else {
      weights = words[0].weights
    }
    foundWeights = weights
    return weights
  }

  /// The documents that have the term.
  var documents: DocumentSet {
    words.count > 1 ? places.documents(of: store.contents.documentCount) : words[0].documents
  }

  /// The passages that have the term.
  var passages: PassageSet {
    if let foundPassages { return foundPassages }
    let passages = words.count > 1 ? places.passages : words[0].passages
    foundPassages = passages
    return passages
  }

  /// Where the phrase begins.
  private var places: PassageSet {
    if let foundPlaces { return foundPlaces }
    var documents = words[0].documents
    for word in words { documents.formIntersection(word.documents) }
    var places = words[0].places(in: documents, before: 0)
    for offset in 1..<words.count {
      places.formIntersection(words[offset].places(in: documents, before: offset))
    }
    foundPlaces = places
    return places
  }
}
