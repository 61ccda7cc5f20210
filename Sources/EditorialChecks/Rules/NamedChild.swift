import Diagnostics
import Model

extension EditorialRule {
  /// A first name or initials with an age: a child that readers may recognise.
  ///
  /// Children’s stories stand in most letters and may, where the text says that the name is not the child’s:
  /// `All names are pseudonyms`, `not her real name`, `names have been changed`, in the section of the story,
  /// above it, before the first heading, or in a footnote. Seen are `Mathew, aged 12`, `Two-year-old Briony`,
  /// `Thomas is 17 years old`, `Mark, a vulnerable seven-year-old boy`, `Sarah (12) is` and initials such as
  /// `J.S., aged 12`. Groups (`Children aged 10`), spans (`aged 0 to 7`, `16 and over`), places (`children in
  /// Lancashire aged 10`), `Child A` and school years are no child. Neither name nor age is repeated.
  static let namedChild = EditorialRule(
    "named-child", "a first name or initials stand with an age, and nothing says that the name was changed",
    words: ["aged", "age", "old", "turned", .number] + changeWords
  ) { manuscript in
    let names = PersonalNames(manuscript.listWords)
    let changes = ChangedNames(manuscript.spots(of: changeWords))
    let children =
      manuscript.spots(of: ["aged", "age"]).filter { isAged($0, names) }
      + manuscript.spots(of: ["old"]).filter { isOld($0, names) }
      + manuscript.spots(of: ["turned"]).filter { WrittenAge.isNumber($0[1]) && names.end(before: $0) }
      + manuscript.spots(of: [.number]).filter { isInBrackets($0, names) }
    return children.filter { !changes.cover($0.passage) }.map { spot in
      Slip(
        at: .spot(spot), "this looks like a child with a name or initials and an age",
        expected: "words which say that the name was changed, or no name")
    }
  }

  private static let changeWords: [Word] = [
    "pseudonym", "pseudonyms", "pseudonymised", "anonymised", "name", "names",
  ]

  /// What may stand between a name and an age.
  private static let fillers: Set<Word> = [
    ",", "(", "is", "was", "who", "now", "only", "just", "currently", "then", "being", "-", "has",
    "recently",
  ]

  /// Whether a name ends before the spot, with nothing but fillers between.
  private static func follows(_ spot: Spot, _ names: PersonalNames) -> Bool {
    var place = spot
    for _ in 0..<4 {
      if names.end(before: place) { return true }
      guard let word = place.word(-1), fillers.contains(word) else { return false }
      place = place.moved(by: -1)
    }
    return names.end(before: place)
  }

  private static func isAged(_ spot: Spot, _ names: PersonalNames) -> Bool {
    WrittenAge(ofAged: spot) != nil && follows(spot, names)
  }

  private static func isOld(_ spot: Spot, _ names: PersonalNames) -> Bool {
    guard let age = WrittenAge(ofOld: spot) else { return false }
    let start = Spot(passage: spot.passage, index: age.tokens.lowerBound)
    return follows(start, names) || isDescribed(before: start, names) || names.begin(after: spot)
  }

  /// `Mark, a highly vulnerable seven-year-old boy`: a name, an article, and words up to the age.
  private static func isDescribed(before spot: Spot, _ names: PersonalNames) -> Bool {
    for offset in 1...5 {
      guard let token = spot[-offset], token.kind == .word, !token.isCapitalised else { return false }
      if token.word == "a" || token.word == "an" { return follows(spot.moved(by: -offset), names) }
    }
    return false
  }

  /// `Sarah (12) is`, `Sarah, 12, lives`: a figure by itself is an age where the sentence goes on with a verb.
  private static func isInBrackets(_ spot: Spot, _ names: PersonalNames) -> Bool {
    let verbs: Set<Word> = [
      "is", "was", "has", "had", "who", "lives", "lived", "attends", "told", "said", "says", "moved", "came",
    ]
    let brackets = (spot.word(-1), spot.word(1))
    guard brackets == ("(", ")") || brackets == (",", ","), WrittenAge.isNumber(spot[0]),
      let verb = spot.word(2), verbs.contains(verb)
    else { return false }
    return names.end(before: spot.moved(by: -1))
  }
}

/// Tells names of persons from other capitalised words.
private struct PersonalNames {
  private let listWords: ListWords

  init(_ listWords: ListWords) {
    self.listWords = listWords
  }

