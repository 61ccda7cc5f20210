/// Finds the terms of a query in a text again, to mark them and to tell which passage answers best.
///
/// It gives what the index gives, for the few documents that are shown.
struct TextMatching {
  /// Where a term stands in a passage.
  struct Match {
    let term: Int
    let position: Int
    /// In bytes of the text.
    let range: Range<Int>
  }

  private let meanings: [Query.Term.Meaning]
  /// Whether a word that begins with this byte may match; most words are told by it.
  private var isFirst = [Bool](repeating: false, count: 256)

  init(_ terms: [Query.Term]) {
    meanings = terms.map { $0.meaning }
    for meaning in meanings {
      switch meaning {
      case .word(let text), .spelling(let text), .beginning(let text): mark(text)
      case .phrase(let stems), .expansion(_, let stems): for stem in stems { mark(stem) }
      }
    }
  }

  private mutating func mark(_ word: [UInt8]) {
    if let first = word.first { isFirst[Int(first)] = true }
  }

  /// The matches in a passage, in its order, and how many words it has.
  func matches(in text: [UInt8]) -> (matches: [Match], words: Int) {
    var matches: [Match] = []
    var phrases = PhraseFinder(meanings)
    var reader = WordReader()
    let span = text.span
    var words = 0
    while let word = reader.next(in: span) {
      if word.kind != .whole { words += 1 }
      guard isFirst[Int(reader.form[0])] else { continue }
      let form = reader.form.array
      let stem = QueryWords.stem(of: form)
      for (term, meaning) in meanings.enumerated() {
        let isMatch =
          switch meaning {
          case .word(let wanted): wanted == stem
          case .spelling(let wanted): wanted == form
          case .beginning(let wanted): form.starts(with: wanted)
          case .phrase, .expansion: false
          }
        if isMatch { matches.append(Match(term: term, position: word.position, range: word.range)) }
      }
      if word.kind != .whole { phrases.add(stem, word, to: &matches) }
    }
    matches.sort { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
    return (matches, words)
  }
}

/// Finds phrases in the words of a text as they come.
private struct PhraseFinder {
  private let phrases: [(term: Int, stems: [[UInt8]])]
  /// The last words that are of a phrase.
  private var recent: [(stem: [UInt8], word: Word)] = []

  init(_ meanings: [Query.Term.Meaning]) {
    phrases = meanings.enumerated().compactMap { term, meaning in
      switch meaning {
      case .phrase(let stems), .expansion(_, let stems): stems.isEmpty ? nil : (term, stems)
      default: nil
      }
    }
  }

  mutating func add(_ stem: [UInt8], _ word: Word, to matches: inout [TextMatching.Match]) {
    guard !phrases.isEmpty else { return }
    if let last = recent.last, last.word.position + 1 != word.position { recent = [] }
    recent.append((stem, word))
    for phrase in phrases where recent.count >= phrase.stems.count {
      let end = recent.suffix(phrase.stems.count)
      guard zip(end, phrase.stems).allSatisfy({ $0.stem == $1 }), let first = end.first else { continue }
      matches.append(
        TextMatching.Match(
          term: phrase.term, position: first.word.position,
          range: first.word.range.lowerBound..<word.range.upperBound))
    }
  }
}

/// A passage that matches, as a result shows it.
struct FoundPassage {
  let number: Int
  let matches: [TextMatching.Match]
  let score: Double
  /// How many words the closest matches of all its terms span; of equal passages the closer stands first.
  let span: Int

  /// - Parameter worths: What each term is worth.
  init(
    _ number: Int, _ found: (matches: [TextMatching.Match], words: Int), _ worths: [Double],
    importance: Double
  ) {
    self.number = number
    matches = found.matches
    var counts = [Int](repeating: 0, count: worths.count)
    for match in matches { counts[match.term] += 1 }
    var score = 0.0
    for (count, worth) in zip(counts, worths) where count > 0 {
      score += worth * Double(count) * 2.2 / (Double(count) + 0.9 + Double(found.words) / 100)
    }
    self.score = score * importance
    span = Self.span(of: found.matches, terms: counts.count { $0 > 0 })
  }

  static func isBetter(_ first: FoundPassage, _ second: FoundPassage) -> Bool {
    if first.score != second.score { return first.score > second.score }
    if first.span != second.span { return first.span < second.span }
    return first.number < second.number
  }

  /// The fewest words among which all terms are that occur at all.
  private static func span(of matches: [TextMatching.Match], terms: Int) -> Int {
    guard terms > 1 else { return 0 }
    var counts: [Int] = []
    var seen = 0
    var first = 0
    var best = Int.max
    for match in matches {
      while counts.count <= match.term { counts.append(0) }
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
