/// The documents of a search in their order: the most relevant first, of equal ones the newest; or the newest
/// first.
struct Ranking {
  struct Entry {
    let shard: Int
    let document: Int
    let score: Double
  }

  /// What each wanted term is worth.
  let worths: [Double]
  /// The documents of the page that was asked for.
  private(set) var entries: [Entry] = []

  init(_ search: Search) throws(Interruption) {
    let weights = try search.eachShard { (shard: ShardMatches) throws(Interruption) in try shard.weights() }
    let relevance = Relevance(search.store.manifest)
    let termCount = weights.first?.count ?? 0
    worths = (0..<termCount).map { term in
      relevance.worth(ofTermIn: weights.reduce(0) { $0 + $1[term].count { $0 > 0 } })
    }
    let columns = try search.eachShard { (shard: ShardMatches) throws(Interruption) in
      try shard.shard.columns()
    }
    let request = search.request
    let end = request.isTable ? search.total : request.page * request.limit
    var best = BestEntries(end)
    // The newest document has the highest number: what comes later stands before its equals.
    for shard in search.documents.indices.reversed() {
      let norms = (0..<256).map { relevance.norm(ofLength: DocumentLength.words(UInt8($0))) }
      var scores = [Double](repeating: 0, count: search.documents[shard].size)
      if !request.isByDate {
        for (weights, worth) in zip(weights[shard], worths) {
          search.documents[shard].forEach { document in
            guard weights[document] > 0 else { return }
            let norm = norms[Int(columns[shard].lengths[document])]
            scores[document] += worth * relevance.part(weights[document], norm: norm)
          }
        }
      }
      search.documents[shard].forEach { document in
        best.add(Entry(shard: shard, document: document, score: scores[document]))
      }
    }
    let start = request.isTable ? 0 : (request.page - 1) * request.limit
    entries = [Entry](best.sorted().dropFirst(start))
  }
}

/// The best entries of many, in a heap whose first is the worst of them.
private struct BestEntries {
  private var heap: [Ranking.Entry] = []
  private let limit: Int

  init(_ limit: Int) {
    self.limit = limit
  }

  mutating func add(_ entry: Ranking.Entry) {
    if heap.count < limit {
      heap.append(entry)
      var child = heap.count - 1
      while child > 0, heap[child].isWorse(than: heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if let worst = heap.first, worst.isWorse(than: entry) {
      heap[0] = entry
      sink()
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].isWorse(than: heap[worst]) { worst = child }
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }

  /// The entries, the best first.
  func sorted() -> [Ranking.Entry] { heap.sorted { $1.isWorse(than: $0) } }
}

extension Ranking.Entry {
  fileprivate func isWorse(than other: Ranking.Entry) -> Bool {
    if score != other.score { return score < other.score }
    return (shard, document) < (other.shard, other.document)
  }
}
