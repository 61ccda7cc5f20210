/// What a text says of names that are not the real ones.
///
/// A statement about one child by name (`Jack’s name has been changed`, `Sarah is not her real name`) holds for
/// that name in the whole letter. One about all (`All names are pseudonyms`, `names have been changed`) holds for
/// its section with those below, and for the letter where it stands before the first heading, in a footnote or the
/// front matter, or speaks of the letter. One about a child without a name (`the child’s name has been changed`)
/// holds in the same places, for a single name.
struct ChangedNames {
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
