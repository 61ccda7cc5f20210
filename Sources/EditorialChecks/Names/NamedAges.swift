/// Finds the names that stand with an age: each as the words that it consists of.
struct NamedAges {
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
