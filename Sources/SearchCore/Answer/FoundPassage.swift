/// A passage that matches, scored by BM25 among all passages.
final class FoundPassage {
  let passage: DocumentText.Passage
  let matches: [TextMatching.Match]
  private let number: Int
  private var score = 0.0
  /// How soon more of the same word counts less.
  private static let saturation = 1.2
  /// How much a long passage must have more of a word.
  private static let lengthEffect = 0.25
  /// How many words a passage usually has.
  private static let usualLength = 30.0
  /// How many words the closest matches of all its terms span; of equal passages the closer stands first.
  private var span = 0

  /// - Parameter worths: What each term is worth.
  init(
    _ number: Int, _ passage: DocumentText.Passage, _ found: TextMatching.Found, _ worths: [Double]
  ) {
    self.number = number
    self.passage = passage
    matches = found.matches
    var counts = [Int](repeating: 0, count: worths.count)
    for match in matches { counts[match.term] += 1 }
    let length = Double(found.wordCount) / Self.usualLength
    let norm = Self.saturation * (1 - Self.lengthEffect + Self.lengthEffect * length)
    var terms = 0
    for term in 0..<counts.count where counts[term] > 0 {
      let count = Double(counts[term])
      score += worths[term] * count * (Self.saturation + 1) / (count + norm)
      terms += 1
    }
    score *= passage.importance
    if terms > 1 { span = closest(terms, of: worths.count) }
  }

  static func isBetter(_ one: FoundPassage, _ other: FoundPassage) -> Bool {
    if one.score != other.score { return one.score > other.score }
    return one.span != other.span ? one.span < other.span : one.number < other.number
  }

  /// The fewest words among which so many terms are.
  private func closest(_ terms: Int, of termCount: Int) -> Int {
    var counts = [Int](repeating: 0, count: termCount)
    var seen = 0
    var first = 0
    var best = Int.max
    for match in matches {
      if counts[match.term] == 0 { seen += 1 }
      counts[match.term] += 1
      while seen == terms {
        best = min(best, abs(match.position - matches[first].position))
        counts[matches[first].term] -= 1
        if counts[matches[first].term] == 0 { seen -= 1 }
        first += 1
      }
    }
    return best
  }
}

extension DocumentText.Passage {
  /// How much its matches count: a heading says little by itself.
  fileprivate var importance: Double { kind == "heading" ? 0.5 : kind == "summary" ? 0.8 : 1 }
}
