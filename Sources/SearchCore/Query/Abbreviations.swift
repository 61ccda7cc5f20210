/// Lets a query find abbreviations by what they are short for, and the other way round.
struct Abbreviations {
  /// What was added to a query.
  struct Expansion: Sendable {
    let from: [UInt8]
    let to: [UInt8]
  }

  /// An entry of the glossary as sequences of stems.
  private struct Entry {
    let short: [UInt8]
    let long: [UInt8]
    let shortStems: [[UInt8]]
    let longStems: [[UInt8]]
    let key: [UInt8]
  }

  private let entries: [Entry]
  private(set) var expansions: [Expansion] = []

  init(_ manifest: Manifest) {
    entries = manifest.abbreviations.map { entry in
      Entry(
        short: entry.term, long: entry.expansion, shortStems: QueryWords.parts(entry.term).map { $0.stem },
        longStems: QueryWords.parts(entry.expansion).map { $0.stem }, key: QueryWords.key(of: entry.term))
    }
  }

  /// The expression with the alternatives.
  mutating func expand(_ expression: Query.Expression) -> Query.Expression {
    switch expression {
    case .term: expand([expression])[0]
    case .all(let parts): .joining(expand(parts)) ?? expression
    case .any(let parts): .any(parts.map { expand($0) })
    case .none(let part): .none(expand(part))
    case .expanded: expression
    }
  }

  private mutating func expand(_ parts: [Query.Expression]) -> [Query.Expression] {
    var expanded: [Query.Expression] = []
    var index = 0
    while index < parts.count {
      if let (alternatives, count) = alternatives(to: parts[index...]) {
        expanded.append(alternatives)
        index += count
      } else {
        if case .term = parts[index] {
          expanded.append(parts[index])
        } else {
          expanded.append(expand(parts[index]))
        }
        index += 1
      }
    }
    return expanded
  }

  /// The words at the beginning that are an abbreviation or what one is short for, with the alternatives; the
  /// longest such words if there are several.
  private mutating func alternatives(to parts: ArraySlice<Query.Expression>) -> (Query.Expression, Int)? {
    let words = parts.words
    var length = 0
    var alternatives: [(Query.Expression, Expansion)] = []
    for entry in entries {
      for (given, other) in [(entry.shortStems, entry.longStems), (entry.longStems, entry.shortStems)] {
        guard let count = words.count(of: given), count >= length else { continue }
        if count > length { alternatives = [] }
        length = count
        let isShort = given == entry.shortStems
        let meaning: Query.Term.Meaning =
          if isShort { .expansion(of: entry.key, entry.longStems) } else if other.count > 1 {
            .phrase(other)
          } else {
            .word(stem: other[0])
          }
        let (from, to) = isShort ? (entry.short, entry.long) : (entry.long, entry.short)
        alternatives.append((.term(Query.Term(meaning: meaning, text: to)), Expansion(from: from, to: to)))
      }
    }
    guard length > 0 else { return nil }
    for (_, expansion) in alternatives
    where !expansions.contains(where: { $0.from == expansion.from && $0.to == expansion.to }) {
      expansions.append(expansion)
    }
    guard let given = Query.Expression.joining([Query.Expression](parts.prefix(length))) else { return nil }
    return (.expanded(given, alternatives.map { $0.0 }), length)
  }
}

extension ArraySlice<Query.Expression> {
  /// The words that it begins with, each as the stems of its parts.
  fileprivate var words: [[[UInt8]]] {
    var words: [[[UInt8]]] = []
    for part in self {
      guard case .term(let term) = part, let stems = term.wordStems else { break }
      words.append(stems)
    }
    return words
  }
}

extension [[[UInt8]]] {
  /// How many of the first words together have just these stems; nil where none do.
  fileprivate func count(of stems: [[UInt8]]) -> Int? {
    var rest = stems[...]
    for (index, word) in enumerated() {
      guard rest.starts(with: word) else { return nil }
      rest.removeFirst(word.count)
      if rest.isEmpty { return index + 1 }
    }
    return nil
  }
}

extension QueryWords {
  /// The words of an abbreviation, by which the index knows it.
  package static func key(of abbreviation: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for word in parts(abbreviation) {
      if !key.isEmpty { key.append(0x20) }
      key += word.form
    }
    return key
  }
}
