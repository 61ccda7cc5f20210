/// A word of the archive for one of the query that it does not have.
final class Suggestion {
  let change: Change
  /// The whole query with it.
  let query: [UInt8]

  fileprivate init(_ change: Change, _ query: [UInt8]) {
    self.change = change
    self.query = query
  }
}

extension Search {
  /// Words of the archive for words of the query that it does not have, and that are in the name of none of the
  /// places.
  func suggestions(beside places: [WordEntry.Place]) -> [Suggestion] {
    var suggestions: [Suggestion] = []
    var named: [[UInt8]] = []
    for place in places {
      for word in QueryWords.read(place.name) { named.append(word.form) }
    }
    for term in request.query.expression?.wanted ?? [] {
      guard let form = term.form else { continue }
      if suggestions.contains(where: { $0.change.from.isEqual(to: term.text) }) { continue }
      if named.contains(where: { $0.isEqual(to: form) }) { continue }
      guard matches.matches(of: term).documents.isEmpty, let best = nearest(to: form) else { continue }
      suggestions.append(Suggestion(Change(term.text, best), query(with: best, for: term.text)))
    }
    return suggestions
  }

  /// The query with another word wherever one was typed.
  private func query(with word: [UInt8], for typed: [UInt8]) -> [UInt8] {
    let text = request.text
    var query: [UInt8] = []
    var end = 0
    for term in request.query.expression?.wanted ?? [] {
      guard term.form != nil, term.text.isEqual(to: typed) else { continue }
      query += text.part(end, term.start)
      query += word
      end = term.start + typed.count
    }
    return query + text.part(end, text.count)
  }

  /// The spelling that is nearest; of those as near the one that most documents have.
  ///
  /// The shorter a word, the nearer it has to be: many others are like it.
  ///
  /// Only words with the same first letter are looked at, since few mistakes change it.
  private func nearest(to form: [UInt8]) -> [UInt8]? {
    if let apart = form.partsApart, hasAllParts(of: form) { return apart }
    var best: [UInt8]?
    var bestCount = 0
    let length = form.characterCount
    var distance = length < 6 ? 1 : length < 9 ? 2 : 3
    for shard in store.contents.shards {
      var spellings = SpellingSearch(form.part(0, 1), in: shard, store)
      while spellings.next() {
        guard let near = EditDistance.between(form, spellings.spelling, atMost: distance) else { continue }
        if best != nil, near == distance, spellings.count <= bestCount { continue }
        best = spellings.spelling
        bestCount = spellings.count
        distance = near
      }
    }
    return best
  }

  /// Whether the archive has each part of a compound.
  private func hasAllParts(of form: [UInt8]) -> Bool {
    for part in QueryWords.parts(form) where WordLists(.word, part.stem, store).documents.isEmpty {
      // What is not at hand may have it: this answer is thrown away.
      return !store.isComplete
    }
    return true
  }
}

extension Term {
  /// The word as it is spelled, if the term is one.
  fileprivate var form: [UInt8]? {
    switch kind {
    case .word: QueryWords.read(text).first?.form
    case .spelling: words[0]
    default: nil
    }
  }
}

extension [UInt8] {
  /// The parts of a compound with spaces between them, for words that are joined in the query alone.
  fileprivate var partsApart: [UInt8]? {
    var apart = self
    var isCompound = false
    for index in 0..<count where self[index] == 0x2D || self[index] == 0x2E {
      apart[index] = 0x20
      isCompound = true
    }
    return isCompound ? apart : nil
  }
}

/// How many letters must be put in, left out, changed, or swapped with the next to make one word another.
enum EditDistance {
  /// The distance, nil where it is more than a limit.
  static func between(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    // The distances of the beginnings of both, a row for each length of the first.
    let width = second.count + 1
    var distances = [Int](repeating: 0, count: (first.count + 1) * width)
    for j in 0..<width { distances[j] = j }
    var least = 0
    for place in width..<distances.count {
      let (i, j) = (place / width, place % width)
      if j == 0 {
        // What comes later is no less than the least of a row.
        if least > limit { return nil }
        distances[place] = i
        least = i
        continue
      }
      let change = first[i - 1] == second[j - 1] ? 0 : 1
      var distance = min(
        distances[place - width - 1] + change, distances[place - width] + 1, distances[place - 1] + 1)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        distance = min(distance, distances[place - 2 * width - 2] + 1)
      }
      distances[place] = distance
      least = min(least, distance)
    }
    let distance = distances[distances.count - 1]
    return distance <= limit ? distance : nil
  }
}
