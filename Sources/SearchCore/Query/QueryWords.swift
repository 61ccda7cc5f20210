/// The words of a query, read as those of texts are.
package enum QueryWords {
  package struct Found {
    package let form: [UInt8]
    package let stem: [UInt8]
    /// As it was typed.
    package let text: [UInt8]
    /// Whether a star follows: it is the beginning of words.
    let hasStar: Bool
  }

  /// The words, of a compound the whole.
  static func read(_ text: [UInt8]) -> [Found] { words(of: text) { $0 != .part } }

  /// The words, of a compound the parts.
  package static func parts(_ text: [UInt8]) -> [Found] { words(of: text) { $0 != .whole } }

  private static func words(of text: [UInt8], where isMeant: (Word.Kind) -> Bool) -> [Found] {
    var found: [Found] = []
    var reader = WordReader()
    let span = text.span
    while let word = reader.next(in: span) {
      guard isMeant(word.kind) else { continue }
      let form = reader.form.array
      let hasStar = text[word.range.upperBound...].first == 0x2A
      found.append(Found(form: form, stem: stem(of: form), text: [UInt8](text[word.range]), hasStar: hasStar))
    }
    return found
  }
}

extension QueryWords {
  /// The stem of a form.
  package static func stem(of form: [UInt8]) -> [UInt8] {
    var stem = Spelling(form.span)
    EnglishStemmer.stem(&stem)
    return stem.array
  }
}

extension Spelling {
  /// The bytes as an array.
  package var array: [UInt8] {
    var array: [UInt8] = []
    array.reserveCapacity(count)
    for index in 0..<count { array.append(self[index]) }
    return array
  }
}

extension QueryWords {
  /// Whether two texts have the same words, capitals and accents aside.
  static func isSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let words = parts(first).map { $0.form }
    return !words.isEmpty && words == parts(second).map { $0.form }
  }
}
