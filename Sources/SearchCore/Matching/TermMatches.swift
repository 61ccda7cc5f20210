/// What a term of a query finds in a shard.
final class TermMatches {
  private let term: Query.Term
  private let shard: ShardPieces
  private var lists: [WordLists]?
  private var foundWeights: [UInt16]?
  private var foundPassages: PassageSet?
  private var foundPhrase: [Occurrences]?

  init(_ term: Query.Term, in shard: ShardPieces) {
    self.term = term
    self.shard = shard
  }

  /// The lists of its word, or of each word of its phrase.
  private func wordLists() throws(Interruption) -> [WordLists] {
    if let lists { return lists }
    let found: [WordLists]
    switch term.meaning {
    case .word(let stem): found = [try WordLists(of: stem, in: shard)]
    case .spelling(let form): found = [try WordLists(spelling: form, in: shard)]
    case .beginning(let text): found = [try WordLists(beginning: text, in: shard)]
    case .expansion(let short, _): found = [try WordLists(of: HiddenWord.expansion(of: short), in: shard)]
    case .phrase(let stems):
      var all: [WordLists] = []
      var isComplete = true
      for stem in stems {
        isComplete =
          try attempt { () throws(Interruption) in all.append(try WordLists(of: stem, in: shard)) }
          && isComplete
      }
      if !isComplete { throw .waiting }
      found = all
    }
    lists = found
    return found
  }

  /// Whether it is a sequence of several words.
  private var isSequence: Bool {
    if case .phrase(let stems) = term.meaning { stems.count > 1 } else { false }
  }

  // MARK: Results

  /// How much each document has the term, a phrase as often as it occurs; 0 where it has not.
  func weights() throws(Interruption) -> [UInt16] {
    if let foundWeights { return foundWeights }
    var weights: [UInt16]
    if isSequence {
      weights = [UInt16](repeating: 0, count: shard.documentCount)
      for occurrences in try phrase() {
        let document = occurrences.key.document
        weights[document] = UInt16(min(Int(weights[document]) + occurrences.positions.count, Int(UInt16.max)))
      }
    } else {
      weights = try wordLists()[0].weights()
    }
    foundWeights = weights
    return weights
  }

  /// The documents that have the term.
  func documents() throws(Interruption) -> DocumentSet {
    var documents = DocumentSet(none: shard.documentCount)
    for (document, weight) in try weights().enumerated() where weight > 0 { documents.insert(document) }
    return documents
  }

  /// The passages that have the term.
  func passages() throws(Interruption) -> PassageSet {
    if let foundPassages { return foundPassages }
    let passages: PassageSet
    if isSequence {
      passages = PassageSet(rising: try phrase().map { $0.key })
    } else {
      passages = try wordLists()[0].passages()
    }
    foundPassages = passages
    return passages
  }

  // MARK: Phrases

  /// Where the phrase begins in the passages that have it.
  private func phrase() throws(Interruption) -> [Occurrences] {
    if let foundPhrase { return foundPhrase }
    let words = try wordLists()
    var candidates = DocumentSet(all: shard.documentCount)
    for word in words {
      var documents = DocumentSet(none: shard.documentCount)
      for list in word.lists { for document in list.postings.documents { documents.insert(Int(document)) } }
      candidates.formIntersection(documents)
    }
    var found: [Occurrences] = []
    if !candidates.isEmpty {
      var isComplete = true
      var occurrences: [[Occurrences]] = []
      for word in words {
        isComplete =
          try attempt { () throws(Interruption) in
            occurrences.append(try word.occurrences(in: candidates))
          } && isComplete
      }
      if !isComplete { throw .waiting }
      found = occurrences[0]
      for (offset, next) in occurrences.enumerated().dropFirst() {
        found = found.followed(by: next, after: offset)
      }
    }
    foundPhrase = found
    return found
  }
}

extension [Occurrences] {
  /// Those of the beginnings that another word follows so many words later.
  fileprivate func followed(by others: [Occurrences], after offset: Int) -> [Occurrences] {
    var kept: [Occurrences] = []
    var index = 0
    for beginning in self {
      while index < others.count, others[index].key < beginning.key { index += 1 }
      guard index < others.count, others[index].key == beginning.key else { continue }
      let positions = others[index].positions
      let begun = beginning.positions.filter { positions.contains($0 + offset) }
      if !begun.isEmpty { kept.append(Occurrences(key: beginning.key, positions: begun)) }
    }
    return kept
  }
}
