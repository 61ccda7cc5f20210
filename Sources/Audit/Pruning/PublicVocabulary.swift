import Escaping
import SearchCore

/// The words of public texts, as far as it takes to tell that they use an entry of the glossary or an agency nowhere.
///
/// Of each word the beginning alone is known, so that every inflected form of a word is taken for it: an entry that may
/// be used counts as used.
struct PublicVocabulary: Sendable {
  private var beginnings: Set<UInt64> = []
  /// How many bytes of a word count.
  private static let longest = 4
  /// What Markdown may put within a word.
  private static let marks = Set("*_`\\".utf8)

  /// Adds the words of a text as it is written, and as readers see it.
  mutating func insert(_ text: Bytes) {
    insert(wordsOf: text)
    let plain = text.textAndTags.text.filter { !Self.marks.contains($0) }
    if plain != text { insert(wordsOf: plain) }
  }

  mutating func formUnion(_ other: PublicVocabulary) { beginnings.formUnion(other.beginnings) }

  /// Whether each word of a name may stand somewhere.
  func mayHave(_ name: String) -> Bool {
    var isKnown = true
    Self.eachWord(of: Bytes(name.utf8)) { word in
      if !beginnings.contains(word.beginning(min(word.count, Self.longest))) { isKnown = false }
    }
    return isKnown
  }

  private mutating func insert(wordsOf text: Bytes) {
    Self.eachWord(of: text) { word in
      for length in 1...Self.longest where length <= word.count { beginnings.insert(word.beginning(length)) }
    }
  }

  private static func eachWord(of text: Bytes, _ take: (borrowing Span<UInt8>) -> Void) {
    var reader = WordReader()
    while reader.next(in: text.span) != nil { reader.form.withBytes { take($0) } }
  }
}

extension Span<UInt8> {
  /// So many bytes from the first on, as a number.
  fileprivate func beginning(_ length: Int) -> UInt64 {
    (0..<length).reduce(1) { $0 << 8 | UInt64(self[$1]) }
  }
}
