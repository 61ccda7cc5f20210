import Escaping

/// Sections that only say that there is nothing in them, as "There are no areas for priority action" does.
///
/// What such a sentence denies must be what its heading announces, and it must say little else: "Leaders have no
/// plan of action" is a finding.
enum NothingFound {
  /// The longest such sentence, in words.
  private static let longest = 30

  /// Whether the words say that there is nothing of the kind, and nothing else.
  static func isSaid(by text: String, of kind: FindingKind) -> Bool {
    guard text.utf8.count <= 12 * longest else { return false }
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "/") }
    guard words.count <= longest else { return false }
    let folded = words.map { $0.lowercased() }
    if let none = folded.firstIndex(where: { ["none", "n/a", "nil"].contains($0) }) {
      return holdsNothingElse(words[..<none] + words[(none + 1)...])
    }
    if folded.starts(with: ["not", "applicable"]) { return holdsNothingElse(words.dropFirst(2)) }
    guard let named = range(of: kind, in: folded), isDenied(named, in: folded) else { return false }
    return holdsNothingElse(words[..<named.lowerBound] + words[named.upperBound...])
  }

  /// Whether the text begins with such a sentence and goes on.
  static func beginsSaid(by text: String, of kind: FindingKind) -> Bool {
    let beginning = Bytes(text.utf8.prefix(12 * longest))
    let stops = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "\n")]
    guard let end = beginning.firstIndex(where: stops.contains), hasDenial(beginning[..<end]),
      mayName(kind, beginning[..<end])
    else { return false }
    let sentence = text.utf8.index(text.startIndex, offsetBy: end)
    let rest = text[sentence...].contains { $0.isLetter }
    return rest && isSaid(by: String(text[..<sentence]), of: kind)
  }

  /// Whether the bytes may name the kind, or say `none` without a name; most findings that say `not` do neither.
  private static func mayName(_ kind: FindingKind, _ text: ArraySlice<UInt8>) -> Bool {
    let folded = text.map { $0 | 0x20 }
    return nameParts[kind, default: []].contains { part in
      folded.indices.contains { folded[$0] == part[0] && folded[$0...].starts(with: part) }
    }
  }

  /// A part of each name of a kind, as bytes in lower case, and the words that stand for any.
  private static let nameParts: [FindingKind: [Bytes]] = Dictionary(
    uniqueKeysWithValues: FindingKind.allCases.map { kind in
      let last = Set(names(of: kind).compactMap(\.last))
      return (
        kind, (last.sorted() + ["none", "nil", "n/a", "applicable"]).map { Bytes($0.utf8.map { $0 | 0x20 }) }
      )
    })

  /// The words one of which every such sentence has.
  private static let denials = ["no", "none", "not", "nor", "neither", "nil", "n"].map { Bytes($0.utf8) }

  /// Whether one of them is there; most findings have none at their beginning, and their bytes tell it.
  private static func hasDenial(_ text: ArraySlice<UInt8>) -> Bool {
    var isInWord = false
    for (index, byte) in zip(text.indices, text) {
      defer { isInWord = byte.isLetterOrDigit }
      guard !isInWord, byte | 0x20 == UInt8(ascii: "n") else { continue }
      let word = text[index...].prefix { $0.isLetterOrDigit }
      if denials.contains(where: { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }) { return true }
    }
    return false
  }

  // MARK: What is denied

  /// What the kinds are called where a letter says that there are none, longer names first.
  private static func names(of kind: FindingKind) -> [[String]] {
    let names =
      switch kind {
      case .priorityAction:
        [
          "areas for priority actions", "areas for priority action", "area for priority action",
          "areas of priority action", "areas requiring priority action", "priority actions",
          "priority action",
        ]
      case .improvement:
        [
          "areas for improvement", "area for improvement", "areas for development", "area for development",
          "areas of improvement", "improvements",
        ]
      case .strength: ["key strengths", "strengths", "strength"]
      case .headline: ["headline findings", "headline finding", "findings", "headlines"]
      case .main: ["main findings", "main finding", "findings"]
      case .context: ["context"]
      case .practiceEffective, .practiceImprovement:
        [
          "case studies", "case study", "practice studies", "practice study",
          "examples of highly effective practice", "examples of effective practice", "areas for improvement",
          "examples", "example",
        ]
      }
    return names.map { $0.split(separator: " ").map(String.init) }
  }

  private static func range(of kind: FindingKind, in words: [String]) -> Range<Int>? {
    for name in names(of: kind) {
      if let start = words.indices.first(where: { words[$0...].starts(with: name) }) {
        return start..<start + name.count
      }
    }
    return nil
  }

  /// What may stand between `no` and what there is none of.
  private static let adjectives: Set<String> = [
    "additional", "further", "immediate", "key", "new", "other", "particular", "significant", "specific",
    "such", "urgent",
  ]

  /// Whether `no` or `not … any` belongs to those words.
  private static func isDenied(_ named: Range<Int>, in words: [String]) -> Bool {
    let before = words[..<named.lowerBound]
    let denials = before.drop { !["not", "nor", "neither"].contains($0) }
    guard let word = before.last(where: { !adjectives.contains($0) }) else { return false }
    switch word {
    case "no": return true
    case "any", "identify", "find", "make": return !denials.isEmpty
    default: return false
    }
  }

  /// The words that such a sentence may hold besides.
  private static let fillers: Set<String> = [
    "a", "an", "any", "applicable", "are", "area", "as", "at", "be", "been", "by", "did", "during",
    "fieldwork", "find", "for", "found", "from", "had", "has", "have", "identified", "identifies", "identify",
    "in", "inspection", "inspections", "inspector", "inspectors", "is", "it", "joint", "letter", "made",
    "make", "nor", "not", "noted", "of", "on", "our", "raised", "recorded", "report", "reported", "s",
    "stage", "targeted", "that", "the", "there", "this", "time", "visit", "was", "we", "were", "with", "no",
    "neither", "currently",
  ]

  /// Whether there are only such words, and names of places after one of them: `in Leeds`.
  private static func holdsNothingElse(_ words: some Sequence<Substring>) -> Bool {
    var before: Substring = ""
    return words.allSatisfy { word in
      defer { before = word }
      if fillers.contains(word.lowercased()) || adjectives.contains(word.lowercased()) { return true }
      let isPlace = !before.isEmpty && !["we", "no", "not"].contains(before.lowercased())
      return isPlace && word.first?.isUppercase == true
    }
  }
}
