import Diagnostics

extension EditorialRule {
  /// A graded judgement in a letter of findings.
  ///
  /// Joint inspections make none: their letters are narrative (consultation of 2015, announcement of 2016). A
  /// judgement is `requires improvement to be good`; `overall effectiveness` with a grade; and a grade that
  /// something is judged, graded or rated. `good`, `outstanding` or `inadequate` as words of a sentence are
  /// none. Other documents may speak of judgements.
  static let gradedJudgement = EditorialRule(
    "graded-judgement", "a letter holds a graded judgement",
    words: verbs + nouns + ["effectiveness", "requires"]
  ) { manuscript in
    guard manuscript.letter != nil else { return [] }
    let spots =
      manuscript.spots(of: verbs).filter { isGraded(after: $0, over: marks.union(words)) }
      + manuscript.spots(of: nouns).filter { isGraded(after: $0, over: marks) }
      + manuscript.spots(of: ["effectiveness"]).filter {
        $0.word(-1) == "overall" && isGraded(after: $0, over: marks.union(words))
      }
      + manuscript.spots(of: ["requires"]).filter {
        $0.reads(["requires", "improvement", "to", "be", "good"])
      }
    return spots.map { spot in
      Slip(
        at: .spot(spot), "this reads like a graded judgement", expected: "findings in words, without a grade")
    }
  }

  private static let verbs: [Word] = ["judged", "graded", "rated"]
  private static let nouns: [Word] = ["judgement", "judgment", "grade", "rating"]

  /// What may stand between any of the words and the grade.
  private static let marks: Set<Word> = [
    ":", "-", "|", "(", "'", "\"", "\u{201C}", "\u{201D}", "of", "overall", "effectiveness",
  ]

  /// What may stand there besides where something is judged: "judgement is good" may be praise of a judge.
  private static let words: Set<Word> = [
    "to", "be", "been", "being", "as", "is", "was", "were", "are", "remains", "the", "it", "has", "by",
    "ofsted", "them", "at", "now", "still", "service", "services", "authority", "local", "council",
    "provision", "a", "an",
  ]

  private static func isGraded(after spot: Spot, over fillers: Set<Word>) -> Bool {
    for offset in 1...7 {
      guard let word = spot.word(offset) else { return false }
      if isGrade(spot.moved(by: offset)) { return true }
      guard fillers.contains(word) else { return false }
    }
    return false
  }

  private static func isGrade(_ spot: Spot) -> Bool {
    switch spot.word(0) {
    // "Rated good practice" speaks of the practice.
    case "inadequate", "outstanding", "good":
      spot[1].map { $0.kind != .word || follows.contains($0.word) } ?? true
    case "requires", "requiring": spot.word(1) == "improvement"
    default: false
    }
  }

  /// Words that may follow a grade that is meant as one.
  private static let follows: Set<Word> = [
    "and", "or", "at", "in", "by", "for", "overall", "with", "but", "on", "following", "when", "after",
    "since", "because", "as", "to", "is", "was",
  ]
}
