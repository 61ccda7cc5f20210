import Diagnostics
import Model

/// Makes diagnostics of slips: their places become lines, and what the author allows is left out.
struct SlipReport {
  private(set) var diagnostics: [Diagnostic] = []
  private let manuscript: Manuscript
  private let file: String
  /// What is allowed anywhere in the text.
  private let allowedSomewhere: Set<String>
  /// Read when the first slip in the front matter is found.
  private var frontMatter: FrontMatterLines?

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    file = manuscript.edition.body.file
    allowedSomewhere = Set(manuscript.allowances.flatMap(\.rules))
  }

  /// How many times one rule is reported for one edition.
  private static let mostReports = 1000

  /// Adds what a rule found, the first of it where there is very much.
  mutating func add(_ slips: [Slip], of rule: String, _ severity: Diagnostic.Severity) {
    var found: [(slip: Slip, line: Int?)] = []
    for slip in slips where !isAllowed(slip.place, rule) { found.append((slip, line(of: slip.place))) }
    if found.count > Self.mostReports {
      diagnostics.append(
        Diagnostic(
          severity, rule, at: Place(file: file),
          "the rule is broken \(found.count) times, of which \(Self.mostReports) are reported"))
      found.sort { $0.line ?? 0 < $1.line ?? 0 }
    }
    for (slip, line) in found.prefix(Self.mostReports) {
      diagnostics.append(
        Diagnostic(
          severity, rule, at: Place(file: file, line: line), slip.message, expected: slip.expected,
          suggestion: slip.suggestion, isSuggestionQuoted: slip.isSuggestionQuoted))
    }
  }

  /// Adds a warning for each name in an allowance that is the name of no rule.
  mutating func addUnknownAllowances() {
    let names = EditorialRule.all.map(\.name)
    let known = Set(names + FindingReading.allowableRules + [ConsultationQuestion.optionsRule])
    let slips = manuscript.allowances.flatMap { allowance in
      allowance.rules.filter { !known.contains($0) }.map { name in
        Slip(
          at: .line(allowance.line, allowed: []), "no editorial rule is named \(quoting: name)",
          expected: "the name of a rule, such as \(names[0])",
          suggestion: nearMiss(for: name, among: known.sorted()))
      }
    }
    add(slips, of: "allow-unknown", .warning)
  }

  /// Whether the author allows the rule at the place.
  ///
  /// The front matter and footnotes have no braces of their own: what is allowed anywhere in the text, where it
  /// is said why, is allowed there too.
  private func isAllowed(_ place: Slip.Place, _ rule: String) -> Bool {
    guard !allowedSomewhere.isEmpty, allowedSomewhere.contains(rule) else { return false }
    switch place {
    case .frontMatter: return true
    case .spot(let spot):
      switch spot.passage.kind {
      case .frontMatter, .footnote: return true
      default: return spot.passage.allowed.contains(rule)
      }
    case .line(_, let allowed): return allowed.contains(rule)
    }
  }

  private mutating func line(of place: Slip.Place) -> Int? {
    switch place {
    case .line(let line, _): return line
    case .frontMatter(let key): return line(of: key)
    case .spot(let spot):
      if case .frontMatter(let key) = spot.passage.place { return line(of: key) }
      return spot.passage.line(of: spot.index)
    }
  }

  private mutating func line(of key: FrontMatterKey) -> Int? {
    let lines = frontMatter ?? FrontMatterLines(of: manuscript.edition.body)
    frontMatter = lines
    return lines.line(of: key)
  }
}
