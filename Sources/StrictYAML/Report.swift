package import Diagnostics

/// The diagnostics of one file while it is read.
package final class Report {
  /// The path as the user would type it.
  package let file: String
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  package init(file: String) {
    self.file = file
  }

  /// Adds a diagnostic, unless the same one is there.
  package func add(_ diagnostic: Diagnostic) {
    guard known.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  package func error(
    _ rule: String, line: Int?, _ message: Message, expected: Message? = nil, suggestion: String? = nil,
    isSuggestionQuoted: Bool = false
  ) {
    add(
      Diagnostic(
        .error, rule, at: Place(file: file, line: line), message, expected: expected, suggestion: suggestion,
        isSuggestionQuoted: isSuggestionQuoted))
  }

  package func warning(
    _ rule: String, line: Int?, _ message: Message, expected: Message? = nil, suggestion: String? = nil
  ) {
    let place = Place(file: file, line: line)
    add(Diagnostic(.warning, rule, at: place, message, expected: expected, suggestion: suggestion))
  }

  /// Whether anything found so far keeps the file from being published.
  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }
}
