/// How many documents of a search have each value of a facet.
///
/// A count is of the documents that there would be if that value were chosen, and of its facet no other.
final class FacetCounts {
  final class Count {
    let value: FacetValue
    fileprivate(set) var count = 0
    let isChosen: Bool

    fileprivate init(_ value: FacetValue, isChosen: Bool) {
      self.value = value
      self.isChosen = isChosen
    }
  }

  private let search: Search
  let facet: Facet
  private var counted: [Count] = []

  init(of facet: Facet, in search: Search) {
    self.search = search
    self.facet = facet
    if facet.isOfPassages { countPassages() } else { countDocuments() }
  }

  /// The values that documents have or that were chosen, those of most documents first; the newest year first.
  var counts: [Count] {
    var kept: [Count] = []
    let order = sortedNumbers(counted.count) { isBefore(counted[$0], counted[$1]) }
    for number in order where counted[number].count > 0 || counted[number].isChosen {
      kept.append(counted[number])
    }
    return kept
  }

  private func isBefore(_ one: Count, _ other: Count) -> Bool {
    if facet == .year { return other.value.id.isBefore(one.value.id) }
    return one.count != other.count ? one.count > other.count : one.value.id.isBefore(other.value.id)
  }

  private func isChosen(_ value: FacetValue) -> Bool {
    for filter in search.request.query.filters {
      if filter.facet == facet, !filter.isExcluded, value.isMeant(by: filter.key) { return true }
    }
    return false
  }

  private func add(_ value: FacetValue, _ count: Int) {
    for known in counted where known.value.id.isEqual(to: value.id) {
      known.count += count
      return
    }
    let new = Count(value, isChosen: isChosen(value))
    new.count = count
    counted.append(new)
  }

  // MARK: Documents

  private func countDocuments() {
    let found = search.documents(without: facet)
    for shard in search.store.contents.shards {
      guard let columns = search.store.columns(of: shard) else { continue }
      let column = columns[facet]
      var counts = [Int](repeating: 0, count: column.values.count)
      for document in 0..<shard.documentCount where found.contains(shard.firstDocument + document) {
        for value in column.sets[column.documents[document]] { counts[value] += 1 }
      }
      for value in 0..<counts.count { add(column.values[value], counts[value]) }
    }
  }

  // MARK: Passages

  private func countPassages() {
    let documents = search.filters.documents()
    let others = search.filters.passages(but: facet)
    var found: PassageSet?
    if search.expression != nil || others != nil { found = search.matches.passages(among: others) }
    for value in search.store.values(of: facet) {
      let marked = WordLists(.word, HiddenWord.marked(facet, value.id), search.store)
      var having: DocumentSet
      if var common = found {
        common.formIntersection(marked.passages)
        having = common.documents(of: search.store.contents.documentCount)
      } else {
        having = marked.documents
      }
      having.formIntersection(documents)
      add(value, having.count)
    }
  }
}

extension Search {
  /// The documents that would be found without the filters on a facet.
  fileprivate func documents(without facet: Facet) -> DocumentSet {
    var found = filters.documents(but: facet)
    if isEmpty { return found }
    if request.query.isAboutPassages {
      let passages = matches.passages(among: filters.passages(but: facet))
      found.formIntersection(passages.documents(of: store.contents.documentCount))
    } else {
      found.formIntersection(matches.documents)
    }
    return found
  }
}
