import Escaping

/// Numbered paragraphs named in running text: `paragraph 17`, `paragraphs 104 to 119`, `paragraphs 3, 5 and 7`.
struct ParagraphReference {
  /// Where each number is linked, and to which.
  private var links: [(range: Range<Int>, number: Int)] = []
  private let start: Int
  /// The end of the last number.
  private(set) var end: Int

  /// The paragraphs named at an index, if at least one of them is in the document and none are said to be
  /// those of something else (`paragraph 17 of the report`, but `paragraph 17 of this guidance`).
  init?(in text: Bytes, at start: Int, known: [Int: String]) {
    self.start = start
    end = start
    guard !known.isEmpty, let numbersStart = Self.scanWord(text, start) else { return nil }
    var position = numbersStart
    var linkStart = start
    while let (number, numberEnd) = Self.scanNumber(text, position) {
      if known[number] != nil { links.append((linkStart..<numberEnd, number)) }
      end = numberEnd
      guard let next = Self.scanSeparator(text, numberEnd) else { break }
      position = next
      linkStart = next
    }
    guard !links.isEmpty, !Self.belongsElsewhere(text, end) else { return nil }
  }

  /// Writes the words with their links.
  func write(_ text: Bytes, _ ids: [Int: String], to html: inout Bytes) {
    var written = start
    for link in links {
      guard let id = ids[link.number] else { continue }
      html.append(html: text[written..<link.range.lowerBound])
      html.append("<a href=\"#")
      html.append(html: id)
      html.append("\">")
      html.append(html: text[link.range])
      html.append("</a>")
      written = link.range.upperBound
    }
    html.append(html: text[written..<end])
  }

  // MARK: Scanning

  private static func scan(_ words: String, in text: Bytes, _ start: Int) -> Int? {
    text[start...].starts(with: words.utf8) ? start + words.utf8.count : nil
  }

  private static func scanSpace(_ text: Bytes, _ start: Int) -> Int? {
    if let end = scan("\u{A0}", in: text, start) { return end }
    guard start < text.count, text[start].isMarkdownSpace else { return nil }
    return start + 1
  }

  /// `paragraph ` or `paragraphs `; returns where the numbers begin.
  private static func scanWord(_ text: Bytes, _ start: Int) -> Int? {
    guard let stem = scan("aragraph", in: text, start + 1), text[start] | 0x20 == UInt8(ascii: "p") else {
      return nil
    }
    return scanSpace(text, scan("s", in: text, stem) ?? stem)
  }

  /// The most digits of a number: those that cmark reads before a list item.
  private static let mostDigits = 9

  private static func scanNumber(_ text: Bytes, _ start: Int) -> (number: Int, end: Int)? {
    let digits = text[start...].prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= mostDigits, let number = Int(digits.string) else { return nil }
    let end = start + digits.count
    let isDecimal = end + 1 < text.count && text[end] == UInt8(ascii: ".") && text[end + 1].isDigit
    return text.isWordBoundary(end) && !isDecimal ? (number, end) : nil
  }

  /// What stands between two numbers; returns where the second begins.
  private static func scanSeparator(_ text: Bytes, _ start: Int) -> Int? {
    for sign in ["\u{2013}", "-"] {
      if let end = scan(sign, in: text, start) { return end }
    }
    var position = start
    let comma = scan(",", in: text, position)
    if let comma { position = comma }
    guard let word = scanSpace(text, position) else { return nil }
    for conjunction in ["to", "and", "or", "\u{2013}"] {
      if let end = scan(conjunction, in: text, word), let next = scanSpace(text, end) { return next }
    }
    return comma == nil ? nil : word
  }

  private static func belongsElsewhere(_ text: Bytes, _ end: Int) -> Bool {
    guard let word = scanSpace(text, end), let after = scan("of", in: text, word),
      let next = scanSpace(text, after)
    else { return false }
    guard let this = scan("this", in: text, next) else { return true }
    return !text.isWordBoundary(this)
  }
}
