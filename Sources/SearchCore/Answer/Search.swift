/// A search from the request to what is found, over the pieces at hand.
///
/// It stops where a piece is missing, having noted all that it can tell it needs.
struct Search {
  let request: SearchRequest
  let store: PieceStore
  /// The query with what abbreviations add to it, and without the demand for all words where none has them.
  private(set) var query: Query
  private(set) var expansions: [Abbreviations.Expansion] = []
  /// Whether no document has all the words, so that those with some of them are given.
  private(set) var isPartial = false
  private(set) var shards: [ShardMatches] = []
  /// The documents that are found, shard by shard.
  private(set) var documents: [DocumentSet] = []
  /// The passages that meet everything by themselves, shard by shard; nil where documents as a whole do.
  private(set) var passages: [PassageSet]?

  init(_ request: SearchRequest, _ store: PieceStore) throws(Interruption) {
    self.request = request
    self.store = store
    query = request.query
    if request.expands, let expression = query.expression {
      var abbreviations = Abbreviations(store.manifest)
      query.expression = abbreviations.expand(expression)
      expansions = abbreviations.expansions
    }
    try match()
    try noteUnknownValues()
  }

  /// The documents that are found.
  var total: Int { documents.reduce(0) { $0 + $1.count } }

  /// Whether nothing was asked for.
  var isEmpty: Bool { query.expression == nil && query.filters.isEmpty }

  // MARK: Matching

  private mutating func match() throws(Interruption) {
    shards = matches()
    var matching = try eachShard { (shard: ShardMatches) throws(Interruption) in try shard.documents() }
    // Whether words are enough is a matter of the archive, not of what it is narrowed to.
    if matching.allSatisfy({ $0.isEmpty }), let partial = query.expression?.partial {
      query.expression = partial
      isPartial = true
      shards = matches()
      matching = try eachShard { (shard: ShardMatches) throws(Interruption) in try shard.documents() }
      isPartial = !matching.allSatisfy { $0.isEmpty }
    }
    let filtered = try eachShard { (shard: ShardMatches) throws(Interruption) in try shard.filteredDocuments()
    }
    if query.isAboutPassages {
      let found = try eachShard { (shard: ShardMatches) throws(Interruption) in
        try shard.passages(among: try shard.filteredPassages())
      }
      passages = zip(found, filtered).map { passages, documents in
        var kept = passages
        kept.keep { documents.contains($0.document) }
        return kept
      }
      documents = zip(passages ?? [], filtered).map { $0.documents(of: $1.size) }
    } else {
      documents = isEmpty ? filtered.map { DocumentSet(none: $0.size) } : zip(matching, filtered).map(&)
    }
  }

  private func matches() -> [ShardMatches] {
    store.manifest.shards.indices.map { ShardMatches(query, in: ShardPieces(store: store, number: $0)) }
  }

  /// What some work gives for each shard; all that is missing is noted before it stops.
  func eachShard<Result>(
    _ work: (ShardMatches) throws(Interruption) -> Result
  ) throws(Interruption) -> [Result] {
    var results: [Result] = []
    for shard in shards {
      try attempt { () throws(Interruption) in results.append(try work(shard)) }
    }
    if results.count < shards.count { throw .waiting }
    return results
  }

  private mutating func noteUnknownValues() throws(Interruption) {
    let columns = try eachShard { (shard: ShardMatches) throws(Interruption) in try shard.shard.columns() }
    for filter in query.filters {
      guard case .value(let facet, let value) = filter.condition else { continue }
      let isKnown = columns.contains { $0.values(of: facet).contains { $0.isMeant(value) } }
      if !isKnown { query.notes.append(.unknownValue(facet, value)) }
    }
  }
}

extension Columns {
  /// The values of a facet that documents of the shard have.
  func values(of facet: Facet) -> [FacetValue] {
    facet.isOfPassages ? passageValues[facet.rawValue - Facet.kind.rawValue] : self[facet].values
  }
}

extension DocumentSet {
  static func & (first: DocumentSet, second: DocumentSet) -> DocumentSet {
    var both = first
    both.formIntersection(second)
    return both
  }
}

extension Query.Expression {
  /// What has some of the terms at least, and nothing that should not be there; nil where the expression does
  /// not ask for several terms.
  fileprivate var partial: Query.Expression? {
    var parts = [self]
    if case .all(let inner) = self { parts = inner }
    var wanted: [Query.Expression] = []
    var others: [Query.Expression] = []
    for part in parts {
      switch part {
      case .none: others.append(part)
      case .term: wanted.append(part)
      case .expanded(.all(let given), let more): wanted += given + more
      case .expanded(let given, let more): wanted.append(.expanded(given, more))
      case .all, .any: return nil
      }
    }
    guard wanted.count > 1 else { return nil }
    return .joining([.any(wanted)] + others)
  }
}
