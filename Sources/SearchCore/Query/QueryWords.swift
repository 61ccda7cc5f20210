/// The words of a query, read as those of texts are.
package enum QueryWords {
  package final class Found {
    package let form: [UInt8]
    package let stem: [UInt8]
    /// As it was typed.
    package let text: [UInt8]
    /// Where it begins in the bytes of the query.
    let start: Int
    /// Whether a star follows: it is the beginning of words.
    let hasStar: Bool

    fileprivate init(_ form: [UInt8], text: [UInt8], start: Int, hasStar: Bool) {
      self.form = form
      self.start = start
      stem = QueryWords.stem(of: form)
      self.text = text
      self.hasStar = hasStar
    }
  }

  /// The words, of a compound the whole.
  static func read(_ text: [UInt8]) -> [Found] { words(of: text, but: .part) }

  /// The words, of a compound the parts.
  package static func parts(_ text: [UInt8]) -> [Found] { words(of: text, but: .whole) }

  @inline(never)
  private static func words(of text: [UInt8], but left: Word.Kind) -> [Found] {
    var found: [Found] = []
    var reader = WordReader()
    while let word = reader.next(in: text.span) {
      guard word.kind != left else { continue }
      let end = word.range.upperBound
      let hasStar = end < text.count && text[end] == 0x2A
      let start = word.range.lowerBound
      found.append(Found(reader.form.array, text: text.part(start, end), start: start, hasStar: hasStar))
    }
    return found
  }

  /// The stems of the words, of a compound those of its parts.
  static func stems(_ text: [UInt8]) -> [[UInt8]] {
    var stems: [[UInt8]] = []
    for word in parts(text) { stems.append(word.stem) }
    return stems
  }

  /// The stem of a form.
  @inline(never)
  package static func stem(of form: [UInt8]) -> [UInt8] {
    var stem = Spelling(form.span)
    EnglishStemmer.stem(&stem)
    return stem.array
  }

  /// The words with a space between them, capitals and accents aside.
  ///
  /// It is the same for texts that have the same words; by it the index knows an abbreviation.
  @inline(never)
  package static func key(of text: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    var reader = WordReader()
    while let word = reader.next(in: text.span) {
      guard word.kind != .whole else { continue }
      if !key.isEmpty { key.append(0x20) }
      key += reader.form.array
    }
    return key
  }
}

extension Spelling {
  /// The bytes as an array.
  @inline(never)
  package var array: [UInt8] {
    var array: [UInt8] = []
    array.reserveCapacity(count)
    for index in 0..<count { array.append(self[index]) }
    return array
  }
}
