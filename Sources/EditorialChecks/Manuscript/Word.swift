/// A word as rules compare it: without letter case, its apostrophes straight.
///
/// It is known by a hash of 64 bits, so that a text is read without a string for each of its words. A text made
/// to collide gets a wrong warning at worst.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  /// FNV-1a of the bytes.
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// The word of a text in lower case with straight apostrophes.
  init(stringLiteral text: StaticString) {
    text.withUTF8Buffer { bytes in
      for index in bytes.indices { append(unsafe bytes[index]) }
    }
  }

  /// The word of a text, whatever its letter case and apostrophes; nil where it is none or several.
  init?(_ text: String) {
    let tokens = Tokenizer.tokens(of: Array(text.utf8))
    guard tokens.count == 1, let token = tokens.first, token.kind == .word else { return nil }
    self = token.word
  }

  mutating func append(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// What every number is, whatever its digits.
  static let number: Word = "0"
}
