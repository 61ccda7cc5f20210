/// A document that was found, as results show it.
final class Hit {
  let label: Label
  let score: Double
  /// How many of its passages match.
  private(set) var matchCount = 0
  /// The passages that are shown, the best first.
  private(set) var passages: [ShownPassage] = []

  /// A document of which no passage matters.
  init(_ label: Label, score: Double) {
    self.label = label
    self.score = score
  }

  /// - Parameter allowed: The passages that meet the filters by themselves; nil where none are about passages.
  init(
    _ text: DocumentText, _ document: Int, score: Double, _ matching: TextMatching, _ worths: [Double],
    _ request: SearchRequest, allowed: PassageSet?
  ) {
    label = text.label
    self.score = score
    var found: [FoundPassage] = []
    for number in 0..<text.passages.count {
      let passage = text.passages[number]
      // The title stands above the passages already.
      if passage.kind == "title" { continue }
      if let allowed {
        guard allowed.contains(PassageSet.key(document, number)) else { continue }
      }
      let terms = matching.find(in: passage.text)
      guard allowed != nil || !terms.matches.isEmpty else { continue }
      found.append(FoundPassage(number, passage, terms, worths))
    }
    matchCount = found.count
    let order = sortedNumbers(found.count) { FoundPassage.isBetter(found[$0], found[$1]) }
    for number in order where passages.count < request.passageLimit ?? .max {
      passages.append(ShownPassage(found[number], size: request.snippetSize))
    }
  }
}

/// A passage of a hit.
final class ShownPassage {
  let passage: DocumentText.Passage
  let snippet: Snippet

  fileprivate init(_ found: FoundPassage, size: Int) {
    passage = found.passage
    snippet = Snippet(found.passage.text, found.matches, size: size)
  }
}

extension Search {
  /// The documents of the page that was asked for.
  func hits() -> [Hit] {
    let ranking = Ranking(self)
    let needsText =
      !request.isTable && request.passageLimit != 0 && (!ranking.worths.isEmpty || passages != nil)
    let matching = TextMatching(expression?.wanted ?? [])
    var hits: [Hit] = []
    for document in ranking.documents {
      let score = ranking.scores[document]
      if !needsText {
        if let label = store.label(of: document) { hits.append(Hit(label, score: score)) }
      } else if let text = store.text(of: document), store.isComplete {
        hits.append(Hit(text, document, score: score, matching, ranking.worths, request, allowed: passages))
      }
    }
    return hits
  }
}
