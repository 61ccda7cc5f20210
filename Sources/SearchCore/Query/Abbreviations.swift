/// Lets a query find abbreviations by what they are short for, and the other way round.
final class Abbreviations {
  private let entries: [Abbreviation]
  /// What was added to the query: what it has, and what that may stand for.
  private(set) var expansions: [Change] = []

  init(_ entries: [Abbreviation]) {
    self.entries = entries
  }

  /// The expression with the alternatives.
  func expand(_ expression: Expression) -> Expression {
    switch expression.kind {
    case .term: .joining(expand([expression])) ?? expression
    case .all: .joining(expand(expression.parts)) ?? expression
    case .any, .none: Expression(expression.kind, each(expression.parts))
    case .expanded: expression
    }
  }

  private func each(_ parts: [Expression]) -> [Expression] {
    var expanded: [Expression] = []
    for part in parts { expanded.append(expand(part)) }
    return expanded
  }

  /// Expands parts that all are asked for, of which several may make up one abbreviation.
  private func expand(_ parts: [Expression]) -> [Expression] {
    var expanded: [Expression] = []
    var index = 0
    while index < parts.count {
      let (alternatives, length) = alternatives(to: parts, from: index)
      if length > 0 {
        expanded.append(alternatives)
        index += length
      } else {
        if case .term = parts[index].kind {
          expanded.append(parts[index])
        } else {
          expanded.append(expand(parts[index]))
        }
        index += 1
      }
    }
    return expanded
  }

  /// The words from one on that are an abbreviation or what one is short for, with the alternatives, and how many
  /// they are; the longest such words if there are several.
  private func alternatives(to parts: [Expression], from start: Int) -> (Expression, length: Int) {
    var length = 0
    var alternatives: [Expression] = []
    var changes: [Change] = []
    for entry in entries {
      for alternative in entry.alternatives {
        let count = parts.count(of: alternative.stems, from: start)
        guard count > 0, count >= length else { continue }
        if count > length {
          // What is written comes first, and its parts are known at the end.
          alternatives = [parts[start]]
          changes = []
        }
        length = count
        alternatives.append(alternative.expression)
        changes.append(alternative.change)
      }
    }
    if length > 1 {
      var given: [Expression] = []
      for index in start..<start + length { given.append(parts[index]) }
      alternatives[0] = Expression(.all, given)
    }
    for change in changes
    where !expansions.contains(where: { $0.from == change.from && $0.to == change.to }) {
      expansions.append(change)
    }
    return (Expression(.expanded, alternatives), length)
  }
}

/// An entry of the glossary.
final class Abbreviation {
  /// Words, and what a query finds instead.
  final class Alternative {
    let stems: [[UInt8]]
    let expression: Expression
    let change: Change

    fileprivate init(_ stems: [[UInt8]], _ term: Term, _ change: Change) {
      self.stems = stems
      expression = Expression(term)
      self.change = change
    }
  }

  /// The expansion instead of the abbreviation, and the other way round.
  private(set) var alternatives: [Alternative] = []

  init(_ term: [UInt8], _ expansion: [UInt8]) {
    let short = QueryWords.stems(term)
    let long = QueryWords.stems(expansion)
    guard !short.isEmpty else { return }
    add(short, Change(term, expansion), .expansion, long, abbreviation: QueryWords.key(of: term))
    add(long, Change(expansion, term), short.count > 1 ? .phrase : .word, short)
  }

  private func add(
    _ stems: [[UInt8]], _ change: Change, _ kind: Term.Kind, _ words: [[UInt8]], abbreviation: [UInt8] = []
  ) {
    let term = Term(kind, words, text: change.to, abbreviation: abbreviation)
    alternatives.append(Alternative(stems, term, change))
  }
}

/// Something of a query, and what else it may be.
final class Change {
  let from: [UInt8]
  let to: [UInt8]

  init(_ from: [UInt8], _ to: [UInt8]) {
    self.from = from
    self.to = to
  }
}

extension [Expression] {
  /// How many of the words from one on together have just these stems; 0 where none do.
  fileprivate func count(of stems: [[UInt8]], from start: Int) -> Int {
    var place = 0
    var index = start
    while place < stems.count, index < count {
      guard case .term(let term) = self[index].kind else { return 0 }
      let words = term.wordStems
      guard !words.isEmpty, stems.has(words, at: place) else { return 0 }
      place += words.count
      index += 1
    }
    return place == stems.count ? index - start : 0
  }
}
