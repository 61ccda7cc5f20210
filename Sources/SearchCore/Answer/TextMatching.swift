/// Finds the terms of a query in a text again, to mark them and to tell which passage answers best.
///
/// It gives what the index gives, for the few documents that are shown.
final class TextMatching {
  /// Where a term stands in a passage.
  final class Match {
    let term: Int
    let position: Int
    /// In bytes of the text.
    let start: Int
    let end: Int

    init(term: Int, position: Int, start: Int, end: Int) {
      self.term = term
      self.position = position
      self.start = start
      self.end = end
    }
  }

  /// What a passage has.
  final class Found {
    /// In the order of the passage.
    fileprivate(set) var matches: [Match] = []
    fileprivate(set) var wordCount = 0
  }

  private let terms: [Term]
  /// 1 for each byte with which a word may begin that matches; most words are told by it.
  private var isFirst = [UInt8](repeating: 0, count: 256)
  private let hasPhrases: Bool

  init(_ terms: [Term]) {
    self.terms = terms
    var hasPhrases = false
    for term in terms {
      if term.isSequence { hasPhrases = true }
      for word in term.words where !word.isEmpty { isFirst[Int(word[0])] = 1 }
    }
    self.hasPhrases = hasPhrases
  }

  /// Looks for the terms in a passage.
  func find(in text: [UInt8]) -> Found {
    let found = Found()
    var matches: [Match] = []
    var run = WordRun()
    var reader = WordReader()
    while let word = reader.next(in: text.span) {
      if word.kind != .whole { found.wordCount += 1 }
      guard isFirst[Int(reader.form[0])] > 0 else { continue }
      let form = reader.form.array
      let stem = QueryWords.stem(of: form)
      for number in 0..<terms.count where terms[number].isMet(by: form, stem) {
        matches.append(
          Match(
            term: number, position: word.position, start: word.range.lowerBound, end: word.range.upperBound))
      }
      guard hasPhrases, word.kind != .whole else { continue }
      run.add(stem, word)
      for number in 0..<terms.count where terms[number].isSequence {
        guard let first = run.start(of: terms[number].words) else { continue }
        let position = word.position - terms[number].words.count + 1
        matches.append(Match(term: number, position: position, start: first, end: word.range.upperBound))
      }
    }
    let order = sortedNumbers(matches.count) {
      let (one, other) = (matches[$0], matches[$1])
      return one.start != other.start ? one.start < other.start : one.term < other.term
    }
    for number in order { found.matches.append(matches[number]) }
    return found
  }
}

extension Term {
  /// Whether it is met by words one after the other.
  fileprivate var isSequence: Bool { kind == .phrase || kind == .expansion }

  /// Whether a word meets it by itself.
  fileprivate func isMet(by form: [UInt8], _ stem: [UInt8]) -> Bool {
    switch kind {
    case .word: words[0].isEqual(to: stem)
    case .spelling: words[0].isEqual(to: form)
    case .beginning: form.starts(with: words[0])
    case .phrase, .expansion: false
    }
  }
}

/// The last words of a text that may be of a phrase and follow one another.
private struct WordRun {
  private var stems: [[UInt8]] = []
  /// Where each begins in the bytes of the text.
  private var starts: [Int] = []
  private var position = 0

  mutating func add(_ stem: [UInt8], _ word: Word) {
    if word.position != position + 1 {
      stems = []
      starts = []
    }
    position = word.position
    stems.append(stem)
    starts.append(word.range.lowerBound)
  }

  /// Where a phrase begins that ends here; nil where none does.
  func start(of phrase: [[UInt8]]) -> Int? {
    let first = stems.count - phrase.count
    return first >= 0 && stems.has(phrase, at: first) ? starts[first] : nil
  }
}
