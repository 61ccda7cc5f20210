/// Reads the language of queries.
///
/// `OR` between alternatives binds loosest, then juxtaposition, then `-`. Every query has a meaning: what
/// cannot be one is left out.
package final class QueryParser {
  private var tokens: Tokens
  private var token: Token
  private var filters: [Filter] = []
  private var notes: [Note] = []
  private var isTooLong = false
  private var termCount = 0
  private var depth = 0

  /// In bytes.
  package static let longestQuery = 1000
  private static let mostTerms = 64
  private static let deepest = 32

  /// What a reader typed means, with more filters and notes.
  package static func parse(_ text: [UInt8]) -> Query { parse(text, and: [], []) }

  static func parse(_ text: [UInt8], and filters: [Filter], _ notes: [Note]) -> Query {
    var end = min(text.count, longestQuery)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let parser = QueryParser(text.part(0, end))
    if end < text.count { parser.noteLength() }
    let expression = parser.parse()
    for filter in filters { parser.filters.append(filter) }
    for note in notes { parser.notes.append(note) }
    return Query(expression, parser.filters, parser.notes)
  }

  private init(_ text: [UInt8]) {
    tokens = Tokens(text)
    token = tokens.next()
  }

  private func advance() { token = tokens.next() }

  // MARK: Levels

  private func parse() -> Expression? {
    var parts: [Expression] = []
    while true {
      if case .end = token.kind { return .joining(parts) }
      if let part = alternatives() { parts.append(part) }
    }
  }

  private func alternatives() -> Expression? {
    var parts: [Expression] = []
    if let first = sequence() { parts.append(first) }
    while case .or = token.kind {
      advance()
      if let next = sequence() { parts.append(next) }
    }
    return parts.count > 1 ? Expression(.any, parts) : parts.first
  }

  private func sequence() -> Expression? {
    var parts: [Expression] = []
    while true {
      switch token.kind {
      // A closing bracket that was never opened says nothing.
      case .close where depth == 0: advance()
      case .or, .close, .end: return .joining(parts)
      default: if let part = part() { parts.append(part) }
      }
    }
  }

  /// - Parameter minus: Where the sign before it stands that excludes it.
  private func part(behind minus: Int? = nil) -> Expression? {
    let current = token
    if case .end = current.kind { return nil }
    advance()
    switch current.kind {
    case .minus:
      guard let part = part(behind: minus ?? current.start) else { return nil }
      return Expression(.none, [part])
    case .open: return group()
    case .word:
      if !current.unknownField.isEmpty { notes.append(Note(.unknownField, current.unknownField)) }
      return terms(of: current.text, from: current.start)
    case .quotation: return phrase(current.text)
    case .condition(let facet):
      add(facet, current, behind: minus)
      return nil
    case .or: return minus != nil ? terms(of: [UInt8]("OR"), from: current.start) : nil
    case .close, .end: return nil
    }
  }

  private func group() -> Expression? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    let part = alternatives()
    if case .close = token.kind { advance() }
    depth -= 1
    return part
  }

  // MARK: Terms

  private func terms(of text: [UInt8], from start: Int) -> Expression? {
    let isSpelling = text.first == 0x3D
    var parts: [Expression] = []
    for word in QueryWords.read(text) {
      let kind: Term.Kind =
        word.hasStar && word.form.characterCount > 1 ? .beginning : isSpelling ? .spelling : .word
      let words = [kind == .word ? word.stem : word.form]
      add(Term(kind, words, text: word.text, start: start + word.start), to: &parts)
    }
    return .joining(parts)
  }

  private func phrase(_ text: [UInt8]) -> Expression? {
    let stems = QueryWords.stems(text)
    var parts: [Expression] = []
    if !stems.isEmpty { add(Term(.phrase, stems, text: text), to: &parts) }
    return parts.first
  }

  private func add(_ term: Term, to parts: inout [Expression]) {
    guard termCount < Self.mostTerms else { return noteLength() }
    termCount += 1
    parts.append(Expression(term))
  }

  private func noteLength() {
    if !isTooLong { notes.append(Note(.tooLong)) }
    isTooLong = true
  }

  // MARK: Filters

  private func add(_ facet: Facet, _ condition: Token, behind minus: Int?) {
    let isExcluded = minus != nil
    guard facet == .year else {
      let start = minus ?? condition.start
      return filters.append(
        Filter(facet, condition.text, isExcluded: isExcluded, start: start, end: condition.end))
    }
    let days = DayRange(condition.text)
    if days == nil { notes.append(Note(.noDate, condition.text)) }
    filters.append(Filter(days, isExcluded: isExcluded))
  }
}
