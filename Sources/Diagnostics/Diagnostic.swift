/// One thing that is wrong, or looks wrong, in the content: where, what was expected, and the likely fix.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable {
    /// The edition or list cannot be published as it stands.
    case error
    /// The edition can be published; somebody should look.
    case warning
  }

  /// The name of the rule, as it stands in `allow=` and in `checks` of `archive.yml`.
  package var rule: String
  package var severity: Severity
  package var place: Place
  /// What is wrong, in one clause without a full stop.
  package var message: Message
  /// What was expected instead.
  package var expected: Message?
  /// The text that was probably meant.
  package var suggestion: String?
  /// Whether the suggestion is taken from the text of the edition, and so counts as a quotation.
  package var isSuggestionQuoted: Bool

  package init(
    _ severity: Severity, _ rule: String, at place: Place, _ message: Message,
    expected: Message? = nil, suggestion: String? = nil, isSuggestionQuoted: Bool = false
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
    self.isSuggestionQuoted = isSuggestionQuoted
  }

  /// The diagnostic without anything quoted from the content: what may be said of an unreleased edition.
  package var redacted: Diagnostic {
    var copy = self
    copy.message = message.redacted
    copy.expected = expected?.redacted
    if isSuggestionQuoted { copy.suggestion = nil }
    return copy
  }
}

/// A place in the content: a file, and a line where one is known.
package struct Place: Hashable, Sendable {
  /// The path as the user would type it.
  package var file: String
  /// The line, counted from 1.
  package var line: Int?

  package init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }
}

extension Diagnostic: Comparable {
  /// By file, line, rule and words, so that reports have one order whatever order the checks ran in.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    let (left, right) = (a.place, b.place)
    if left != right { return (left.file, left.line ?? 0) < (right.file, right.line ?? 0) }
    return a.words < b.words
  }

  private var words: (String, String, String, String, String) {
    (rule, message.text, expected?.text ?? "", suggestion ?? "", severity.rawValue)
  }
}
