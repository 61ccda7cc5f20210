import Model

/// Words that belong together, with the place where they stand: a block of the text, a row of a table, a value
/// of the front matter, or the address of a link.
///
/// A class, since every spot in it refers to it.
final class Passage: Sendable {
  enum Place: Sendable {
    case frontMatter(FrontMatterKey)
    /// The line on which it begins, and the bytes where the next lines begin.
    case text(line: Int, lineStarts: [Int])
  }

  enum Kind: Sendable {
    case heading, paragraph, row, footnote
    /// An address of a link that is a telephone number or a mailbox.
    case address
    case frontMatter
  }

  let kind: Kind
  let place: Place
  let bytes: [UInt8]
  let tokens: [Token]
  /// The headings that it stands under, by their numbers, the highest first.
  let section: [Int]
  /// The rules that are allowed here.
  let allowed: Set<String>

  init(
    _ text: String, _ kind: Kind, at place: Place, section: [Int] = [], allowed: Set<String> = []
  ) {
    self.kind = kind
    self.place = place
    bytes = Array(text.utf8)
    tokens = Tokenizer.tokens(of: bytes)
    self.section = section
    self.allowed = allowed
  }

  /// The text of some tokens, with what stands between them.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(
      decoding: bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound], as: UTF8.self)
  }

  /// The line of a token, nil in the front matter.
  func line(of index: Int) -> Int? {
    guard case .text(let line, let lineStarts) = place else { return nil }
    guard tokens.indices.contains(index) else { return line }
    let offset = tokens[index].range.lowerBound
    return line + lineStarts.partitioningIndex { $0 > offset }
  }
}

/// A token in its passage, from which a rule looks around.
struct Spot: Hashable {
  let passage: Passage
  let index: Int

  /// The token that many places later, or earlier where it is negative; nil outside of the passage.
  subscript(offset: Int) -> Token? {
    let place = index + offset
    return passage.tokens.indices.contains(place) ? passage.tokens[place] : nil
  }

  /// The word, number or mark that many places away.
  func word(_ offset: Int) -> Word? { self[offset]?.word }

  /// The spot that many places away, which may be outside of the passage.
  func moved(by offset: Int) -> Spot { Spot(passage: passage, index: index + offset) }

  /// Whether those words stand there one after the other, beginning that many places away.
  func reads(_ words: [Word], at offset: Int = 0) -> Bool {
    for (step, word) in words.enumerated() where self.word(offset + step) != word { return false }
    return true
  }

  /// The tokens of the sentence before the spot, at most so many, the nearest first.
  func sentence(upTo count: Int) -> some Sequence<Token> {
    var offset = 0
    return sequence(state: ()) { _ -> Token? in
      offset -= 1
      guard offset >= -count, let token = self[offset] else { return nil }
      let isEnd = token.word == ";" || token.word == "." && self[offset + 1]?.isAfterSpace == true
      return isEnd ? nil : token
    }
  }

  /// The tokens from the spot on that stand there, by their offsets.
  func offsets(upTo count: Int) -> Range<Int> {
    0..<max(0, min(count, passage.tokens.count - index))
  }

  static func == (a: Spot, b: Spot) -> Bool { a.passage === b.passage && a.index == b.index }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(passage))
    hasher.combine(index)
  }
}

extension Array {
  /// The first place whose element, and every one after it, meets the condition, in an array ordered by it.
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
