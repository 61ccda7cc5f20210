import Diagnostics

extension EditorialRule {
  /// A graded judgement in a letter of findings.
  ///
  /// Joint inspections make none: their letters are narrative (consultation of 2015, announcement of 2016). A
  /// judgement is `requires improvement to be good`; `overall effectiveness` with a grade; a grade that
  /// something is judged, graded or rated; and a sentence that only says `The service is inadequate`. `good`,
  /// `outstanding` or `inadequate` as other words of a sentence are none. Other documents may speak of judgements.
  static let gradedJudgement = EditorialRule(
    "graded-judgement", "a letter holds a graded judgement",
    words: verbs + nouns + bodies + ["effectiveness", "requires"]
  ) { manuscript in
    guard manuscript.letter != nil else { return [] }
    let spots =
      manuscript.spots(of: verbs).filter { !isPerson($0) && isGraded(after: $0, over: marks.union(words)) }
      + manuscript.spots(of: nouns).filter { isGraded(after: $0, over: marks) }
      + manuscript.spots(of: ["effectiveness"]).filter {
        $0.word(-1) == "overall" && isGraded(after: $0, over: marks.union(words))
      }
      + manuscript.spots(of: ["requires"]).filter {
        $0.reads(["requires", "improvement", "to", "be", "good"])
      } + manuscript.spots(of: bodies).filter(isWholeSentence)
    return spots.map { spot in
      Slip(
        at: .spot(spot), "this reads like a graded judgement", expected: "findings in words, without a grade")
    }
  }

  private static let verbs: [Word] = ["judged", "judge", "judges", "graded", "rated"]

  /// Whether it is a judge at a court, and not what inspectors do.
  private static func isPerson(_ spot: Spot) -> Bool {
    guard spot.word(0) == "judge" || spot.word(0) == "judges" else { return false }
    return spot.word(-1).map { ["a", "the", "court", "family", "district"].contains($0) } ?? false
  }

  private static let nouns: [Word] = ["judgement", "judgment", "grade", "rating"]

  /// What inspectorates grade.
  private static let bodies: [Word] = [
    "service", "services", "authority", "council", "partnership", "force", "constabulary", "trust",
    "provider",
    "school", "home", "provision", "leadership",
  ]

  /// `The youth justice service is inadequate.`: a sentence that begins with the body, and ends with the grade.
  private static func isWholeSentence(_ spot: Spot) -> Bool {
    guard let verb = spot.word(1), ["is", "are", "was", "were", "remains", "remain"].contains(verb) else {
      return false
    }
    var offset = 2
    if let word = spot.word(offset), ["now", "still", "therefore"].contains(word) { offset += 1 }
    guard isGrade(spot.moved(by: offset)) else { return false }
    if spot.word(offset) == "requires" { offset += 1 }
    if spot.word(offset + 1) == "overall" { offset += 1 }
    guard spot.word(offset + 1).map({ [".", ";", "!"].contains($0) }) ?? true else { return false }
    let before = Array(spot.sentence(upTo: 5))
    return before.count <= 4 && (before.last.map { ["the", "this"].contains($0.word) } ?? true)
      && before.allSatisfy { $0.kind == .word && !["of", "with", "in", "to", "by", "and"].contains($0.word) }
  }

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
