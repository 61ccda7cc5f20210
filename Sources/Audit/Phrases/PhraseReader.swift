import Escaping
import SearchCore

/// Reads texts as phrases: every run of one to eight words, as a number.
///
/// Words are folded as the search folds them (NFKD, lower case, accents and soft hyphens dropped), so that
/// neither another Unicode form nor a soft hyphen hides one. Other characters that show nothing, such as a space of no
/// width, part words here: whoever hands out texts takes them away (`withoutInvisible`). The texts that one reader is given are one text: a
/// phrase may begin in one and end in the next.
struct PhraseReader: ~Copyable {
  /// The longest run of words that is a phrase of its own.
  static let longest = 8
  /// The length of a compound such as a slug, which is a phrase as a whole.
  static let compound = 0

  private var words = WordReader()
  /// The polynomials over the words so far, that over the last of them at the place of their number.
  private var sums = [UInt64](repeating: 0, count: longest + 1)
  private var count = 0

  /// What a word is multiplied with for each that follows it.
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let powers: [UInt64] = (0...longest).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power &* base }
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - lengths: How many words the phrases have that are wanted.
  ///   - found: Takes each phrase of these lengths.
  mutating func read(_ text: borrowing Span<UInt8>, lengths: PhraseLengths, _ found: (Phrase) -> Void) {
    words.restart()
    while let word = words.next(in: text) {
      let value = words.form.hash
      guard word.kind != .whole else {
        if lengths.contains(Self.compound) { found(Phrase(value, length: Self.compound)) }
        continue
      }
      count += 1
      let last = sums[(count - 1) % sums.count]
      let sum = last &* Self.base &+ value
      sums[count % sums.count] = sum
      lengths.forEach(upTo: min(count, Self.longest)) { length in
        let before = sums[(count - length) % sums.count]
        found(Phrase(sum &- before &* Self.powers[length], length: length))
      }
    }
  }

  /// How many words, compounds not counted, were read.
  var wordCount: Int { count }
}

/// A run of words, by a number that no two of an archive share by chance.
struct Phrase: Hashable, Sendable {
  let value: UInt64

  init(_ polynomial: UInt64, length: Int) {
    // A run of two words must not be the number of a single one.
    var value = polynomial ^ (UInt64(length) &* 0xD6E8_FEB8_6659_FD93)
    value ^= value >> 32
    value &*= 0xD6E8_FEB8_6659_FD93
    // No phrase is 0, which stands for none.
    self.value = (value ^ (value >> 32)) | 1 << 63
  }
}

/// Numbers of words from 0 to eight.
struct PhraseLengths: Sendable {
  private var bits: UInt16 = 0

  mutating func insert(_ length: Int) { bits |= 1 << UInt16(length) }

  func contains(_ length: Int) -> Bool { bits & (1 << UInt16(length)) != 0 }

  /// Calls the body with each from 1 up to that many.
  func forEach(upTo limit: Int, _ body: (Int) -> Void) {
    var rest = bits & ~1 & ((1 << UInt16(limit + 1)) &- 1)
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}

extension Spelling {
  /// A number of the word: FNV-1a, mixed.
  fileprivate var hash: UInt64 {
    withBytes { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in 0..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      hash ^= hash >> 29
      hash &*= 0xBF58_476D_1CE4_E5B9
      return hash ^ (hash >> 32)
    }
  }
}
