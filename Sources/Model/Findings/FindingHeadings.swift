import Diagnostics

/// The headings that say what the text below them is: those of both eras, and those that a programme adds.
///
/// The spellings come from letters of 2016 to 2025. Letter case, plurals, `(s)` and spaces do not matter.
package struct FindingHeadings: Sendable {
  private let kinds: [String: FindingKind]
  /// The spellings, for suggestions.
  private let spellings: [String]

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
    var spellings: [String] = []
    let own = programme?.headings.sorted { $0.key.rawValue < $1.key.rawValue } ?? []
    for (kind, names) in Self.usual.map({ ($0.kind, $0.spellings) }) + own.map({ ($0.key, $0.value) }) {
      for name in names {
        kinds[Self.folded(name)] = kind
        spellings.append(name)
      }
    }
    self.kinds = kinds
    self.spellings = spellings
  }

  /// The kind that a heading names, nil where it names none.
  package func kind(of heading: String) -> FindingKind? { kinds[Self.folded(heading)] }

  /// The spelling that was probably meant by a heading that names no kind.
  func nearMiss(of heading: String) -> String? {
    Diagnostics.nearMiss(for: heading, among: spellings)
  }

  /// The words of a heading in lower case and in the singular, with one space between them.
  private static func folded(_ heading: String) -> String {
    let words = heading.lowercased().replacing("(s)", with: "s")
      .split { !($0.isLetter || $0.isNumber) }
    return words.map { $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? $0.dropLast() : $0 }
      .joined(separator: " ")
  }
}
