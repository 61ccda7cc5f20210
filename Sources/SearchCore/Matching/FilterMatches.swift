/// What the filters of a query find: filters of one facet are alternatives, and one of each facet must hold; the
/// range of an address holds beside the dates of the query.
final class FilterMatches {
  private let store: PieceStore
  private let filters: [Filter]
  /// What each filter finds, or an alternative to it: documents or passages, by its facet.
  private var documents: [DocumentSet] = []
  private var passages: [PassageSet] = []

  init(_ filters: [Filter], _ store: PieceStore) {
    self.store = store
    self.filters = filters
    for filter in filters {
      documents.append(documents(that: filter))
      passages.append(passages(that: filter))
    }
  }

  // MARK: One

  private func documents(that filter: Filter) -> DocumentSet {
    var found = DocumentSet(of: store.contents.documentCount)
    guard !filter.facet.isOfPassages else { return found }
    for shard in store.contents.shards {
      guard let columns = store.columns(of: shard) else { continue }
      let column = columns[filter.facet]
      var meant = DocumentSet(of: column.sets.count)
      for set in 0..<column.sets.count {
        for value in column.sets[set] where isMeant(column.values[value], by: filter) { meant.insert(set) }
      }
      for document in 0..<shard.documentCount {
        let isFound =
          filter.facet == .year
          ? isMeant(columns.days[document], by: filter) : meant.contains(column.documents[document])
        if isFound { found.insert(shard.firstDocument + document) }
      }
    }
    return found
  }

  private func passages(that filter: Filter) -> PassageSet {
    var found = PassageSet()
    guard filter.facet.isOfPassages else { return found }
    for value in store.values(of: filter.facet) where isMeant(value, by: filter) {
      found.formUnion(WordLists(.word, HiddenWord.marked(filter.facet, value.id), store).passages)
    }
    return found
  }

  private func isMeant(_ value: FacetValue, by filter: Filter) -> Bool {
    for other in filters where other.isAlternative(to: filter) && value.isMeant(by: other.key) { return true }
    return false
  }

  private func isMeant(_ day: Int, by filter: Filter) -> Bool {
    for other in filters where other.isAlternative(to: filter) {
      if other.firstDay <= day, day <= other.lastDay { return true }
    }
    return false
  }

  // MARK: All

  /// The documents that meet the filters about documents; what is wanted of one facet is left out.
  func documents(but left: Facet? = nil) -> DocumentSet {
    var kept = DocumentSet(of: store.contents.documentCount, all: true)
    for index in 0..<filters.count where !filters[index].facet.isOfPassages {
      if filters[index].isExcluded {
        kept.subtract(documents[index])
      } else if filters[index].facet != left {
        kept.formIntersection(documents[index])
      }
    }
    return kept
  }

  /// The passages that meet the filters about passages, nil where there are none; what is wanted of one facet
  /// is left out.
  func passages(but left: Facet? = nil) -> PassageSet? {
    var kept: PassageSet?
    for index in 0..<filters.count where filters[index].facet.isOfPassages {
      if filters[index].isExcluded {
        kept = kept ?? store.everyPassage
        kept?.subtract(passages[index])
      } else if filters[index].facet != left {
        kept = kept ?? passages[index]
        kept?.formIntersection(passages[index])
      }
    }
    return kept
  }
}

extension Filter {
  /// Whether it is about the same facet, and both want a value or both exclude one.
  fileprivate func isAlternative(to other: Filter) -> Bool {
    facet == other.facet && isExcluded == other.isExcluded && narrows == other.narrows
  }
}

extension PieceStore {
  /// The values of a facet, each once.
  func values(of facet: Facet) -> [FacetValue] {
    var values: [FacetValue] = []
    for shard in contents.shards {
      for value in columns(of: shard)?[facet].values ?? [] {
        if !values.contains(where: { $0.id.isEqual(to: value.id) }) { values.append(value) }
      }
    }
    return values
  }
}
