/// The id of a heading made of its words.
enum Slug {
  /// The longest slug, in bytes.
  private static let longest = 80

  /// The words in lower case, accents folded, every run of other characters one hyphen; `section` where
  /// nothing is left.
  static func make(of text: String) -> String {
    var slug: [UInt8] = []
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      let letters = letters(of: scalar)
      if letters.isEmpty {
        // A combining accent belongs to the letter before it.
        if !(0x0300...0x036F).contains(scalar.value) { needsHyphen = true }
        continue
      }
      if needsHyphen, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      needsHyphen = false
      slug += letters.utf8
      if slug.count > longest + letters.utf8.count { break }
    }
    return slug.isEmpty ? "section" : cut(slug)
  }

  private static func cut(_ slug: [UInt8]) -> String {
    guard slug.count > longest else { return slug.string }
    let beginning = slug.prefix(longest + 1)
    guard let hyphen = beginning.lastIndex(of: UInt8(ascii: "-")) else { return beginning.dropLast().string }
    return beginning[..<hyphen].string
  }

  /// The letters and digits of ASCII for a character; none where it has none.
  private static func letters(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "A"..."Z": String(scalar).lowercased()
    case "\u{C0}"..."\u{17F}": latin[Int(scalar.value) - 0xC0]
    case "\u{1E80}"..."\u{1E85}": "w"
    case "\u{1EF2}"..."\u{1EF3}": "y"
    default: ""
    }
  }

  /// The letters from U+00C0 to U+017F: what French, German, Polish, Welsh and their neighbours write.
  private static let latin: [String] = {
    let letters = """
      a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss \
      a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h \
      i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n \
      o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u \
      w w y y y z z z z z z s
      """
    return letters.split(separator: " ").map { $0 == "-" ? "" : String($0) }
  }()
}
