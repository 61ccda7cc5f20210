import Escaping

/// Finds the agencies that a text names, by their names and aliases.
///
/// An alias stands for its plural too, and letter case does not matter unless the alias is all capitals
/// (`NPS`). Of two aliases that begin at the same word the longer counts, and the words of an alias count for
/// no other: "mental health service" names what that alias names, and not what "health service" names.
package struct AgencyRecognition: Sendable {
  private struct Node: Sendable {
    var next: [Bytes: Int] = [:]
    /// The agency whose alias ends here, and whether only capitals will do.
    var agency: Int?
    var isCapital = false
  }

  private let ids: [String]
  private var nodes = [Node()]
  /// Whether an alias begins with a word of that hash; most words of a text begin none.
  private var isFirst = [Bool](repeating: false, count: 4096)

  package init(_ agencies: [Agency]) {
    ids = agencies.map(\.id)
    for (index, agency) in agencies.enumerated() {
      for alias in [agency.name] + agency.aliases { add(alias, of: index) }
    }
  }

  /// The agencies that the text names, in the order of their list.
  package func agencies(in text: String) -> [String] {
    var found: Set<Int> = []
    var words = Words(Bytes(text.utf8))
    while let word = words.next() {
      guard isFirst[word.hash & 4095], let (agency, end) = longestAlias(from: word, in: words) else {
        continue
      }
      found.insert(agency)
      words.position = end
    }
    return found.isEmpty ? [] : found.sorted().map { ids[$0] }
  }

  private func longestAlias(from first: Words.Word, in words: Words) -> (agency: Int, end: Int)? {
    var words = words
    var longest: (agency: Int, end: Int)?
    var word: Words.Word? = first
    var node = 0
    while let current = word, let next = nodes[node].next[words.text(of: current)] {
      node = next
      if let agency = nodes[node].agency, !nodes[node].isCapital || current.isCapital {
        longest = (agency, words.position)
      }
      word = words.next()
    }
    return longest
  }

  private mutating func add(_ alias: String, of agency: Int) {
    var words = Words(Bytes(alias.utf8))
    var texts: [Bytes] = []
    var isCapital = true
    while let word = words.next() {
      texts.append(words.text(of: word))
      isCapital = isCapital && word.isCapital
    }
    guard let last = texts.popLast() else { return }
    for form in Self.forms(of: last) { insert(texts + [form], agency, isCapital: isCapital) }
  }

  private mutating func insert(_ words: [Bytes], _ agency: Int, isCapital: Bool) {
    isFirst[Words.hash(of: words[0]) & 4095] = true
    var node = 0
    for word in words {
      if let next = nodes[node].next[word] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[word] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    // The first agency of the list that has an alias keeps it.
    guard nodes[node].agency == nil else { return }
    nodes[node].agency = agency
    nodes[node].isCapital = isCapital
  }

  /// The word and its plural.
  private static func forms(of word: Bytes) -> [Bytes] {
    switch word.last {
    case UInt8(ascii: "y"): [word, word.dropLast() + Bytes("ies".utf8)]
    case UInt8(ascii: "s"), UInt8(ascii: "h"), UInt8(ascii: "x"): [word, word + Bytes("es".utf8)]
    default: [word, word + Bytes("s".utf8)]
    }
  }
}

/// The words of a text one by one: runs of letters and digits, a possessive ending left out.
private struct Words {
  struct Word {
    let range: Range<Int>
    let hash: Int
    /// Whether its letters are capitals, an s at the end left out.
    let isCapital: Bool
  }

  private let bytes: Bytes
  /// Where the next word is looked for.
  var position = 0

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  /// The word in lower case.
  func text(of word: Word) -> Bytes { bytes[word.range].map(\.lowercased) }

  mutating func next() -> Word? {
    while position < bytes.count, !isLetter(at: position) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    var hash = Self.seed
    var small = 0
    while position < bytes.count, isLetter(at: position) {
      let byte = bytes[position]
      if byte >= UInt8(ascii: "a") { small += 1 }
      hash = Self.hash(hash, byte.lowercased)
      position += 1
    }
    let range = start..<position
    let isPlural = small == 1 && bytes[position - 1] == UInt8(ascii: "s")
    skipPossessive()
    return Word(range: range, hash: Self.folded(hash), isCapital: small == 0 || isPlural)
  }

  /// Steps over `'s` or `’s` where the word ends with it.
  private mutating func skipPossessive() {
    guard position < bytes.count else { return }
    let length: Int
    switch bytes[position] {
    case UInt8(ascii: "'"): length = 1
    case 0xE2 where hasByte(0x80, at: position + 1) && hasByte(0x99, at: position + 2): length = 3
    default: return
    }
    guard hasByte(UInt8(ascii: "s"), at: position + length) else { return }
    let end = position + length + 1
    if end == bytes.count || !isLetter(at: end) { position = end }
  }

  private func hasByte(_ byte: UInt8, at index: Int) -> Bool { index < bytes.count && bytes[index] == byte }

  /// Whether a letter or digit, or a part of one beyond ASCII, is there; the bytes of ’ and – are none.
  private func isLetter(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isLetterOrDigit }
    return byte.leadsLetter || (byte < 0xC0 && index > 0 && bytes[index - 1].leadsLetter)
  }

  // MARK: Hashes

  private static let seed: UInt32 = 2_166_136_261

  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  private static func folded(_ hash: UInt32) -> Int { Int(hash ^ hash >> 16) }

  /// The hash of a word in lower case.
  static func hash(of word: Bytes) -> Int { folded(word.reduce(seed, hash)) }
}

extension UInt8 {
  /// The small letter of a capital of ASCII, everything else as it is.
  fileprivate var lowercased: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }

  /// Whether it begins two bytes of UTF-8 that are a letter: Latin with accents, Greek, Cyrillic, Hebrew, Arabic.
  fileprivate var leadsLetter: Bool { self >= 0xC3 && self <= 0xDF }
}
