/// Reads the language of queries.
///
/// `OR` between alternatives binds loosest, then juxtaposition, then `-`. Every query has a meaning: what
/// cannot be one is left out.
package struct QueryParser {
  private var tokens: Tokens
  private var token: Token?
  private var query = Query()
  private var termCount = 0
  private var depth = 0

  /// In bytes.
  package static let longestQuery = 1000
  private static let mostTerms = 64
  private static let deepest = 32

  /// What a reader typed means.
  package static func parse(_ text: [UInt8]) -> Query {
    var end = min(text.count, longestQuery)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    var parser = QueryParser(Tokens([UInt8](text[..<end])))
    if end < text.count { parser.query.notes.append(.tooLong) }
    return parser.parse()
  }

  private init(_ tokens: Tokens) {
    self.tokens = tokens
    token = self.tokens.next()
  }

  private mutating func parse() -> Query {
    var parts: [Query.Expression] = []
    while token != nil {
      if let part = alternatives() { parts.append(part) }
    }
    query.expression = Query.Expression.joining(parts)
    return query
  }

  private mutating func advance() { token = tokens.next() }

  // MARK: Levels

  private mutating func alternatives() -> Query.Expression? {
    var parts: [Query.Expression] = []
    if let first = sequence() { parts.append(first) }
    while case .or = token {
      advance()
      if let next = sequence() { parts.append(next) }
    }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  private mutating func sequence() -> Query.Expression? {
    var parts: [Query.Expression] = []
    while let current = token {
      switch current {
      // A closing bracket that was never opened says nothing.
      case .close where depth == 0: advance()
      case .or, .close: return .joining(parts)
      default: if let part = part(isExcluded: false) { parts.append(part) }
      }
    }
    return .joining(parts)
  }

  private mutating func part(isExcluded: Bool) -> Query.Expression? {
    guard let current = token else { return nil }
    advance()
    switch current {
    case .minus: return part(isExcluded: true).map { .none($0) }
    case .open: return group()
    case .word(let text): return terms(of: text)
    case .quotation(let text): return phrase(text)
    case .condition(let field, let value):
      add(field, value, isExcluded: isExcluded)
      return nil
    case .or where isExcluded: return terms(of: [UInt8]("OR"))
    case .close, .or: return nil
    }
  }

  private mutating func group() -> Query.Expression? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    let part = alternatives()
    if case .close = token { advance() }
    return part
  }

  // MARK: Terms

  private mutating func terms(of text: [UInt8]) -> Query.Expression? {
    let isSpelling = text.first == 0x3D
    var parts: [Query.Expression] = []
    for word in QueryWords.read(text) {
      let meaning: Query.Term.Meaning =
        if word.hasStar, word.form.hasTwoCharacters { .beginning(word.form) } else if isSpelling {
          .spelling(word.form)
        } else { .word(stem: word.stem) }
      add(Query.Term(meaning: meaning, text: word.text), to: &parts)
    }
    return .joining(parts)
  }

  private mutating func phrase(_ text: [UInt8]) -> Query.Expression? {
    let stems = QueryWords.parts(text).map { $0.stem }
    guard !stems.isEmpty else { return nil }
    var parts: [Query.Expression] = []
    add(Query.Term(meaning: .phrase(stems), text: text), to: &parts)
    return parts.first
  }

  private mutating func add(_ term: Query.Term, to parts: inout [Query.Expression]) {
    guard termCount < Self.mostTerms else {
      if !query.notes.contains(.tooLong) { query.notes.append(.tooLong) }
      return
    }
    termCount += 1
    parts.append(.term(term))
  }

  // MARK: Filters

  private mutating func add(_ field: [UInt8], _ value: [UInt8], isExcluded: Bool) {
    if let facet = Facet(named: field) {
      query.filters.append(Query.Filter(condition: .value(facet, value), isExcluded: isExcluded))
    } else if let days = DayRange.days(of: value) {
      query.filters.append(Query.Filter(condition: .days(days), isExcluded: isExcluded))
    } else {
      query.notes.append(.noDate(value))
      query.filters.append(Query.Filter(condition: .noDays, isExcluded: isExcluded))
    }
  }
}

extension Query.Expression {
  /// What has all the parts; nil where there are none.
  static func joining(_ parts: [Query.Expression]) -> Query.Expression? {
    var joined: [Query.Expression] = []
    for part in parts {
      if case .all(let inner) = part { joined += inner } else { joined.append(part) }
    }
    return joined.count > 1 ? .all(joined) : joined.first
  }
}

extension [UInt8] {
  /// Whether it is longer than one character of UTF-8.
  fileprivate var hasTwoCharacters: Bool { dropFirst().contains { $0 & 0xC0 != 0x80 } }
}
