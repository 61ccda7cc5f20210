/// What a reader asks for.
package struct Query: Sendable {
  /// A part of a query that text has or has not.
  package indirect enum Expression: Sendable {
    case term(Term)
    case all([Expression])
    case any([Expression])
    /// What stands in the query, or instead of it what an abbreviation adds.
    case expanded(Expression, [Expression])
    case none(Expression)
  }

  /// What stands in text.
  package struct Term: Sendable {
    package enum Meaning: Sendable {
      /// Words with this stem; a compound is one word.
      case word(stem: [UInt8])
      /// This word as it is spelled.
      case spelling([UInt8])
      /// Words that are spelled like this at their beginning.
      case beginning([UInt8])
      /// Words with these stems, one right after the other in one passage.
      case phrase([[UInt8]])
      /// The words that an abbreviation is short for, with their stems.
      case expansion(of: [UInt8], [[UInt8]])
    }

    package let meaning: Meaning
    /// As the reader typed it.
    package let text: [UInt8]

    /// The stems of the parts of its word; nil where it is none.
    var wordStems: [[UInt8]]? {
      if case .word = meaning { QueryWords.parts(text).map { $0.stem } } else { nil }
    }
  }

  /// A condition that documents or their passages meet beside the words.
  package struct Filter: Sendable {
    package enum Condition: Sendable {
      /// A value of a facet, by its id or name.
      case value(Facet, [UInt8])
      /// A first release from one day to another, both included, as 20240516.
      case days(ClosedRange<Int>)
      /// What was to be a date and is none: no document meets it.
      case noDays
    }

    package let condition: Condition
    package let isExcluded: Bool
  }

  /// Something about the query that a reader should know.
  package enum Note: Sendable, Equatable {
    /// What is beyond the bounds of a query was left out.
    case tooLong
    /// No document has this value of a facet.
    case unknownValue(Facet, [UInt8])
    /// This is no day, month, year or range of them.
    case noDate([UInt8])
  }

  /// What text must have; nil where there are filters alone.
  package var expression: Expression?
  package var filters: [Filter] = []
  package var notes: [Note] = []

  package init() {}

  /// The facets of the filters that are about passages: then a passage must meet the whole query by itself.
  package var isAboutPassages: Bool {
    filters.contains { filter in
      if case .value(let facet, _) = filter.condition { facet.isOfPassages } else { false }
    }
  }
}

extension Query.Expression {
  /// The terms that text should have.
  package var wanted: [Query.Term] { terms(areWanted: true) }

  /// The terms that text should have, or those that it should not; what is excluded from what is excluded is
  /// wanted.
  private func terms(areWanted: Bool) -> [Query.Term] {
    switch self {
    case .term(let term): areWanted ? [term] : []
    case .all(let parts), .any(let parts): parts.flatMap { $0.terms(areWanted: areWanted) }
    case .expanded(let given, let others): ([given] + others).flatMap { $0.terms(areWanted: areWanted) }
    case .none(let part): part.terms(areWanted: !areWanted)
    }
  }
}
