/// A word, a number or a mark of a passage.
struct Token: Sendable {
  enum Kind: Sendable {
    /// Letters, with apostrophes between them.
    case word
    /// Digits and nothing else.
    case number
    /// One character of any other kind; dashes are `-` and single quotation marks `'`.
    case mark
  }

  enum Capitals: Sendable {
    case none
    /// The first letter, which may be the only one.
    case first
    /// All of several letters.
    case all
  }

  let kind: Kind
  let word: Word
  let capitals: Capitals
  /// The value of a number; one of more than 18 digits has no use and the value 0.
  let value: Int
  private let start: UInt32
  private let end: UInt32
  /// Whether white space stands before it; the first of a passage has some.
  let isAfterSpace: Bool

  init(
    kind: Kind, word: Word, capitals: Capitals, value: Int, range: Range<Int>, isAfterSpace: Bool
  ) {
    self.kind = kind
    self.word = word
    self.capitals = capitals
    self.value = value
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.isAfterSpace = isAfterSpace
  }

  /// The bytes of the passage that it consists of.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// How many digits a number has.
  var digits: Int { kind == .number ? range.count : 0 }

  var isCapitalised: Bool { capitals != .none }
}
