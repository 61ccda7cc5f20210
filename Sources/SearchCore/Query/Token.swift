/// The next thing in a query: a bracket, a sign, a word, a quotation, a condition.
struct Token {
  enum Kind {
    case open, close, or, minus, word, quotation
    /// A value of a facet; that of the year is a date.
    case condition(Facet)
    /// The end of the query.
    case end
  }

  let kind: Kind
  var text: [UInt8] = []
  /// What stands before a colon in a word like the name of a field, and is none.
  fileprivate(set) var unknownField: [UInt8] = []
  /// Where it begins and ends in the bytes of the query.
  fileprivate(set) var start = 0
  fileprivate(set) var end = 0
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

  mutating func next() -> Token {
    while lengthOfSpace > 0 { position += lengthOfSpace }
    let start = position
    var token = take()
    token.start = start
    token.end = position
    return token
  }

  private mutating func take() -> Token {
    guard position < text.count else { return Token(kind: .end) }
    switch text[position] {
    case 0x28: return take(.open)
    case 0x29: return take(.close)
    case 0x2D where takesMinus(): return Token(kind: .minus)
    default: break
    }
    if let quotation = takeQuotation() { return Token(kind: .quotation, text: quotation) }
    return takeWord()
  }

  private mutating func take(_ kind: Token.Kind) -> Token {
    position += 1
    return Token(kind: kind)
  }

  /// Steps over minus signs, of which several are one, and returns false where nothing follows them.
  private mutating func takesMinus() -> Bool {
    let start = position
    while position < text.count, text[position] == 0x2D { position += 1 }
    if position < text.count, lengthOfSpace == 0 { return true }
    position = start
    return false
  }

  private mutating func takeWord() -> Token {
    let start = position
    var unknownField: [UInt8] = []
    while !isAtEndOfWord {
      if text[position] == 0x3A {
        let field = text.part(start, position)
        if let condition = takeCondition(of: field) { return condition }
        if isLikeField(field) { unknownField = field }
      }
      position += 1
    }
    let word = text.part(start, position)
    return word == "OR" ? Token(kind: .or) : Token(kind: .word, text: word, unknownField: unknownField)
  }

  /// Whether text before the colon here is none of the fields, but letters that are followed as one is by its value;
  /// an address is by slashes.
  private func isLikeField(_ field: [UInt8]) -> Bool {
    for byte in field where (byte | 0x20) &- 0x61 >= 26 { return false }
    let next = byte(1)
    return field.count > 1 && next > 0x20 && next != slash && facet(named: field) == nil
  }

  /// Takes the value of a field whose name was read; nil where there is no such field.
  private mutating func takeCondition(of field: [UInt8]) -> Token? {
    guard let facet = facet(named: field) else { return nil }
    let colon = position
    position += 1
    let value = takeQuotation() ?? takeValue()
    guard !QueryWords.key(of: value).isEmpty else {
      position = colon
      return nil
    }
    return Token(kind: .condition(facet), text: value)
  }

  /// The facet of a field; that of the year is a date.
  private func facet(named field: [UInt8]) -> Facet? {
    let name = field.lowercased
    return name == "date" ? .year : Facet(named: name)
  }

  private mutating func takeValue() -> [UInt8] {
    let start = position
    while !isAtEndOfWord { position += 1 }
    return text.part(start, position)
  }

  private var isAtEndOfWord: Bool {
    position >= text.count || lengthOfSpace > 0 || text[position] == 0x28 || text[position] == 0x29
      || lengthOfQuotationMark > 0
  }

  // MARK: Quotations

  private mutating func takeQuotation() -> [UInt8]? {
    guard lengthOfQuotationMark > 0 else { return nil }
    position += lengthOfQuotationMark
    let start = position
    while position < text.count, lengthOfQuotationMark == 0 { position += 1 }
    let end = position
    position += lengthOfQuotationMark
    return text.part(start, end)
  }

  /// The length of the quotation mark that stands here, `"`, `“`, `”` or `„`, or 0.
  private var lengthOfQuotationMark: Int {
    if byte(0) == 0x22 { return 1 }
    return byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x9C && byte(2) <= 0x9E ? 3 : 0
  }

  /// How many bytes of white space stand here.
  private var lengthOfSpace: Int {
    switch byte(0) {
    case 0x00...0x20: return position < text.count ? 1 : 0
    case 0xC2: return byte(1) == 0xA0 ? 2 : 0
    case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 && position + 2 < text.count ? 3 : 0
    case 0xE2:
      let last = byte(2)
      let isSpace = (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF
      return byte(1) == 0x80 && isSpace ? 3 : 0
    default: return 0
    }
  }

  /// A byte from here on; 0 beyond the end.
  private func byte(_ offset: Int) -> UInt8 {
    position + offset < text.count ? text[position + offset] : 0
  }
}
