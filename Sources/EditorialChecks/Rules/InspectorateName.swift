import Diagnostics
import Model
import PublishingCalendar

extension EditorialRule {
  /// A letter that calls an inspectorate by a name that it did not have on the letter's date.
  ///
  /// The names and their dates are those of `inspectorates.yml`; a letter's date is `dated`, else its release.
  /// `and`, `&` and commas in a name make no difference, and neither does the kind of apostrophe. After
  /// `then`, `now`, `still`, `until`, `former`, `formerly`, `previously` or `known as` a letter speaks of another
  /// time; other documents may tell history.
  static let inspectorateName = EditorialRule(
    name: "inspectorate-name",
    summary: "a letter names an inspectorate by a name that it did not have on its date",
    check: .edition(
      words: { InspectorateNames($0).firstWords },
      find: { manuscript in
        guard manuscript.letter != nil, let date = manuscript.date else { return [] }
        let names = InspectorateNames(manuscript.lists)
        return manuscript.spots(of: names.firstWords).compactMap { spot in
          guard let (name, end) = names.longest(at: spot), !name.holds(on: date), !speaksOfAnotherTime(spot)
          else { return nil }
          let written = spot.passage.text(spot.index..<end)
          return Slip(
            at: .spot(spot), "\(quoting: written) was not the name on the date of the letter",
            expected: "\(quoting: name.right(on: date))")
        }
      }))

  private static let timeWords: Set<Word> = [
    "then", "now", "still", "until", "former", "formerly", "previously", "as", "renamed", "predecessor",
  ]

  private static func speaksOfAnotherTime(_ spot: Spot) -> Bool {
    (1...3).contains { spot.word(-$0).map(timeWords.contains) ?? false }
  }
}

/// The names that inspectorates have had, as words.
private struct InspectorateNames {
  struct Name {
    let text: String
    let words: [Word]
    let isShort: Bool
    let inspectorate: Inspectorate

    /// Whether the inspectorate had the name on the day.
    func holds(on day: Day) -> Bool {
      let current = inspectorate.name(on: day)
      return [current.name, current.shortName].contains { $0.map(InspectorateNames.words) == words }
    }

    /// The name, long or short as this one, that held on the day.
    func right(on day: Day) -> String {
      let current = inspectorate.name(on: day)
      return isShort ? current.shortName ?? current.name : current.name
    }
  }

  let names: [Name]
  let firstWords: [Word]

  init(_ lists: Lists) {
    names = lists.inspectorates.filter { $0.names.count > 1 }.flatMap { inspectorate in
      inspectorate.names.flatMap { dated in
        [(dated.name, false)] + (dated.shortName.map { [($0, true)] } ?? [])
      }.map { Name(text: $0, words: Self.words($0), isShort: $1, inspectorate: inspectorate) }
    }
    firstWords = Array(Set(names.compactMap(\.words.first)))
  }

  /// What joins the parts of a name, and is written in one way or another.
  private static let joints: Set<Word> = ["and", "&", ","]

  private static func words(_ text: String) -> [Word] {
    Tokenizer.tokens(of: Array(text.utf8)).map(\.word).filter { !joints.contains($0) }
  }

  /// The longest name that begins at a spot, and the token after it.
  func longest(at spot: Spot) -> (name: Name, end: Int)? {
    guard spot[0]?.isCapitalised == true else { return nil }
    return names.compactMap { name in Self.end(of: name, at: spot).map { (name, $0) } }
      .max { $0.end < $1.end }
  }

  private static func end(of name: Name, at spot: Spot) -> Int? {
    var rest = name.words[...]
    var offset = 0
    while let word = rest.first {
      guard let token = spot[offset] else { return nil }
      if token.word == word {
        rest.removeFirst()
      } else if !joints.contains(token.word) {
        return nil
      }
      offset += 1
    }
    return spot.index + offset
  }
}
