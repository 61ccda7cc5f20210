/// What a query finds in a shard.
final class ShardMatches {
  let shard: ShardPieces
  private let terms: [TermMatches]
  /// The terms as the expression counts them.
  private let expression: NumberedExpression?
  private let filters: [Query.Filter]

  init(_ query: Query, in shard: ShardPieces) {
    self.shard = shard
    filters = query.filters
    var terms: [TermMatches] = []
    expression = query.expression.map { expression in
      NumberedExpression(expression) { term in
        terms.append(TermMatches(term, in: shard))
        return terms.count - 1
      }
    }
    self.terms = terms
  }

  // MARK: Documents

  /// The documents that have what the expression asks for, whatever the filters.
  func documents() throws(Interruption) -> DocumentSet {
    guard let expression else { return DocumentSet(all: shard.documentCount) }
    return try documents(of: expression)
  }

  private func documents(of expression: NumberedExpression) throws(Interruption) -> DocumentSet {
    switch expression {
    case .term(let number): return try terms[number].documents()
    case .none(let part):
      var documents = DocumentSet(all: shard.documentCount)
      documents.subtract(try self.documents(of: part))
      return documents
    case .expanded(let given, let others):
      return try combined([given] + others, DocumentSet(none: shard.documentCount)) { $0.formUnion($1) }
    case .all(let parts):
      return try combined(parts, DocumentSet(all: shard.documentCount)) { $0.formIntersection($1) }
    case .any(let parts):
      return try combined(parts, DocumentSet(none: shard.documentCount)) { $0.formUnion($1) }
    }
  }

  private func combined(
    _ parts: [NumberedExpression], _ start: DocumentSet, _ combine: (inout DocumentSet, DocumentSet) -> Void
  ) throws(Interruption) -> DocumentSet {
    var result = start
    var isComplete = true
    for part in parts {
      isComplete =
        try attempt { () throws(Interruption) in combine(&result, try documents(of: part)) } && isComplete
    }
    if !isComplete { throw .waiting }
    return result
  }

  // MARK: Passages

  /// The passages that have what the expression asks for by themselves, among some; all where there is none.
  func passages(among universe: PassageSet?) throws(Interruption) -> PassageSet {
    var universe = universe
    if universe == nil, expression?.needsUniverse ?? true { universe = try everyPassage() }
    guard let expression else { return universe ?? PassageSet() }
    var passages = try passages(of: expression, among: universe)
    if let universe { passages.formIntersection(universe) }
    return passages
  }

  private func passages(
    of expression: NumberedExpression, among universe: PassageSet?
  ) throws(Interruption) -> PassageSet {
    switch expression {
    case .term(let number): return try terms[number].passages()
    case .none(let part):
      var passages = universe ?? PassageSet()
      passages.subtract(try self.passages(of: part, among: universe))
      return passages
    case .expanded(let given, let others):
      return try passages(of: .any([given] + others), among: universe)
    case .all(let parts), .any(let parts):
      var result: PassageSet?
      var isComplete = true
      for part in parts {
        isComplete =
          try attempt { () throws(Interruption) in
            let next = try passages(of: part, among: universe)
            if case .all = expression { result?.formIntersection(next) } else { result?.formUnion(next) }
            result = result ?? next
          } && isComplete
      }
      if !isComplete { throw .waiting }
      return result ?? PassageSet()
    }
  }

  /// The passages that have one of the terms that are wanted.
  func passagesOfTerms() throws(Interruption) -> PassageSet {
    var found = PassageSet()
    var isComplete = true
    for number in expression?.terms(areWanted: true) ?? [] {
      isComplete =
        try attempt { () throws(Interruption) in found.formUnion(try terms[number].passages()) } && isComplete
    }
    if !isComplete { throw .waiting }
    return found
  }

  private func everyPassage() throws(Interruption) -> PassageSet {
    let counts = try WordLists(of: HiddenWord.everything, in: shard).weights()
    var keys: [PassageKey] = []
    for (document, count) in counts.enumerated() {
      for passage in 0..<Int(count) { keys.append(PassageKey(document: document, passage: passage)) }
    }
    return PassageSet(rising: keys)
  }

  // MARK: Filters

  /// The documents that meet the filters about documents; what is wanted of one facet is left out.
  func filteredDocuments(but left: Facet? = nil) throws(Interruption) -> DocumentSet {
    let columns = try shard.columns()
    var kept = DocumentSet(all: shard.documentCount)
    for facet in Facet.ofDocuments {
      let (wanted, excluded) = filters.values(of: facet)
      if !wanted.isEmpty, facet != left { kept.formIntersection(columns.documents(with: wanted, of: facet)) }
      if !excluded.isEmpty { kept.subtract(columns.documents(with: excluded, of: facet)) }
    }
    var inPeriod: DocumentSet?
    for filter in filters {
      let documents: DocumentSet
      switch filter.condition {
      case .days(let days): documents = columns.documents(from: days)
      case .noDays: documents = DocumentSet(none: shard.documentCount)
      case .value: continue
      }
      if filter.isExcluded {
        kept.subtract(documents)
      } else if left != .year {
        var others = inPeriod ?? DocumentSet(none: shard.documentCount)
        others.formUnion(documents)
        inPeriod = others
      }
    }
    if let inPeriod { kept.formIntersection(inPeriod) }
    return kept
  }

