/// The next thing in a query: a bracket, a sign, a word, a quotation, a condition.
enum Token: Sendable {
  case open, close, or, minus
  case word([UInt8])
  case quotation([UInt8])
  case condition(field: [UInt8], value: [UInt8])
}

/// Takes a query apart into tokens.
///
/// White space separates them. A minus sign counts at the beginning of one, a colon after letters that are
/// the name of a field. A quotation mark that has no second runs to the end.
struct Tokens {
  private let text: [UInt8]
  private var position = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> Token? {
    skipSpace()
    guard position < text.count else { return nil }
    switch text[position] {
    case 0x28: return take(.open)
    case 0x29: return take(.close)
    case 0x2D where hasMinus: return .minus
    default: break
    }
    if let quotation = takeQuotation() { return .quotation(quotation) }
    return takeWord()
  }

  private mutating func take(_ token: Token) -> Token {
    position += 1
    return token
  }

  /// Steps over minus signs, of which several are one; false where nothing follows them.
  private var hasMinus: Bool {
    mutating get {
      let start = position
      while position < text.count, text[position] == 0x2D { position += 1 }
      if position < text.count, !isSpace(at: position) { return true }
      position = start
      return false
    }
  }

  private mutating func takeWord() -> Token {
    let start = position
    while position < text.count, !isSpace(at: position), !isBracket(at: position),
      !isQuotationMark(at: position)
    {
      if text[position] == 0x3A, let condition = takeCondition(of: [UInt8](text[start..<position])) {
        return condition
      }
      position += 1
    }
    let word = [UInt8](text[start..<position])
    return word == [0x4F, 0x52] ? .or : .word(word)
  }

  /// Takes the value of a field whose name was read; nil where there is no such field.
  private mutating func takeCondition(of field: [UInt8]) -> Token? {
    let field = field.lowercased
    guard field == [UInt8]("date") || (Facet(named: field).map { $0 != .year } ?? false) else { return nil }
    let colon = position
    position += 1
    var value: [UInt8]
    if let quotation = takeQuotation() {
      value = quotation
    } else {
      let start = position
      while position < text.count, !isSpace(at: position), !isBracket(at: position),
        !isQuotationMark(at: position)
      {
        position += 1
      }
      value = [UInt8](text[start..<position])
    }
    guard !QueryWords.parts(value).isEmpty else {
      position = colon
      return nil
    }
    return .condition(field: field, value: value)
  }

  // MARK: Quotations

  private mutating func takeQuotation() -> [UInt8]? {
    guard let length = quotationMark(at: position) else { return nil }
    position += length
    let start = position
    while position < text.count {
      if let length = quotationMark(at: position) {
        defer { position += length }
        return [UInt8](text[start..<position])
      }
      position += 1
    }
    return [UInt8](text[start...])
  }

  private func isQuotationMark(at index: Int) -> Bool { quotationMark(at: index) != nil }

  /// The length of the quotation mark there: `"`, `“`, `”` or `„`.
  private func quotationMark(at index: Int) -> Int? {
    guard index < text.count else { return nil }
    switch text[index] {
    case 0x22: return 1
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80 && (0x9C...0x9E).contains(text[index + 2]):
      return 3
    default: return nil
    }
  }

  // MARK: Space

  private mutating func skipSpace() {
    while isSpace(at: position) { position += spaceLength(at: position) }
  }

  private func isSpace(at index: Int) -> Bool { spaceLength(at: index) > 0 }

  /// How many bytes of white space stand there.
  private func spaceLength(at index: Int) -> Int {
    guard index < text.count else { return 0 }
    switch text[index] {
    case 0x00...0x20: return 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return 2
    case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80: return 3
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      let last = text[index + 2]
      return (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  private func isBracket(at index: Int) -> Bool { text[index] == 0x28 || text[index] == 0x29 }
}

extension [UInt8] {
  /// With small letters of ASCII.
  var lowercased: [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
