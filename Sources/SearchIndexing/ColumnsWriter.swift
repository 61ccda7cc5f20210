import SearchCore

extension Columns {
  /// The columns of the documents of a shard, in their order.
  init(_ documents: [DocumentSummary]) {
    self.init()
    for (place, _) in Facet.ofDocuments.enumerated() {
      let values = documents.lazy.flatMap { $0.values[place] }.eachOnce
      let positions = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1.id, $0) })
      let sets = documents.map { document in
        document.values[place].compactMap { positions[$0.id] }.sorted()
      }
      let distinct = Set(sets).sorted { $0.lexicographicallyPrecedes($1) }
      let numbers = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
      columns[place].values = values
      columns[place].sets = distinct
      columns[place].documents = sets.compactMap { numbers[$0] }
    }
    for (place, facet) in Facet.ofPassages.enumerated() {
      passageValues[place] =
        documents.lazy.flatMap(\.marks).filter { $0.facet == facet }.map(\.value).eachOnce
    }
    days = documents.map(\.day)
  }
}

extension Sequence<FacetValue> {
  /// The values, each once, in the order of their ids.
  fileprivate var eachOnce: [FacetValue] {
    var seen: [[UInt8]: FacetValue] = [:]
    for value in self where seen[value.id] == nil { seen[value.id] = value }
    return seen.values.sorted { $0.id.lexicographicallyPrecedes($1.id) }
  }
}
