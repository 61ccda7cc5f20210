import Diagnostics
import Model

extension EditorialRule {
  /// A first name or initials with an age: a child that readers may recognise.
  ///
  /// Children’s stories stand in most letters and may, where the text says that the name is not the child’s
  /// (`ChangedNames`). Seen are `Mathew, aged 12`, `Two-year-old Briony`, `Thomas is 17 years old`, `‘Ella’, 15,
  /// said`, `Mohammed was 11 when`, `Ben’s age is 12`, `Mark, a vulnerable seven-year-old boy`, `Sarah (12) is`,
  /// `the boy, Kai (14),`, and initials such as `J.S., aged 12` and `P is a 15 year old girl`. Groups (`Children
  /// aged 10`), spans (`aged 0 to 7`, `16 and over`), places (`children in Lancashire aged 10`, `Oak House`),
  /// `Child A` and school years are no child. Neither name nor age is repeated.
  static let namedChild = EditorialRule(
    "named-child", "a first name or initials stand with an age, and nothing says that the name was changed",
    words: ["aged", "age", "old", "turned", .number] + ChangedNames.words
  ) { manuscript in
    let names = PersonalNames(manuscript.listWords)
    let ages = NamedAges(names)
    let children =
      manuscript.spots(of: ["aged", "age"]).compactMap { spot in ages.named(aged: spot).map { (spot, $0) } }
      + manuscript.spots(of: ["old"]).compactMap { spot in ages.named(old: spot).map { (spot, $0) } }
      + manuscript.spots(of: ["turned"]).compactMap { spot in ages.named(turned: spot).map { (spot, $0) } }
      + manuscript.spots(of: [.number]).compactMap { spot in ages.named(figure: spot).map { (spot, $0) } }
    guard !children.isEmpty else { return [] }
    let changes = ChangedNames(manuscript.spots(of: ChangedNames.words), names)
    let uncovered = changes.uncovered(children.map { (passage: $0.0.passage, names: $0.1) })
    return uncovered.map { index in
      Slip(
        at: .spot(children[index].0), "this looks like a child with a name or initials and an age",
        expected: "words which say that the name was changed, or no name")
    }
  }
}

/// Finds the names that stand with an age: each as the words that it consists of.
private struct NamedAges {
  private let names: PersonalNames

  init(_ names: PersonalNames) {
    self.names = names
  }

  /// What may stand between a name and an age.
  private static let fillers: Set<Word> = [
    ",", "(", "is", "was", "who", "now", "only", "just", "currently", "then", "being", "-", "has",
    "recently",
  ]

  /// The name that ends before the spot, with nothing but fillers between.
  private func name(before spot: Spot) -> [Word]? {
    var place = spot
    for _ in 0..<4 {
      if let name = names.name(before: place) { return name }
      guard let word = place.word(-1), Self.fillers.contains(word) else { return nil }
      place = place.moved(by: -1)
    }
    return names.name(before: place)
  }

  /// `Mathew, aged 12`, `Ben’s age is 12`.
  func named(aged spot: Spot) -> [Word]? {
    WrittenAge(ofAged: spot) == nil ? nil : name(before: spot)
  }

  /// `Two-year-old Briony`, `Thomas is 17 years old`.
  func named(old spot: Spot) -> [Word]? {
    guard let age = WrittenAge(ofOld: spot) else { return nil }
    let start = Spot(passage: spot.passage, index: age.tokens.lowerBound)
    return name(before: start) ?? described(before: start) ?? names.name(after: spot)
  }

  /// `Mark, a highly vulnerable seven-year-old boy`, `P is a 15 year old girl`: a name, an article, and words up
  /// to the age.
  private func described(before spot: Spot) -> [Word]? {
    for offset in 1...5 {
      guard let token = spot[-offset], token.kind == .word, !token.isCapitalised else { return nil }
      if token.word == "a" || token.word == "an" { return name(before: spot.moved(by: -offset)) }
    }
    return nil
  }

  /// `Briony turned 2`.
  func named(turned spot: Spot) -> [Word]? {
    WrittenAge.isNumber(spot[1]) ? names.name(before: spot) : nil
  }

  /// `Sarah (12) is`, `Sarah, 12, lives`, `Sarah was 12 when`: a figure by itself is an age where the sentence
  /// goes on as one about a person does.
  func named(figure spot: Spot) -> [Word]? {
    guard WrittenAge.isNumber(spot[0]) else { return nil }
    return inBrackets(spot) ?? asserted(spot)
  }

