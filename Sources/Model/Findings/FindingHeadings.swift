import Diagnostics
import Escaping

/// The headings that say what the text below them is: those of both eras, and those that a programme adds.
///
/// The spellings come from letters of 2016 to 2025. Letter case, plurals, `(s)` and spaces do not matter, and a
/// heading may go on after them: `Area for priority action: police`, `Priority action 1`.
package struct FindingHeadings: Sendable {
  /// By their words as they are compared, and as they are usually written, which is quicker to find.
  private let kinds: [String: FindingKind]
  /// The spellings, for suggestions, with their words as they are compared.
  private let spellings: [(text: String, words: [Substring], kind: FindingKind)]
  /// The first words of the spellings: most headings begin with none of them.
  private let firstWords: Set<Substring>
  /// How many letters of a heading are looked through for the end of a spelling.
  private let longest: Int

  private static let usual: [(kind: FindingKind, spellings: [String])] = [
    (.headline, ["Headline findings", "Headline"]),
    (.priorityAction, ["Areas for priority action", "Priority actions", "Urgent priority actions"]),
    (.improvement, ["Areas for improvement", "What needs to improve?", "Areas for development"]),
    (.strength, ["Key strengths", "Strengths"]),
    (.main, ["Main findings"]),
    (.context, ["Context"]),
    (.practiceEffective, studies(["highly effective practice", "effective practice"])),
    (.practiceImprovement, studies(["areas for improvement", "improvement"])),
  ]

  private static func studies(_ endings: [String]) -> [String] {
    ["Case study", "Practice study"].flatMap { beginning in
      endings.flatMap { ["\(beginning): \($0)", "\(beginning): areas of \($0)", "\(beginning) of \($0)"] }
    }
  }

  /// The headings of a programme; nil for what every programme knows.
  package init(_ programme: Programme? = nil) {
    var kinds: [String: FindingKind] = [:]
    var spellings: [(text: String, words: [Substring], kind: FindingKind)] = []
    let own = programme?.headings.sorted { $0.key.rawValue < $1.key.rawValue } ?? []
    for (kind, names) in Self.usual.map({ ($0.kind, $0.spellings) }) + own.map({ ($0.key, $0.value) }) {
      for name in names {
        let folded = Self.folded(name)
        kinds[folded] = kind
        kinds[name] = kind
        spellings.append((name, folded.split(separator: " "), kind))
      }
    }
    self.kinds = kinds
    self.spellings = spellings
    firstWords = Set(spellings.compactMap(\.words.first))
    longest = 2 * (spellings.map(\.text.count).max() ?? 0)
  }

  /// The kind that a heading names, nil where it names none.
  ///
  /// A spelling may be followed by what it is about: `Area for priority action: police`.
  package func kind(of heading: String) -> FindingKind? {
    if let kind = kinds[heading] { return kind }
    let folded = Self.folded(heading)
    if let kind = kinds[folded] { return kind }
    return firstWords.contains(folded.prefix { $0 != " " }) ? kind(beginning: heading) : nil
  }

  // MARK: Spellings that go on

  /// The kind whose spelling begins the heading, where it goes on with `:`, `–`, a bracket, a number or one of a
  /// few words, and what follows speaks of no other kind.
  private func kind(beginning heading: String) -> FindingKind? {
    let beginning = heading.prefix(longest)
    for end in beginning.indices.dropFirst().reversed() where Self.goesOn(heading, at: end) {
      guard let kind = kinds[Self.folded(String(heading[..<end]))] else { continue }
      return Self.kinds(spokenOf: String(heading[end...])).allSatisfy { $0 == kind } ? kind : nil
    }
    return nil
  }

  /// Whether a spelling may end before that place of a heading.
  private static func goesOn(_ heading: String, at place: String.Index) -> Bool {
    let rest = heading[place...]
    let isAfterSpace = heading[..<place].last?.isWhitespace ?? true
    switch rest.first {
    case ":", "–", "—": return true
    case "(": return !rest.prefix(3).lowercased().hasPrefix("(s)")
    case "-": return isAfterSpace && rest.dropFirst().first?.isWhitespace ?? true
    default:
      guard isAfterSpace else { return false }
      let word = rest.prefix(while: \.isLetter)
      let number = rest.prefix(while: \.isNumber)
      return ["for", "identified", "needed", "required"].contains(word.lowercased())
        || (1...3).contains(number.count)
    }
  }

  // MARK: Headings that name no kind

  /// What a heading that names no kind was probably meant to be.
  struct Miss {
    /// The kinds that may be meant.
    let kinds: Set<FindingKind>
    /// The spelling of which a word is amiss; nil where the heading only speaks of a kind.
    let spelling: String?
  }

  /// What a heading may mean that names no kind; nil where it has nothing to do with findings.
  func miss(of heading: String) -> Miss? {
    let words = Self.folded(heading).split(separator: " ")
    let near = spellings.first { spelling in
      guard spelling.words.count == words.count else { return false }
      let amiss = zip(words, spelling.words).filter { $0 != $1 }
      return amiss.count == 1
        && amiss.allSatisfy { Diagnostics.nearMiss(for: String($0), among: [String($1)]) != nil }
    }
    if let near { return Miss(kinds: [near.kind], spelling: near.text) }
    let kinds = Self.kinds(spokenOf: heading)
    let isDenial = kinds.contains { NothingFound.isSaid(by: heading, of: $0) }
    return kinds.isEmpty || isDenial ? nil : Miss(kinds: kinds, spelling: nil)
  }

  /// How a heading of a kind is usually written.
  static func example(of kind: FindingKind) -> String {
    usual.first { $0.kind == kind }?.spellings.first ?? kind.rawValue
  }

  /// Words that together speak of kinds of findings, in the singular as `folded` writes them.
  private static let keyWords: [(words: [Substring], kinds: [FindingKind])] = [
    (["priority", "action"], [.priorityAction]), (["urgent", "action"], [.priorityAction]),
    (["area", "improvement"], [.improvement]), (["need", "improve"], [.improvement]),
    (["need", "improvement"], [.improvement]), (["area", "development"], [.improvement]),
    (["strength"], [.strength]), (["headline"], [.headline]), (["main", "finding"], [.main]),
    (["key", "finding"], [.main]), (["context"], [.context]),
    (["case", "study"], [.practiceEffective, .practiceImprovement]),
    (["practice", "study"], [.practiceEffective, .practiceImprovement]),
    (["effective", "practice"], [.practiceEffective]),
  ]

  /// The kinds of which a text speaks by their key words.
  private static func kinds(spokenOf text: String) -> Set<FindingKind> {
    let words = Set(folded(text).split(separator: " ").map { $0 == "studie" ? "study" : $0 })
    return Set(keyWords.filter { $0.words.allSatisfy(words.contains) }.flatMap(\.kinds))
  }

  /// The words of a heading in lower case and in the singular, with one space between them.
  private static func folded(_ heading: String) -> String {
    let text = Bytes(heading.lowercased().utf8)
    var folded = Bytes()
    folded.reserveCapacity(text.count)
    var wordStart = 0
    func endWord() {
      let word = folded[wordStart...]
      if word.count > 3, word.last == UInt8(ascii: "s"), word.dropLast().last != UInt8(ascii: "s") {
        folded.removeLast()
      }
    }
    var index = 0
    while index < text.count {
      if text[index].isLetterOrDigit || (text[index] >= 0x80 && !text.hasDash(at: index)) {
        folded.append(text[index])
        index += 1
      } else if text[index] == UInt8(ascii: "("), text[index...].starts(with: "(s)".utf8) {
        folded.append(UInt8(ascii: "s"))
        index += 3
      } else {
        if folded.count > wordStart {
          endWord()
          folded.append(UInt8(ascii: " "))
          wordStart = folded.count
        }
        index += text.hasDash(at: index) ? 3 : 1
      }
    }
    if folded.count > wordStart { endWord() } else { folded.removeLast(folded.isEmpty ? 0 : 1) }
    return String(decoding: folded, as: UTF8.self)
  }
}

extension Bytes {
  /// Whether – or — begins there.
  fileprivate func hasDash(at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xE2 && self[index + 1] == 0x80
      && (self[index + 2] == 0x93 || self[index + 2] == 0x94)
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
