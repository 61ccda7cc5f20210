/// Tells names of persons from other capitalised words.
struct PersonalNames {
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
    "however", "currently", "his", "her", "their", "its", "our", "my", "your", "i", "there", "what", "which",
    // Times, schools and documents.
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "year", "years", "key", "stage", "section", "table", "figure", "paragraph", "annex", "level", "tier",
    "operation", "nhs", "ofsted",
  ]

  /// Words before a name that make it one of a place.
  private static let prepositions: Set<Word> = [
    "in", "across", "from", "within", "at", "near", "around", "throughout", "outside",
  ]

  /// Last words of the names of places and bodies: `Oak House`.
  private static let bodies: Set<Word> = [
    "academy", "board", "centre", "clinic", "close", "college", "committee", "cottage", "council", "court",
    "farm", "force", "grange", "group", "hall", "home", "hospital", "house", "hub", "lane", "lodge", "manor",
    "nursery", "park", "partnership", "place", "plan", "police", "practice", "programme", "project", "road",
    "school", "service", "services", "street", "surgery", "team", "trust", "unit", "villa", "way",
  ]

  /// Words before a letter that is a label: `Child A`, `Annex B`.
  private static let labelled: Set<Word> = [
    "annex", "appendix", "area", "band", "case", "category", "child", "class", "district", "exhibit",
    "family", "figure", "grade", "group", "home", "item", "level", "mother", "option", "paragraph", "part",
    "parent", "person", "phase", "plan", "provider", "pupil", "school", "section", "sibling", "site",
    "student", "table", "team", "unit", "vitamin", "hepatitis", "schedule", "block", "zone",
  ]

  /// Words after a capitalised word that make it an adjective, such as `British`.
  private static let nouns: Set<Word> = [
    "boy", "girl", "child", "twin", "brother", "sister", "male", "female", "person", "resident", "pupil",
    "student", "national", "teenager", "victim", "mother", "father", "young", "asylum", "speaker",
    "citizen", "and", "school",
  ]

  private static let quotes: Set<Word> = ["'", "\"", "\u{201C}", "\u{201D}"]

  /// The words of the name of a person, or of initials, that ends just before the spot, nil where none does.
  ///
  /// - Parameter isSubject: Whether it has to be what a sentence is about, and not a name after `of` or `for`.
  func name(before spot: Spot, isSubject: Bool = false) -> [Word]? {
    var last = -1
    let isQuoted = spot.word(last).map(Self.quotes.contains) ?? false
    if isQuoted { last -= 1 }
    let end = spot.moved(by: last)
    if end.reads(["."]), let letter = end[-1], Self.isLetter(letter), end.word(-2) == ".",
      let first = end[-3], Self.isLetter(first)
    {
      return [first.word, letter.word]
    }
    guard let token = end[0], isName(end) || isInitials(end) || isLetterForName(end),
      !Self.bodies.contains(token.word)
    else { return nil }
    var words = [end.baseWord]
    var offset = 0
    while offset > -3, let before = end[offset - 1], before.kind == .word, before.isCapitalised {
      offset -= 1
      words.append(before.word)
    }
    if isQuoted {
      guard let opening = end.word(offset - 1), Self.quotes.contains(opening) else { return nil }
      offset -= 1
      guard end.word(offset - 1) != "the" else { return nil }
    }
    guard let before = end.word(offset - 1) else { return words }
    let isOfOther = isSubject && ["of", "for", "to", "with", "by", "and"].contains(before)
    return Self.prepositions.contains(before) || isOfOther ? nil : words
  }

  /// The name of a person that begins after the spot of an age: `two-year-old Briony`, `17-year-old boy, Kyle`.
  func name(after spot: Spot) -> [Word]? {
    var next = 1
    if let noun = spot.word(next), Self.nouns.contains(noun) { next += 1 }
    if let link = spot.word(next), [",", "called", "named", "("].contains(link) { next += 1 }
    if let quote = spot.word(next), Self.quotes.contains(quote) { next += 1 }
    let start = spot.moved(by: next)
    guard isName(start) || isInitials(start) else { return nil }
    guard spot.word(next + 1).map({ !Self.nouns.contains($0) || $0 == "and" }) ?? true else { return nil }
    return [start.baseWord]
  }

  /// Whether a word that may be a first name stands at the spot.
  func isName(_ spot: Spot) -> Bool {
    guard let token = spot[0], token.kind == .word, token.capitals == .first, token.range.count > 1 else {
      return false
    }
    let word = spot.baseWord
    return !Self.noNames.contains(word) && !listWords.places.contains(word)
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

  /// Whether a single capital stands at the spot for a name, and not as a label: `P`, not `Child P`.
  private func isLetterForName(_ spot: Spot) -> Bool {
    guard let token = spot[0], Self.isLetter(token), !Self.noNames.contains(token.word) else { return false }
    guard let before = spot[-1] else { return true }
    return before.kind != .number && before.word != "." && !Self.labelled.contains(before.word)
      && (before.isAfterSpace || before.kind != .mark) && token.isAfterSpace
  }

  private static func isLetter(_ token: Token) -> Bool {
    token.kind == .word && token.range.count == 1 && token.isCapitalised
  }
}
