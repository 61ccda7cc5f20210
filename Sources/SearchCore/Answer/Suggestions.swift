/// Words of the archive for words of the query that it does not have.
struct Suggestions {
  struct Suggestion {
    let from: [UInt8]
    let to: [UInt8]
  }

  private(set) var suggestions: [Suggestion] = []

  init(_ search: Search) throws(Interruption) {
    var isComplete = true
    for term in search.request.query.expression?.wanted ?? [] {
      guard let form = term.form, !suggestions.contains(where: { $0.from == term.text }) else { continue }
      isComplete =
        try attempt { () throws(Interruption) in
          let isKnown = try search.eachShard { (shard: ShardMatches) throws(Interruption) in
            try !TermMatches(term, in: shard.shard).documents().isEmpty
          }
          guard !isKnown.contains(true) else { return }
          if let best = try Self.best(for: form, in: search) {
            suggestions.append(Suggestion(from: term.text, to: best))
          }
        } && isComplete
    }
    if !isComplete { throw .waiting }
  }

  /// The spelling that is nearest; of those as near the one that most documents have.
  ///
  /// Only words with the same first letter are looked at, since few mistakes change it.
  private static func best(for form: [UInt8], in search: Search) throws(Interruption) -> [UInt8]? {
    let parts = form.split { $0 == 0x2D || $0 == 0x2E }.map { [UInt8]($0) }
    if parts.count > 1 {
      // Words that are joined in the query alone.
      return parts.joined(separator: [0x20]).map { $0 }
    }
    var best: (spelling: [UInt8], distance: Int, count: Int)?
    let limit = form.count < 4 ? 1 : form.count < 8 ? 2 : 3
    let entries = try search.eachShard { (shard: ShardMatches) throws(Interruption) in
      try shard.shard.spellings(beginning: [UInt8](form.prefix(1)))
    }
    for entry in entries.joined() {
      guard abs(entry.spelling.count - form.count) <= limit,
        let distance = EditDistance.between(form, entry.spelling, atMost: best?.distance ?? limit)
      else { continue }
      if let current = best, distance == current.distance, entry.count <= current.count { continue }
      best = (entry.spelling, distance, entry.count)
    }
    return best?.spelling
  }
}

extension Query.Term {
  /// The word as it is spelled, if the term is one.
  fileprivate var form: [UInt8]? {
    switch meaning {
    case .word: QueryWords.read(text).first?.form
    case .spelling(let form): form
    default: nil
    }
  }
}

/// How many letters must be put in, left out, changed, or swapped with the next to make one word another.
enum EditDistance {
  /// The distance, nil where it is more than a limit.
  static func between(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    var before: [Int] = []
    var last = [Int](0...second.count)
    for (i, letter) in first.enumerated() {
      var row = [i + 1]
      for (j, other) in second.enumerated() {
        var distance = min(last[j] + (letter == other ? 0 : 1), min(last[j + 1], row[j]) + 1)
        if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other {
          distance = min(distance, before[j - 1] + 1)
        }
        row.append(distance)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      before = last
      last = row
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
