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
    let start = request.isTable ? 0 : (search.page - 1) * request.limit
    let best = best(request.isTable ? scores.count : start + request.limit, of: search.documents)
    for place in 0..<best.count where place >= start { documents.append(best[place]) }
  }

  /// So many of some documents, in their order.
  private func best(_ limit: Int, of documents: DocumentSet) -> [Int] {
    var best: [Int] = []
    // The newest document has the highest number: what comes later stands behind its equals.
    var document = scores.count
    while document > 0 {
      document -= 1
      guard documents.contains(document) else { continue }
      var place = best.count
      while place > 0, scores[best[place - 1]] < scores[document] { place -= 1 }
      guard place < limit else { continue }
      if best.count < limit { best.append(document) }
      var last = best.count - 1
      while last > place {
        best[last] = best[last - 1]
        last -= 1
      }
      best[place] = document
    }
    return best
  }

  /// Adds a term that documents have so much.
  private func add(_ weights: [Int], _ search: Search, _ relevance: Relevance) {
    var count = 0
    for weight in weights where weight > 0 { count += 1 }
    let worth = relevance.worth(ofTermIn: count)
    worths.append(worth)
    guard !search.request.isByDate else { return }
    for shard in search.store.contents.shards {
      for place in 0..<shard.lengths.count {
        let document = shard.firstDocument + place
        guard weights[document] > 0, search.documents.contains(document) else { continue }
        let norm = relevance.norm(ofLength: DocumentLength.words(shard.lengths[place]))
        scores[document] += worth * relevance.part(weights[document], norm: norm)
      }
    }
  }
}
