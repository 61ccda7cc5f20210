import Diagnostics
import Escaping

/// The headings that say what the text below them is: those of both eras, and those that a programme adds.
///
/// The spellings come from letters of 2016 to 2025. Letter case, plurals, `(s)` and spaces do not matter.
package struct FindingHeadings: Sendable {
  /// By their words as they are compared, and as they are usually written, which is quicker to find.
  private let kinds: [String: FindingKind]
  /// The spellings, for suggestions, with their words as they are compared.
  private let spellings: [(text: String, words: [Substring])]

  private static let usual: [(kind: FindingKind, spellings: [String])] = [
    (.headline, ["Headline findings", "Headline"]),
    (.priorityAction, ["Areas for priority action", "Priority actions"]),
    (.improvement, ["Areas for improvement", "What needs to improve?", "Areas for development"]),
    (.strength, ["Key strengths", "Strengths"]),
    (.main, ["Main findings"]),
    (.context, ["Context"]),
    (.practiceEffective, studies(["highly effective practice", "effective practice"])),
    (.practiceImprovement, studies(["areas for improvement", "improvement"])),
  ]

  private static func studies(_ endings: [String]) -> [String] {
    ["Case study", "Practice study"].flatMap { beginning in
      endings.flatMap { ["\(beginning): \($0)", "\(beginning): areas of \($0)", "\(beginning) of \($0)"] }
    }
  }

  /// The headings of a programme; nil for what every programme knows.
  package init(_ programme: Programme? = nil) {
    var kinds: [String: FindingKind] = [:]
    var spellings: [(text: String, words: [Substring])] = []
    let own = programme?.headings.sorted { $0.key.rawValue < $1.key.rawValue } ?? []
    for (kind, names) in Self.usual.map({ ($0.kind, $0.spellings) }) + own.map({ ($0.key, $0.value) }) {
      for name in names {
        let folded = Self.folded(name)
        kinds[folded] = kind
        kinds[name] = kind
        spellings.append((name, folded.split(separator: " ")))
      }
    }
    self.kinds = kinds
    self.spellings = spellings
  }

  /// The kind that a heading names, nil where it names none.
  package func kind(of heading: String) -> FindingKind? {
    kinds[heading] ?? kinds[Self.folded(heading)]
  }

  /// The spelling that was probably meant by a heading that names no kind: one with a single word amiss.
  func nearMiss(of heading: String) -> String? {
    let words = Self.folded(heading).split(separator: " ")
    return spellings.first { spelling in
      guard spelling.words.count == words.count else { return false }
      let amiss = zip(words, spelling.words).filter { $0 != $1 }
      return amiss.count == 1
        && amiss.allSatisfy { Diagnostics.nearMiss(for: String($0), among: [String($1)]) != nil }
    }?.text
  }

  /// The words of a heading in lower case and in the singular, with one space between them.
  private static func folded(_ heading: String) -> String {
    let text = Bytes(heading.lowercased().utf8)
    var folded = Bytes()
    folded.reserveCapacity(text.count)
    var wordStart = 0
    func endWord() {
      let word = folded[wordStart...]
      if word.count > 3, word.last == UInt8(ascii: "s"), word.dropLast().last != UInt8(ascii: "s") {
        folded.removeLast()
      }
    }
    var index = 0
    while index < text.count {
      if text[index].isLetterOrDigit || (text[index] >= 0x80 && !text.hasDash(at: index)) {
        folded.append(text[index])
        index += 1
      } else if text[index] == UInt8(ascii: "("), text[index...].starts(with: "(s)".utf8) {
        folded.append(UInt8(ascii: "s"))
        index += 3
      } else {
        if folded.count > wordStart {
          endWord()
          folded.append(UInt8(ascii: " "))
          wordStart = folded.count
        }
        index += text.hasDash(at: index) ? 3 : 1
      }
    }
    if folded.count > wordStart { endWord() } else { folded.removeLast(folded.isEmpty ? 0 : 1) }
    return String(decoding: folded, as: UTF8.self)
  }
}

extension Bytes {
  /// Whether – or — begins there.
  fileprivate func hasDash(at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xE2 && self[index + 1] == 0x80
      && (self[index + 2] == 0x93 || self[index + 2] == 0x94)
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
