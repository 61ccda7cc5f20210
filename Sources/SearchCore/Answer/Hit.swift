/// A document that was found, as results show it.
struct Hit {
  let label: Label
  let score: Double
  /// How many of its passages match.
  let matchCount: Int
  /// The passages that are shown, the best first.
  let passages: [(passage: DocumentText.Passage, snippet: Snippet)]

  /// A document of which no passage matters.
  init(_ label: Label, score: Double) {
    self.label = label
    self.score = score
    matchCount = 0
    passages = []
  }

  /// - Parameter allowed: The passages that meet the filters by themselves; nil where none are about passages.
  init(
    _ text: DocumentText, score: Double, _ matching: TextMatching, _ worths: [Double],
    _ request: SearchRequest,
    allowed: [Int]?
  ) {
    label = text.label
    self.score = score
    var found: [FoundPassage] = []
    for number in allowed ?? [Int](text.passages.indices) where number < text.passages.count {
      let passage = text.passages[number]
      // The title stands above the passages already.
      guard passage.kind != [UInt8]("title") else { continue }
      let matches = matching.matches(in: passage.text)
      guard !matches.matches.isEmpty || allowed != nil else { continue }
      found.append(FoundPassage(number, matches, worths, importance: passage.importance))
    }
    matchCount = found.count
    found.sort(by: FoundPassage.isBetter)
    passages = found.prefix(request.passageLimit ?? found.count).map { found in
      let passage = text.passages[found.number]
      return (passage, Snippet(passage.text, found.matches, size: request.snippetSize))
    }
  }
}

extension DocumentText.Passage {
  /// How much its matches count: a heading says little by itself.
  fileprivate var importance: Double {
    if kind == [UInt8]("heading") { return 0.5 }
    return kind == [UInt8]("summary") ? 0.8 : 1
  }
}

extension Search {
  /// The documents of the page that was asked for.
  func hits() throws(Interruption) -> [Hit] {
    let ranking = try Ranking(self)
    let matching = TextMatching(query.expression?.wanted ?? [])
    var hits: [Hit] = []
    var isComplete = true
    for entry in ranking.entries {
      isComplete =
        try attempt { () throws(Interruption) in
          hits.append(try hit(entry, matching, ranking.worths))
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return hits
  }

  private func hit(
    _ entry: Ranking.Entry, _ matching: TextMatching, _ worths: [Double]
  ) throws(Interruption) -> Hit {
    let pieces = shards[entry.shard].shard
    let needsText = !request.isTable && request.passageLimit != 0 && (!worths.isEmpty || passages != nil)
    guard needsText else {
      return Hit(try pieces.label(of: entry.document), score: entry.score)
    }
    let allowed = passages.map { $0[entry.shard].numbers(in: entry.document) }
    let text = try pieces.text(of: entry.document)
    return Hit(text, score: entry.score, matching, worths, request, allowed: allowed)
  }
}

extension PassageSet {
  /// The passages of a document.
  fileprivate func numbers(in document: Int) -> [Int] {
    keys.filter { $0.document == document }.map { $0.passage }
  }
}
