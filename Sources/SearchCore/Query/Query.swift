/// What a reader asks for.
package final class Query {
  /// What text must have; nil where there are filters alone.
  let expression: Expression?
  let filters: [Filter]
  /// What the reader should know about it.
  let notes: [Note]

  init(_ expression: Expression?, _ filters: [Filter], _ notes: [Note]) {
    self.expression = expression
    self.filters = filters
    self.notes = notes
  }

  /// Whether filters are about passages: then a passage must meet the whole query by itself.
  var isAboutPassages: Bool {
    for filter in filters where filter.facet.isOfPassages { return true }
    return false
  }
}

/// A part of a query that text has or has not.
final class Expression {
  enum Kind {
    case term(Term)
    case all
    case any
    /// What stands in the query, the first part, or instead of it what an abbreviation adds.
    case expanded
    /// Not its one part.
    case none
  }

  let kind: Kind
  let parts: [Expression]

  @inline(never)
  init(_ kind: Kind, _ parts: [Expression]) {
    self.kind = kind
    self.parts = parts
  }

  init(_ term: Term) {
    kind = .term(term)
    parts = []
  }

  /// What has all the parts; nil where there are none.
  static func joining(_ parts: [Expression]) -> Expression? {
    var joined: [Expression] = []
    for part in parts {
      if case .all = part.kind {
        for inner in part.parts { joined.append(inner) }
      } else {
        joined.append(part)
      }
    }
    return joined.count > 1 ? Expression(.all, joined) : joined.first
  }

  /// Whether it says what text should not have.
  var hasExclusions: Bool {
    if case .none = kind { return true }
    for part in parts where part.hasExclusions { return true }
    return false
  }

  /// The terms that text should have; what is excluded from what is excluded is wanted.
  var wanted: [Term] {
    var terms: [Term] = []
    collect(areWanted: true, into: &terms)
    return terms
  }

  private func collect(areWanted: Bool, into terms: inout [Term]) {
    switch kind {
    case .term(let term): if areWanted { terms.append(term) }
    case .none: parts[0].collect(areWanted: !areWanted, into: &terms)
    default: for part in parts { part.collect(areWanted: areWanted, into: &terms) }
    }
  }
}

/// What stands in text.
final class Term {
  enum Kind {
    /// Words with this stem; a compound is one word.
    case word
    /// This word as it is spelled.
    case spelling
    /// Words that are spelled like this at their beginning.
    case beginning
    /// Words with these stems, one right after the other in one passage.
    case phrase
    /// The words that an abbreviation is short for, with their stems.
    case expansion
  }

  let kind: Kind
  let words: [[UInt8]]
  /// As the reader typed it, and where a word begins in the bytes of the query.
  let text: [UInt8]
  let start: Int
  /// The key of the abbreviation that a term of that kind is about.
  let abbreviation: [UInt8]

  init(_ kind: Kind, _ words: [[UInt8]], text: [UInt8], start: Int = 0, abbreviation: [UInt8] = []) {
    self.kind = kind
    self.words = words
    self.text = text
    self.start = start
    self.abbreviation = abbreviation
  }

  /// The stems of the parts of its word; none where it is not one.
  var wordStems: [[UInt8]] { kind == .word ? QueryWords.stems(text) : [] }
}

/// A condition that documents or their passages meet beside the words.
final class Filter {
  let facet: Facet
  let isExcluded: Bool
  /// The value of the facet, by its id or name, as the reader typed it and as its words.
  let value: [UInt8]
  let key: [UInt8]
  /// In a filter on the year: from which day to which a document was first released, as 20240516.
  ///
  /// Both are included; what was to be a date and is none has no such days.
  let firstDay: Int
  let lastDay: Int
  /// Whether it holds beside the others of its facet, which are alternatives: the range of an address does.
  let narrows: Bool
  /// Where it begins and ends in the bytes of the query; it is empty where the address has it.
  let start: Int
  let end: Int

  @inline(never)
  init(_ facet: Facet, _ value: [UInt8], isExcluded: Bool = false, start: Int = 0, end: Int = 0) {
    self.facet = facet
    self.isExcluded = isExcluded
    self.start = start
    self.end = end
    narrows = false
    self.value = value
    key = QueryWords.key(of: value)
    firstDay = 0
    lastDay = 0
  }

  @inline(never)
  init(_ days: DayRange?, isExcluded: Bool = false, narrows: Bool = false) {
    facet = .year
    self.isExcluded = isExcluded
    self.narrows = narrows
    start = 0
    end = 0
    value = []
    key = []
    firstDay = days?.first ?? 1
    lastDay = days?.last ?? 0
  }
}

/// Something about a query that a reader should know.
final class Note {
  enum Kind {
    /// What is beyond the bounds of a query was left out.
    case tooLong
    /// No document has this value of a facet.
    case unknownValue(Facet)
    /// This is no day, month, year or range of them.
    case noDate
    /// There is no such field, so that it was taken for a word.
    case unknownField
    /// The range of an address is none, and was left out.
    case noRange
    /// Nothing is asked for.
    case empty
    /// Documents have the words, but no passage that meets the conditions has them by itself; the value is the
    /// query without the conditions on passages.
    case apart
  }

  let kind: Kind
  let value: [UInt8]

  @inline(never)
  init(_ kind: Kind, _ value: [UInt8] = []) {
    self.kind = kind
    self.value = value
  }
}
