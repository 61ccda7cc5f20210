/// The documents of a search in their order: the most relevant first, of equal ones the newest; or the newest
/// first.
final class Ranking {
  /// What each wanted term is worth.
  private(set) var worths: [Double] = []
  /// How well each document answers.
  private(set) var scores: [Double]
  /// The documents of the page that was asked for.
  private(set) var documents: [Int] = []

  init(_ search: Search) {
    scores = [Double](repeating: 0, count: search.store.contents.documentCount)
    let relevance = Relevance(search.store.contents)
    for term in search.expression?.wanted ?? [] {
      add(search.matches.matches(of: term).weights, search, relevance)
    }
    let request = search.request
    let start = request.isTable ? 0 : (request.page - 1) * request.limit
    let end = request.isTable ? scores.count : start + request.limit
    // The newest document has the highest number.
    let count = scores.count
    var best = BestNumbers(min(end, count)) { one, other in
      self.scores[one] != self.scores[other] ? self.scores[one] < self.scores[other] : one < other
    }
    for document in 0..<count where search.documents.contains(document) { best.add(document) }
    documents = best.sorted(from: start)
  }

  /// Adds a term that documents have so much.
  private func add(_ weights: [Int], _ search: Search, _ relevance: Relevance) {
    var count = 0
    for weight in weights where weight > 0 { count += 1 }
    let worth = relevance.worth(ofTermIn: count)
    worths.append(worth)
    guard !search.request.isByDate else { return }
    for shard in search.store.contents.shards {
      guard let lengths = search.store.columns(of: shard)?.lengths else { continue }
      for place in 0..<lengths.count {
        let document = shard.firstDocument + place
        guard weights[document] > 0, search.documents.contains(document) else { continue }
        let norm = relevance.norm(ofLength: DocumentLength.words(lengths[place]))
        scores[document] += worth * relevance.part(weights[document], norm: norm)
      }
    }
  }
}

/// The best of many numbers, in a heap whose first is the worst of them.
private struct BestNumbers {
  private var heap: [Int] = []
  private let limit: Int
  private let isWorse: (Int, Int) -> Bool

  init(_ limit: Int, isWorse: @escaping (Int, Int) -> Bool) {
    self.limit = limit
    self.isWorse = isWorse
  }

  mutating func add(_ number: Int) {
    if heap.count < limit {
      heap.append(number)
      var child = heap.count - 1
      while child > 0, isWorse(heap[child], heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if let worst = heap.first, isWorse(worst, number) {
      heap[0] = number
      sink()
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      if 2 * parent + 1 < heap.count, isWorse(heap[2 * parent + 1], heap[worst]) { worst = 2 * parent + 1 }
      if 2 * parent + 2 < heap.count, isWorse(heap[2 * parent + 2], heap[worst]) { worst = 2 * parent + 2 }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }

  /// The numbers, the best first, from a place on.
  func sorted(from start: Int) -> [Int] {
    let order = sortedNumbers(heap.count) { isWorse(heap[$1], heap[$0]) }
    var sorted: [Int] = []
    var place = start
    while place < order.count {
      sorted.append(heap[order[place]])
      place += 1
    }
    return sorted
  }
}
