/// How many documents of a search have each value of each facet.
///
/// A count is of the documents that there would be if that value were chosen, and of its facet no other.
struct FacetCounts {
  struct Count {
    let value: FacetValue
    var count: Int
    let isChosen: Bool
  }

  private(set) var counts: [(facet: Facet, counts: [Count])] = []

  init(_ search: Search) throws(Interruption) {
    let facets: [Facet] =
      switch search.request.counting {
      case .none: []
      case .documents: Facet.ofDocuments + [.year]
      case .all: Facet.allCases
      }
    var isComplete = true
    for facet in facets {
      isComplete =
        try attempt { () throws(Interruption) in
          var counts: [Count] = []
          for shard in search.shards {
            let found =
              facet.isOfPassages
              ? try shard.counts(ofPassages: facet, in: search) : try shard.counts(of: facet, in: search)
            for (value, count) in found { counts.add(value, count, in: search, facet) }
          }
          counts.sort { first, second in
            if facet == .year { return second.value.id.isBefore(first.value.id) }
            return first.count != second.count
              ? first.count > second.count : first.value.id.isBefore(second.value.id)
          }
          self.counts.append((facet, counts.filter { $0.count > 0 || $0.isChosen }))
        } && isComplete
    }
    if !isComplete { throw .waiting }
  }
}

extension [FacetCounts.Count] {
  fileprivate mutating func add(_ value: FacetValue, _ count: Int, in search: Search, _ facet: Facet) {
    if let place = firstIndex(where: { $0.value.id == value.id }) {
      self[place].count += count
    } else {
      let isChosen = search.request.chosen.contains { $0.facet == facet && value.isMeant($0.value) }
      append(FacetCounts.Count(value: value, count: count, isChosen: isChosen))
    }
  }
}

extension ShardMatches {
  /// The documents that would be found without the filters on a facet.
  private func documents(without facet: Facet, in search: Search) throws(Interruption) -> DocumentSet {
    if search.isEmpty { return try filteredDocuments(but: facet) }
    if search.query.isAboutPassages {
      var found = try passages(among: try filteredPassages(but: facet)).documents(of: shard.documentCount)
      found.formIntersection(try filteredDocuments(but: facet))
      return found
    }
    return try documents() & filteredDocuments(but: facet)
  }

  /// How many documents have each value of a facet of documents.
  fileprivate func counts(of facet: Facet, in search: Search) throws(Interruption) -> [(FacetValue, Int)] {
    let found = try documents(without: facet, in: search)
    let columns = try shard.columns()
    if facet == .year { return columns.years(of: found) }
    let column = columns[facet]
    var sets = [Int](repeating: 0, count: column.sets.count)
    found.forEach { sets[column.documents[$0]] += 1 }
    var counts = [Int](repeating: 0, count: column.values.count)
    for (set, count) in zip(column.sets, sets) { for value in set { counts[value] += count } }
    return [(FacetValue, Int)](zip(column.values, counts))
  }

  /// How many documents have a passage with each value of a facet of passages.
  fileprivate func counts(
    ofPassages facet: Facet, in search: Search
  ) throws(Interruption) -> [(FacetValue, Int)] {
    let values = try shard.columns().values(of: facet)
    var counts: [(FacetValue, Int)] = []
    var isComplete = true
    let documents = try filteredDocuments()
    let others = try filteredPassages(but: facet)
    var found: PassageSet?
    if search.query.expression != nil || others != nil {
      isComplete = try attempt { () throws(Interruption) in found = try passages(among: others) }
    }
    for value in values {
      isComplete =
        try attempt { () throws(Interruption) in
          let marked = WordListsOfMark(facet, value.id, in: shard)
          var having: DocumentSet
          if var common = found {
            common.formIntersection(try marked.passages())
            having = common.documents(of: shard.documentCount)
          } else {
            having = try marked.documents()
          }
          having.formIntersection(documents)
          counts.append((value, having.count))
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return counts
  }
}

/// The passages and documents that are marked with a value of a facet.
private struct WordListsOfMark {
  private let matches: TermMatches

  init(_ facet: Facet, _ id: [UInt8], in shard: ShardPieces) {
    let meaning = Query.Term.Meaning.word(stem: HiddenWord.marked(facet, id))
    matches = TermMatches(Query.Term(meaning: meaning, text: []), in: shard)
  }

  func passages() throws(Interruption) -> PassageSet { try matches.passages() }
  func documents() throws(Interruption) -> DocumentSet { try matches.documents() }
}

extension Columns {
  /// How many of some documents were first released in each year.
  fileprivate func years(of documents: DocumentSet) -> [(FacetValue, Int)] {
    var years: [(year: Int, count: Int)] = []
    documents.forEach { document in
      let year = days[document] / 10_000
      if years.last?.year != year { years.append((year, 0)) }
      years[years.count - 1].count += 1
    }
    return years.map { year, count in
      var id: [UInt8] = []
      id.append(decimal: year)
      return (FacetValue(id: id, name: id), count)
    }
  }
}
