import Diagnostics
import Escaping
import PublishingCalendar
import StrictYAML

/// The fixed words of the pages in one language.
struct Words: Sendable {
  /// The language tag of the words: the name of their file.
  let language: String
  private let phrases: [Phrase: String]
  private let all: [String: String]

  init(language: String, _ fields: Fields, report: Report) {
    var fields = fields
    var all: [String: String] = [:]
    for key in fields.names() { all[key] = fields.text(key) }
    var phrases: [Phrase: String] = [:]
    for phrase in Phrase.allCases {
      if let text = all[phrase.rawValue] {
        phrases[phrase] = text
      } else {
        report.error("missing-words", line: nil, "there are no words for '\(phrase.rawValue)'")
      }
    }
    self.language = language
    self.phrases = phrases
    self.all = all
  }

  /// The words as they are in the file.
  subscript(phrase: Phrase) -> String {
    guard let words = phrases[phrase] else { preconditionFailure("a site without '\(phrase)' is not loaded") }
    return words
  }

  // MARK: Phrases with values

  /// The phrase with the texts in the places of `%1`, `%2` and so on.
  func callAsFunction(_ phrase: Phrase, _ texts: String...) -> String {
    pieces(of: phrase, values: texts.count).map { piece in
      switch piece {
      case .words(let words): String(words)
      case .value(let index): texts[index]
      }
    }.joined()
  }

  /// The phrase, escaped, with the HTML in the places of `%1`, `%2` and so on.
  func html(_ phrase: Phrase, _ values: HTMLText...) -> HTMLText {
    HTMLText(
      joining: pieces(of: phrase, values: values.count).map { piece in
        switch piece {
        case .words(let words): HTMLText(String(words))
        case .value(let index): values[index]
        }
      })
  }

  /// A part of a phrase: words of its own, or the place of a value, counted from 0.
  private enum Piece {
    case words(Substring)
    case value(Int)
  }

  private func pieces(of phrase: Phrase, values count: Int) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(self[phrase])
    while let percent = rest.firstIndex(of: "%") {
      let next = rest.index(after: percent)
      guard let number = rest[next...].first?.wholeNumberValue, (0..<count).contains(number - 1) else {
        pieces.append(.words(rest[...percent]))
        rest = rest[next...]
        continue
      }
      pieces += [.words(rest[..<percent]), .value(number - 1)]
      rest = rest[next...].dropFirst()
    }
    return pieces + [.words(rest)]
  }

  // MARK: Dates and numbers

  /// The date as `16 May 2024`.
  func date(_ day: Day) -> String {
    "\(day.dayOfMonth) \(self[Phrase.months[day.month - 1]]) \(day.year)"
  }

  /// The days as `6 to 10 March 2023`, with month and year where they differ, each a time of its own.
  func dates(from start: Day, to end: Day) -> HTMLText {
    if start == end { return HTMLText(start, self) }
    var first = "\(start.dayOfMonth)"
    if (start.year, start.month) != (end.year, end.month) {
      first += " " + self[Phrase.months[start.month - 1]]
    }
    if start.year != end.year { first += " \(start.year)" }
    return html(.dateRange, HTMLText(first, datetime: start.description), HTMLText(end, self))
  }

  /// A number of things in words.
  func count(_ number: Int, _ things: Counted) -> String {
    switch number {
    case 1: self[things.one]
    case 2: self[things.two]
    default: self[things.many].replacing("%d", with: String(number))
    }
  }

  /// A size as people read it.
  func size(ofBytes count: Int) -> String {
    switch count {
    case ..<1000: self[.bytes].replacing("%d", with: String(count))
    case ..<1_000_000: self(.kilobytes, String((count + 500) / 1000))
    default:
      self(.megabytes, "\((count + 50_000) / 1_000_000).\((count + 50_000) / 100_000 % 10)")
    }
  }

  /// The title of an entry of the menu: as `site.yml` has it in the language of the archive, else from the
  /// words `menu…` of this one.
  func menuTitle(of entry: SiteConfiguration.Entry, in archiveLanguage: String) -> String {
    guard language != SiteLanguage.code(of: archiveLanguage) else { return entry.title }
    let name = entry.href.split { $0 == "/" || $0 == "-" }.map(\.capitalized).joined()
    return all["menu" + name] ?? entry.title
  }

  /// A milestone that has no words of its own here: `final-letter` is "Final letter".
  func milestone(_ name: String) -> String {
    let text = name.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: Templates

  /// The template with `{{words.key}}` replaced by the words, escaped; they may hold tags of their own.
  func inserted(into template: String, file: String, _ report: Report) -> String {
    var result = ""
    var rest = Substring(template)
    while let tag = rest.firstRange(of: "{{words.") {
      result += rest[..<tag.lowerBound]
      rest = rest[tag.upperBound...]
      guard let end = rest.firstRange(of: "}}") else { break }
      let key = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
      guard let words = all[key] else {
        report.add(
          Diagnostic(
            .error, "missing-words", at: Place(file: file),
            "there are no words for '\(key)' in \(language).yml",
            suggestion: nearMiss(for: key, among: all.keys)))
        continue
      }
      var bytes = Bytes()
      bytes.append(html: words)
      result += String(decoding: bytes, as: UTF8.self)
    }
    return result + rest
  }
}

/// Things that are counted in words.
struct Counted: Sendable {
  let one: Phrase
  let two: Phrase
  let many: Phrase

  static let letters = Counted(one: .letterCountOne, two: .letterCountTwo, many: .letterCountMany)
  static let inspections = Counted(
    one: .inspectionCountOne, two: .inspectionCountTwo, many: .inspectionCountMany)
  static let findings = Counted(one: .findingCountOne, two: .findingCountTwo, many: .findingCountMany)
  static let documents = Counted(one: .documentCountOne, two: .documentCountTwo, many: .documentCountMany)
  static let questions = Counted(one: .questionCountOne, two: .questionCountTwo, many: .questionCountMany)
  static let criteria = Counted(one: .criterionCountOne, two: .criterionCountTwo, many: .criterionCountMany)
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
