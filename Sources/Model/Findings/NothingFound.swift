/// Sections that only say that there is nothing in them, as "There are no areas for priority action" does.
enum NothingFound {
  /// The nouns by which such a sentence names what it has none of.
  private static let nouns: Set<String> = [
    "area", "areas", "priority", "action", "actions", "strength", "strengths", "finding", "findings", "study",
    "studies", "example", "examples",
  ]

  /// The longest such sentence, in words.
  private static let longest = 30

  /// Whether the words say that there is nothing, and nothing else.
  ///
  /// The negation must be that of a heading's noun: "There are no systems to find missing children" is a
  /// finding.
  static func isSaid(by text: String) -> Bool {
    guard text.utf8.count <= 12 * longest else { return false }
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "/") }.prefix(longest + 1)
    guard let first = words.first, words.count <= longest else { return false }
    if ["none", "n/a", "nil"].contains(first) { return words.count <= 8 }
    if words.starts(with: ["not", "applicable"]) { return words.count <= 4 }
    let isNegated = words.contains("not") || words.contains("nor")
    return words.indices.contains { index in
      guard words[index] == "no" || words[index] == "any" && isNegated else { return false }
      return words[(index + 1)...].prefix(3).contains { nouns.contains(String($0)) }
    }
  }
}