  private static let verbs: Set<Word> = [
    "is", "was", "has", "had", "who", "lives", "lived", "attends", "told", "said", "says", "moved", "came",
    "spoke", "explained", "felt", "wants", "wanted",
  ]

  /// Who somebody with a name is, just before it: `the boy, Kai (14),`.
  private static let persons: Set<Word> = [
    "boy", "girl", "child", "son", "daughter", "brother", "sister", "sibling", "twin", "baby", "teenager",
    "pupil", "student", "friend",
  ]

  private func inBrackets(_ spot: Spot) -> [Word]? {
    let brackets = (spot.word(-1), spot.word(1))
    guard brackets == ("(", ")") || brackets == (",", ",") else { return nil }
    let end = spot.moved(by: -1)
    guard let name = names.name(before: end) else { return nil }
    if let verb = spot.word(2), Self.verbs.contains(verb) { return name }
    return (2...5).contains { spot.word(-$0).map(Self.persons.contains) ?? false } ? name : nil
  }

  /// What may follow an age that is said of somebody.
  private static let continuations: Set<Word> = [
    ",", ".", ";", ")", "-", "when", "and", "at", "but", "while",
  ]

  private func asserted(_ spot: Spot) -> [Word]? {
    var verb = -1
    if let word = spot.word(verb), ["only", "just", "now", "then", "nearly", "almost"].contains(word) {
      verb -= 1
    }
    guard spot.word(verb) == "is" || spot.word(verb) == "was" else { return nil }
    guard spot.word(1).map({ Self.continuations.contains($0) }) ?? true, spot[2]?.kind != .number else {
      return nil
    }
    var place = spot.moved(by: verb)
    if place.word(-1) == "who" { place = place.moved(by: -1) }
    if place.word(-1) == "," { place = place.moved(by: -1) }
    return names.name(before: place, isSubject: true)
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

/// What a text says of names that are not the real ones.
///
/// A statement about one child by name (`Jack’s name has been changed`, `Sarah is not her real name`) holds for
/// that name in the whole letter. One about all (`All names are pseudonyms`, `names have been changed`) holds for
/// its section with those below, and for the letter where it stands before the first heading, in a footnote or the
/// front matter, or speaks of the letter. One about a child without a name (`the child’s name has been changed`)
/// holds in the same places, for a single name.
private struct ChangedNames {
  /// The words that such statements turn on.
  static let words: [Word] = ["name", "names", "pseudonym", "pseudonyms"]

  private var known: Set<Word> = []
  /// The headings under which all names are changed, and those under which one is.
  private var all: Set<[Int]> = []
  private var single: Set<[Int]> = []

  init(_ spots: [Spot], _ names: PersonalNames) {
    for spot in spots where Self.isChange(spot) {
      let named = Self.named(spot, names)
      if !named.isEmpty {
        known.formUnion(named)
      } else if Self.isPlural(spot) {
        all.insert(Self.speaksOfLetter(spot) ? [] : spot.passage.section)
      } else {
        single.insert(spot.passage.section)
      }
    }
  }

  /// The places of the children whose names nothing says to be changed.
  func uncovered(_ children: [(passage: Passage, names: [Word])]) -> [Int] {
    let open = children.indices.filter { index in
      let child = children[index]
      return !child.names.contains(where: known.contains) && !Self.cover(child.passage, all)
    }
    // Of several names in the same place nobody knows which one was changed.
    var names: [[Int]: Set<Word>] = [:]
    for index in open {
      guard let place = Self.place(of: children[index].passage, in: single) else { continue }
      if let name = children[index].names.first { names[place, default: []].insert(name) }
    }
    return open.filter { index in
      guard let place = Self.place(of: children[index].passage, in: single) else { return true }
      return names[place, default: []].count > 1
    }
  }

  private static func cover(_ passage: Passage, _ sections: Set<[Int]>) -> Bool {
    place(of: passage, in: sections) != nil
  }

  /// The nearest of the sections in which a passage stands.
  private static func place(of passage: Passage, in sections: Set<[Int]>) -> [Int]? {
    guard !sections.isEmpty else { return nil }
    return (0...passage.section.count).reversed().lazy.map { Array(passage.section.prefix($0)) }
      .first(where: sections.contains)
  }

  // MARK: Statements

  private static let plurals: Set<Word> = ["names", "pseudonyms", "each", "every", "all"]

  private static func isPlural(_ spot: Spot) -> Bool {
    if let word = spot.word(0), plurals.contains(word) { return true }
    return around(spot, 10).contains { plurals.contains($0) }
  }

  /// The words of the sentence around the spot, so many to each side.
  private static func around(_ spot: Spot, _ count: Int) -> [Word] {
    spot.sentence(upTo: count).map(\.word) + following(spot, count)
  }

  /// The words of the sentence after the spot.
  private static func following(_ spot: Spot, _ count: Int) -> [Word] {
    var words: [Word] = []
    for offset in spot.offsets(upTo: count + 1).dropFirst() {
      guard let word = spot.word(offset), word != ".", word != ";" else { break }
      words.append(word)
    }
    return words
  }

  private static func speaksOfLetter(_ spot: Spot) -> Bool {
    around(spot, 12).contains { ["letter", "report", "throughout", "document", "summary"].contains($0) }
  }

  private static let changes: Set<Word> = [
    "changed", "altered", "fictional", "fictitious", "invented", "pseudonym", "pseudonyms", "pseudonymised",
    "pseudonymized", "anonymised", "anonymized", "false", "substituted", "replaced",
  ]

  /// Whether the word at the spot is part of a statement that a name is not the real one.
  private static func isChange(_ spot: Spot) -> Bool {
    let near = around(spot, 10)
    let isDenied = near.contains("not") || near.contains("never")
    switch spot.word(0) {
    case "name", "names":
      guard isOfPerson(spot) else { return false }
      if near.contains("real") || near.contains("actual") || near.contains("true") { return isDenied }
      return !isDenied && near.contains(where: changes.contains)
    default:
      // Where the sentence speaks of names, it is they that say whose.
      return !isDenied && !near.contains("name") && !near.contains("names")
        && near.contains { ["is", "are", "used", "use"].contains($0) }
    }
  }

  private static let owners: Set<Word> = [
    "child", "children", "girl", "boy", "girls", "boys", "person", "people", "baby", "pupil", "pupils",
    "sibling", "siblings", "individual", "individuals", "family", "families", "all", "those", "everyone",
    "victim", "victims", "student", "students", "mother", "parent", "parents",
  ]

  /// Whether the name is of a person, and not of a service.
  private static func isOfPerson(_ spot: Spot) -> Bool {
    if spot.word(1) == "of" {
      return (2...5).contains { spot.word($0).map(owners.contains) ?? false }
        || (2...3).contains { spot[$0]?.isCapitalised ?? false }
    }
    guard let before = spot[-1], before.kind == .word else { return true }
    let things: Set<Word> = [
      "school", "service", "team", "file", "brand", "domain", "trade", "street", "place", "operation",
      "product",
      "project", "programme",
    ]
    if things.contains(before.word) { return false }
    let base = spot.moved(by: -1).baseWord
    return base == before.word || before.isCapitalised || owners.contains(base)
  }

  /// The names of those of whom a statement speaks: `Jack’s name`, `Sarah is not her real name`, `the names of
  /// Tom and Mary`, `the name Jack`, `Ella is a pseudonym`.
  private static func named(_ spot: Spot, _ names: PersonalNames) -> [Word] {
    var found: [Word] = []
    func add(from start: Int, by step: Int) {
      var offset = start
      while abs(offset) < 12 {
        let place = spot.moved(by: offset)
        if names.isName(place) {
          found.append(place.baseWord)
        } else if found.isEmpty || place.word(0) != "and" && place.word(0) != "," {
          return
        }
        offset += step
      }
    }
    let before = spot.moved(by: -1)
    if before.baseWord != before.word(0) { add(from: -1, by: -1) }
    if spot.word(1) == "of" { add(from: 2, by: 1) }
    if spot.word(0) == "name" { add(from: 1, by: 1) }
    let isPredicate = spot.word(0) == "pseudonym" || spot.word(-1) == "real"
    guard found.isEmpty, isPredicate else { return found }
    for offset in 1...6 {
      let place = spot.moved(by: 1 - offset)
      guard let word = place.word(-1), word != ".", word != ";" else { break }
      if let name = names.name(before: place) { return name }
    }
    return []
  }
}

extension Spot {
  /// The word at the spot without a possessive ending: that of `Jack’s` is `jack`.
  fileprivate var baseWord: Word {
    guard let token = self[0] else { return Word() }
    let bytes = passage.bytes[token.range]
    for ending in ["'s", "’s"]
    where bytes.count > ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return Word(String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self)) ?? token.word
    }
    return token.word
  }
}
