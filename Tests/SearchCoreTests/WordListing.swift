import SearchCore

/// A line for each word of a text: kind, position, first byte, end, form, stem.
func words(of text: [UInt8]) -> [UInt8] {
  var lines: [UInt8] = []
  var reader = WordReader()
  while let word = reader.next(in: text.span) {
    lines += "\(word.kind) \(word.position) \(word.range.lowerBound) \(word.range.upperBound) ".utf8
    lines += bytes(of: reader.form) + [UInt8(ascii: " ")] + stem(reader.form) + [UInt8(ascii: "\n")]
  }
  return lines
}

func words(of text: String) -> String {
  String(decoding: words(of: [UInt8](text.utf8)), as: UTF8.self)
}

func stem(_ form: borrowing Spelling) -> [UInt8] {
  var stem = Spelling()
  stem.set(to: form)
  EnglishStemmer.stem(&stem)
  return bytes(of: stem)
}

func stem(_ form: [UInt8]) -> [UInt8] { stem(Spelling(form.span)) }

func stem(_ form: String) -> String { String(decoding: stem([UInt8](form.utf8)), as: UTF8.self) }

func bytes(of spelling: borrowing Spelling) -> [UInt8] {
  spelling.withBytes { bytes in bytes.indices.map { bytes[$0] } }
}
