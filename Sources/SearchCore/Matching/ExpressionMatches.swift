/// What the expression of a query finds.
final class ExpressionMatches {
  private let store: PieceStore
  private let expression: Expression?
  /// Those of the terms that were asked about.
  private var terms: [TermMatches] = []

  init(_ expression: Expression?, _ store: PieceStore) {
    self.expression = expression
    self.store = store
  }

  /// What a term of the expression finds.
  func matches(of term: Term) -> TermMatches {
    for known in terms where known.term === term { return known }
    let matches = TermMatches(term, store)
    terms.append(matches)
    return matches
  }

  // MARK: Documents

  /// The documents that have what the expression asks for; all where there is none.
  private(set) lazy var documents = expression.map { documents(of: $0) } ?? everyDocument

  private var everyDocument: DocumentSet { DocumentSet(of: store.contents.documentCount, all: true) }

  private func documents(of expression: Expression) -> DocumentSet {
    var found: DocumentSet
    switch expression.kind {
    case .term(let term): return matches(of: term).documents
    case .none:
      found = everyDocument
      found.subtract(documents(of: expression.parts[0]))
    case .all:
      found = everyDocument
      for part in expression.parts { found.formIntersection(documents(of: part)) }
    case .any, .expanded:
      found = DocumentSet(of: store.contents.documentCount)
      for part in expression.parts { found.formUnion(documents(of: part)) }
    }
    return found
  }

  // MARK: Passages

  /// The passages that have what the expression asks for by themselves, among some; all where there is none.
  func passages(among allowed: PassageSet?) -> PassageSet {
    guard let expression else { return allowed ?? store.everyPassage }
    let universe = allowed ?? (expression.hasExclusions ? store.everyPassage : nil)
    var passages = passages(of: expression, among: universe ?? PassageSet())
    if let universe { passages.formIntersection(universe) }
    return passages
  }

  private func passages(of expression: Expression, among universe: PassageSet) -> PassageSet {
    var found: PassageSet
    switch expression.kind {
    case .term(let term): return matches(of: term).passages
    case .none:
      found = universe
      found.subtract(passages(of: expression.parts[0], among: universe))
    case .all:
      found = passages(of: expression.parts[0], among: universe)
      for part in expression.parts { found.formIntersection(passages(of: part, among: universe)) }
    case .any, .expanded:
      found = PassageSet()
      for part in expression.parts { found.formUnion(passages(of: part, among: universe)) }
    }
    return found
  }
}

extension PieceStore {
  /// All passages of all documents.
  var everyPassage: PassageSet {
    var passages = PassageSet()
    let counts = WordLists(.word, HiddenWord.everything, self).weights
    for document in 0..<counts.count {
      for passage in 0..<counts[document] { passages.append(PassageSet.key(document, passage)) }
    }
    return passages
  }
}
