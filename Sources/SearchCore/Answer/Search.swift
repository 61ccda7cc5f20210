/// A search from the request to the documents that it finds, over the pieces at hand.
final class Search {
  let request: SearchRequest
  let store: PieceStore
  let filters: FilterMatches
  /// The expression with what abbreviations add to it, unless they are left alone, and without the demand for all
  /// words where none has them.
  private(set) var expression: Expression?
  /// What abbreviations add, or would.
  private(set) var expansions: [Change] = []
  /// Whether no document has all the words, so that what has some of them is given, if anything has.
  private(set) var isPartial = false
  private(set) var matches: ExpressionMatches
  /// The documents that are found.
  private(set) var documents: DocumentSet
  /// The passages that meet everything by themselves; nil where documents as a whole do.
  private(set) var passages: PassageSet?
  /// What the reader should know.
  private(set) var notes: [Note]

  init(_ request: SearchRequest, _ store: PieceStore) {
    self.request = request
    self.store = store
    notes = request.query.notes
    expression = request.query.expression
    if let given = expression {
      let abbreviations = Abbreviations(store.contents.abbreviations)
      let expanded = abbreviations.expand(given)
      expansions = abbreviations.expansions
      if request.expands { expression = expanded }
    }
    matches = ExpressionMatches(expression, store)
    documents = matches.documents
    filters = FilterMatches(request.query.filters, store)
    guard store.isComplete else { return }
    // Whether words are enough is a matter of the archive, not of what it is narrowed to.
    if documents.isEmpty, let partial = expression?.partial {
      expression = partial
      matches = ExpressionMatches(partial, store)
      documents = matches.documents
      isPartial = true
    }
    narrow()
    noteUnknownValues()
    if isEmpty { notes.append(Note(.empty)) }
  }

  /// Whether nothing was asked for.
  var isEmpty: Bool { expression == nil && request.query.filters.isEmpty }

  /// The page that is shown.
  var page: Int {
    guard request.limit > 0 else { return 1 }
    return max(min(request.page, (documents.count + request.limit - 1) / request.limit), 1)
  }

  private func narrow() {
    let filtered = filters.documents()
    if request.query.isAboutPassages {
      let found = matches.passages(among: filters.passages())
      var kept = PassageSet()
      for passage in found.keys where filtered.contains(PassageSet.document(of: passage)) {
        kept.append(passage)
      }
      passages = kept
      documents = kept.documents(of: store.contents.documentCount)
      if documents.isEmpty { noteWordsApart(in: filtered) }
    } else if isEmpty {
      documents = DocumentSet(of: store.contents.documentCount)
    } else {
      documents.formIntersection(filtered)
    }
  }

  /// Says where documents have all the words, though no passage that was asked for has.
  private func noteWordsApart(in filtered: DocumentSet) {
    guard expression != nil, !isPartial else { return }
    var having = matches.documents
    having.formIntersection(filtered)
    if !having.isEmpty { notes.append(Note(.apart, request.textAboutDocuments)) }
  }

  private func noteUnknownValues() {
    for filter in request.query.filters where filter.facet != .year {
      var isKnown = false
      for value in store.values(of: filter.facet) where value.isMeant(by: filter.key) { isKnown = true }
      if !isKnown { notes.append(Note(.unknownValue(filter.facet), filter.value)) }
    }
  }
}

extension Expression {
  /// What has some of the terms at least, and nothing that should not be there; nil where the expression does
  /// not ask for several terms.
  fileprivate var partial: Expression? {
    var parts = [self]
    if case .all = kind { parts = self.parts }
    var wanted: [Expression] = []
    var others: [Expression] = []
    for part in parts {
      switch part.kind {
      case .none: others.append(part)
      case .term: wanted.append(part)
      case .expanded:
        guard case .all = part.parts[0].kind else {
          wanted.append(part)
          continue
        }
        // The words that an abbreviation is short for are terms of their own.
        for word in part.parts[0].parts { wanted.append(word) }
        for index in 1..<part.parts.count { wanted.append(part.parts[index]) }
      case .all, .any: return nil
      }
    }
    guard wanted.count > 1 else { return nil }
    var joined = [Expression(.any, wanted)]
    for other in others { joined.append(other) }
    return .joining(joined)
  }
}