  private static let noNames: Set<Word> = [
    // Groups and kinds of people.
    "adolescents", "adults", "babies", "boy", "boys", "brothers", "child", "children", "girl", "girls",
    "infants", "learners", "offenders", "parents", "people", "person", "pupil", "pupils", "siblings",
    "sisters", "student", "students", "teenagers", "twins", "victims", "women", "men", "young", "youth",
    "youngsters",
    // Words that begin a sentence.
    "he", "she", "they", "it", "this", "that", "these", "those", "all", "both", "one", "two", "three",
    "some", "many", "most", "few", "others", "anyone", "someone", "everyone", "who", "the", "a", "an",
    "another", "when", "where", "while", "although", "if", "for", "in", "at", "and", "but", "now", "then",
    "however", "currently",
    // Times, schools and documents.
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "year", "years", "key", "stage", "section", "table", "figure", "paragraph", "annex", "level", "tier",
    "operation", "nhs",
  ]

  /// Words before a name that make it one of a place.
  private static let prepositions: Set<Word> = [
    "in", "across", "from", "within", "at", "near", "around", "throughout", "outside",
  ]

  /// Words after a capitalised word that make it an adjective, such as `British`.
  private static let nouns: Set<Word> = [
    "boy", "girl", "child", "twin", "brother", "sister", "male", "female", "person", "resident", "pupil",
    "student", "national", "teenager", "victim", "mother", "father", "young", "asylum", "speaker",
    "citizen", "and", "school",
  ]

  /// Whether a name of a person, or initials, ends just before the spot.
  func end(before spot: Spot) -> Bool {
    if spot.reads(["."], at: -1), let letter = spot[-2], Self.isLetter(letter), spot.word(-3) == "." {
      return spot[-4].map(Self.isLetter) ?? false
    }
    guard let last = spot[-1], isName(last) || isInitials(spot.moved(by: -1)) else { return false }
    var first = -1
    while first > -4, let before = spot[first - 1], before.kind == .word, before.isCapitalised { first -= 1 }
    guard let before = spot.word(first - 1) else { return true }
    return !Self.prepositions.contains(before)
  }

  /// Whether a name of a person begins after the spot of an age: `two-year-old Briony`, `17-year-old boy, Kyle`.
  func begin(after spot: Spot) -> Bool {
    var next = 1
    if let noun = spot.word(next), Self.nouns.contains(noun) { next += 1 }
    if let link = spot.word(next), [",", "called", "named", "("].contains(link) { next += 1 }
    guard let name = spot[next], isName(name) || isInitials(spot.moved(by: next)) else { return false }
    return spot.word(next + 1).map { !Self.nouns.contains($0) || $0 == "and" } ?? true
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.capitals == .first && token.range.count > 1
      && !Self.noNames.contains(token.word) && !listWords.places.contains(token.word)
  }

  /// Whether two or three capitals stand at the spot that are no abbreviation: one has an article before it, or
  /// is in the glossary.
  private func isInitials(_ spot: Spot) -> Bool {
    guard let token = spot[0], token.capitals == .all, token.range.count <= 3,
      !listWords.abbreviations.contains(token.word), !Self.noNames.contains(token.word)
    else { return false }
    let articles: Set<Word> = ["the", "a", "an", "of", "to", "by", "in", "and", "via", "with", "through"]
    return spot.word(-1).map { !articles.contains($0) } ?? true
  }

  private static func isLetter(_ token: Token) -> Bool {
    token.kind == .word && token.range.count == 1 && token.isCapitalised
  }
}

/// Where a text says that names are not the real ones.
private struct ChangedNames {
  /// The headings that such words stand under; footnotes and the front matter stand under none.
  private let sections: Set<[Int]>

  init(_ spots: [Spot]) {
    sections = Set(spots.filter(Self.isChange).map(\.passage.section))
  }

  private static func isChange(_ spot: Spot) -> Bool {
    guard spot.word(0) == "name" || spot.word(0) == "names" else { return true }
    if spot.word(-1) == "real" { return (2...5).contains { spot.word(-$0) == "not" } }
    let changes: Set<Word> = ["changed", "altered", "fictional", "fictitious", "invented", "real"]
    let before = (1...4).contains { spot.word(-$0).map(changes.contains) ?? false }
    return before || (1...6).contains { spot.word($0).map(changes.contains) ?? false }
  }

  /// Whether that is said of the stories of a passage.
  func cover(_ passage: Passage) -> Bool {
    (0...passage.section.count).contains { sections.contains(Array(passage.section.prefix($0))) }
  }
}
