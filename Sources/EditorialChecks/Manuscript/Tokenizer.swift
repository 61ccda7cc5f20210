/// Cuts a text into words, numbers and marks in one pass.
struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var isAfterSpace = true
  private var tokens: [Token] = []

  /// The tokens of a text in UTF-8.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokenizer = Tokenizer(bytes)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0...0x20:
        isAfterSpace = true
        position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): takeNumber()
      case _ where byte.isLetter: takeWord()
      case 0x80...: takeScalar()
      default: takeMark(byte, length: 1)
      }
    }
  }

  private mutating func append(
    _ kind: Token.Kind, _ word: Word, from start: Int, capitals: Token.Capitals = .none, value: Int = 0
  ) {
    tokens.append(
      Token(
        kind: kind, word: word, capitals: capitals, value: value, range: start..<position,
        isAfterSpace: isAfterSpace))
    isAfterSpace = false
  }

  private mutating func takeNumber() {
    let start = position
    var value = 0
    while position < bytes.count, bytes[position].isDigit {
      if position - start < 18 { value = value * 10 + Int(bytes[position] - UInt8(ascii: "0")) }
      position += 1
    }
    append(.number, .number, from: start, value: position - start <= 18 ? value : 0)
  }

  private mutating func takeMark(_ byte: UInt8, length: Int) {
    let start = position
    var word = Word()
    word.append(byte)
    position += length
    append(.mark, word, from: start)
  }

  private mutating func takeScalar() {
    let (scalar, length) = scalar(at: position)
    switch scalar {
    case "\u{2018}", "\u{2019}": takeMark(UInt8(ascii: "'"), length: length)
    case "\u{2010}"..."\u{2015}", "\u{2212}": takeMark(UInt8(ascii: "-"), length: length)
    case _ where scalar.properties.isWhitespace:
      isAfterSpace = true
      position += length
    case _ where scalar.properties.isAlphabetic: takeWord()
    default:
      let start = position
      var word = Word()
      for byte in bytes[start..<start + length] { word.append(byte) }
      position += length
      append(.mark, word, from: start)
    }
  }

  private mutating func takeWord() {
    let start = position
    var word = Word()
    var letters = 0
    var capitals = 0
    var beginsWithCapital = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isLetter {
        let isCapital = byte < UInt8(ascii: "a")
        if isCapital { capitals += 1 }
        if letters == 0 { beginsWithCapital = isCapital }
        letters += 1
        word.append(byte | 0x20)
        position += 1
      } else if let length = apostropheInWord() {
        word.append(UInt8(ascii: "'"))
        position += length
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: position)
        guard scalar.properties.isAlphabetic else { break }
        if scalar.properties.isUppercase { capitals += 1 }
        if letters == 0 { beginsWithCapital = scalar.properties.isUppercase }
        letters += 1
        for byte in bytes[position..<position + length] { word.append(byte) }
        position += length
      } else {
        break
      }
    }
    let form: Token.Capitals =
      capitals == letters && letters > 1 ? .all : beginsWithCapital ? .first : .none
    append(.word, word, from: start, capitals: form)
  }

  /// The length of an apostrophe that is followed by a letter.
  private func apostropheInWord() -> Int? {
    let length: Int
    if bytes[position] == UInt8(ascii: "'") {
      length = 1
    } else if bytes[position] == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
      bytes[position + 2] == 0x99
    {
      length = 3
    } else {
      return nil
    }
    return position + length < bytes.count && bytes[position + length].isLetter ? length : nil
  }

  /// The character at an offset, of which a text in UTF-8 has one.
  private func scalar(at offset: Int) -> (Unicode.Scalar, length: Int) {
    let lead = bytes[offset]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[offset + 1..<min(offset + length, bytes.count)] {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, bytes.count - offset))
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// Whether it is an ASCII digit.
  var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
