/// What the filters of a query find: filters of one facet are alternatives, and one of each facet must hold.
final class FilterMatches {
  private let store: PieceStore
  private let filters: [Filter]
  /// What each filter finds: documents or passages, by its facet.
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
        for value in column.sets[set] where column.values[value].isMeant(by: filter.key) { meant.insert(set) }
      }
      for document in 0..<shard.documentCount {
        let day = columns.days[document]
        let isFound =
          filter.facet == .year
          ? filter.firstDay <= day && day <= filter.lastDay : meant.contains(column.documents[document])
        if isFound { found.insert(shard.firstDocument + document) }
      }
    }
    return found
  }

  private func passages(that filter: Filter) -> PassageSet {
    var found = PassageSet()
    guard filter.facet.isOfPassages else { return found }
    for value in store.values(of: filter.facet) where value.isMeant(by: filter.key) {
      found.formUnion(WordLists(.word, HiddenWord.marked(filter.facet, value.id), store).passages)
    }
    return found
  }

  // MARK: All

  /// The documents that meet the filters about documents; what is wanted of one facet is left out.
  func documents(but left: Facet? = nil) -> DocumentSet {
    var kept = DocumentSet(of: store.contents.documentCount, all: true)
    for facet in Facet.allCases where !facet.isOfPassages {
      var wanted: DocumentSet?
      for (index, filter) in filters.enumerated() where filter.facet == facet {
        if filter.isExcluded {
          kept.subtract(documents[index])
        } else if facet != left {
          wanted = wanted ?? DocumentSet(of: store.contents.documentCount)
          wanted?.formUnion(documents[index])
        }
      }
      if let wanted { kept.formIntersection(wanted) }
    }
    return kept
  }

  /// The passages that meet the filters about passages, nil where there are none; what is wanted of one facet
  /// is left out.
  func passages(but left: Facet? = nil) -> PassageSet? {
    var kept: PassageSet?
    for facet in Facet.allCases where facet.isOfPassages {
      var wanted: PassageSet?
      var excluded: PassageSet?
      for (index, filter) in filters.enumerated() where filter.facet == facet {
        if filter.isExcluded {
          excluded = excluded ?? PassageSet()
          excluded?.formUnion(passages[index])
        } else if facet != left {
          wanted = wanted ?? PassageSet()
          wanted?.formUnion(passages[index])
        }
      }
      if let wanted {
        kept?.formIntersection(wanted)
        kept = kept ?? wanted
      }
      if let excluded {
        kept = kept ?? store.everyPassage
        kept?.subtract(excluded)
      }
    }
    return kept
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