  /// The passages that meet the filters about passages, nil where there are none; what is wanted of one facet
  /// is left out.
  func filteredPassages(but left: Facet? = nil) throws(Interruption) -> PassageSet? {
    var kept: PassageSet?
    var isComplete = true
    for facet in Facet.ofPassages {
      let (wanted, excluded) = filters.values(of: facet)
      isComplete =
        try attempt { () throws(Interruption) in
          if !wanted.isEmpty, facet != left {
            let passages = try self.passages(with: wanted, of: facet)
            kept?.formIntersection(passages)
            kept = kept ?? passages
          }
          if !excluded.isEmpty {
            var others = if let kept { kept } else { try everyPassage() }
            others.subtract(try self.passages(with: excluded, of: facet))
            kept = others
          }
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return kept
  }

  /// The passages that are marked with one of some values.
  func passages(with values: [[UInt8]], of facet: Facet) throws(Interruption) -> PassageSet {
    let known = try shard.columns().passageValues[facet.rawValue - Facet.kind.rawValue]
    var found = PassageSet()
    var isComplete = true
    for value in known where values.contains(where: value.isMeant) {
      isComplete =
        try attempt { () throws(Interruption) in
          found.formUnion(try WordLists(of: HiddenWord.marked(facet, value.id), in: shard).passages())
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return found
  }

  /// How much each document has each of the terms that are wanted.
  func weights() throws(Interruption) -> [[UInt16]] {
    var weights: [[UInt16]] = []
    var isComplete = true
    for number in expression?.terms(areWanted: true) ?? [] {
      isComplete =
        try attempt { () throws(Interruption) in weights.append(try terms[number].weights()) } && isComplete
    }
    if !isComplete { throw .waiting }
    return weights
  }
}

/// An expression whose terms are numbers.
private indirect enum NumberedExpression {
  case term(Int)
  case all([NumberedExpression])
  case any([NumberedExpression])
  case expanded(NumberedExpression, [NumberedExpression])
  case none(NumberedExpression)

  init(_ expression: Query.Expression, _ number: (Query.Term) -> Int) {
    self =
      switch expression {
      case .term(let term): .term(number(term))
      case .all(let parts): .all(parts.map { NumberedExpression($0, number) })
      case .any(let parts): .any(parts.map { NumberedExpression($0, number) })
      case .expanded(let given, let others):
        .expanded(NumberedExpression(given, number), others.map { NumberedExpression($0, number) })
      case .none(let part): .none(NumberedExpression(part, number))
      }
  }

  /// Whether it says what passages should not have.
  var needsUniverse: Bool {
    switch self {
    case .term: false
    case .all(let parts), .any(let parts): parts.contains { $0.needsUniverse }
    case .expanded(let given, let others): given.needsUniverse || others.contains { $0.needsUniverse }
    case .none: true
    }
  }

  /// The terms that text should have, or those that it should not.
  func terms(areWanted: Bool) -> [Int] {
    switch self {
    case .term(let number): areWanted ? [number] : []
    case .all(let parts), .any(let parts): parts.flatMap { $0.terms(areWanted: areWanted) }
    case .expanded(let given, let others): ([given] + others).flatMap { $0.terms(areWanted: areWanted) }
    case .none(let part): part.terms(areWanted: !areWanted)
    }
  }
}

extension [Query.Filter] {
  /// The values of a facet that are wanted, and those that are excluded.
  fileprivate func values(of facet: Facet) -> (wanted: [[UInt8]], excluded: [[UInt8]]) {
    var values: (wanted: [[UInt8]], excluded: [[UInt8]]) = ([], [])
    for filter in self {
      guard case .value(facet, let value) = filter.condition else { continue }
      if filter.isExcluded { values.excluded.append(value) } else { values.wanted.append(value) }
    }
    return values
  }
}

extension Columns {
  /// The documents with one of some values.
  fileprivate func documents(with values: [[UInt8]], of facet: Facet) -> DocumentSet {
    let column = self[facet]
    let meant = column.values.map { value in values.contains(where: value.isMeant) }
    let sets = column.sets.map { $0.contains { meant[$0] } }
    var documents = DocumentSet(none: count)
    for (document, set) in column.documents.enumerated() where sets[set] { documents.insert(document) }
    return documents
  }

  /// The documents that were first released on some days.
  fileprivate func documents(from days: ClosedRange<Int>) -> DocumentSet {
    var documents = DocumentSet(none: count)
    for (document, day) in self.days.enumerated() where days.contains(day) { documents.insert(document) }
    return documents
  }
}

extension FacetValue {
  /// Whether a reader who names a value so means this one: by its id, or its name, capitals aside.
  func isMeant(_ text: [UInt8]) -> Bool { QueryWords.isSame(text, id) || QueryWords.isSame(text, name) }
}
