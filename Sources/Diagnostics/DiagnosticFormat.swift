package import Escaping

/// How a report of diagnostics is written; what comes from content is escaped for each.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// For people, on a terminal.
  case text
  /// For programs: `{"errors": 1, "warnings": 0, "diagnostics": [{"severity", "rule", "file", "line",
  /// "message", "expected", "suggestion"}]}`, absent members left out.
  case json
  /// For GitHub Actions: one workflow command a line.
  case github

  /// The report of the diagnostics in the order of their places.
  package func report(_ diagnostics: some Sequence<Diagnostic>) -> Bytes {
    let sorted = diagnostics.sorted()
    switch self {
    case .text: return Bytes(sorted.map(Self.text).joined().utf8)
    case .json: return Self.json(sorted)
    case .github: return Bytes(sorted.map(Self.github).joined().utf8)
    }
  }

  private static func text(_ diagnostic: Diagnostic) -> String {
    var lines = [
      "\(diagnostic.place.text): \(diagnostic.severity): \(diagnostic.message.text) [\(diagnostic.rule)]"
    ]
    if let expected = diagnostic.expected { lines.append("  expected: \(expected.text)") }
    if let suggestion = diagnostic.suggestion { lines.append("  did you mean '\(suggestion)'?") }
    return lines.map { $0.escapedForTerminal + "\n" }.joined()
  }

  private static func json(_ diagnostics: [Diagnostic]) -> Bytes {
    JSON.object([
      ("errors", .number(diagnostics.count { $0.severity == .error })),
      ("warnings", .number(diagnostics.count { $0.severity == .warning })),
      ("diagnostics", .array(diagnostics.map(json))),
    ]).document()
  }

  private static func json(_ diagnostic: Diagnostic) -> JSON {
    .members([
      ("severity", .string(diagnostic.severity.rawValue)),
      ("rule", .string(diagnostic.rule)),
      ("file", .string(diagnostic.place.file)),
      ("line", diagnostic.place.line.map { .number($0) }),
      ("message", .string(diagnostic.message.text)),
      ("expected", .text(diagnostic.expected?.text)),
      ("suggestion", .text(diagnostic.suggestion)),
    ])
  }

  private static func github(_ diagnostic: Diagnostic) -> String {
    var message = diagnostic.message.text
    if let expected = diagnostic.expected { message += "; expected: \(expected.text)" }
    if let suggestion = diagnostic.suggestion { message += "; did you mean '\(suggestion)'?" }
    var properties = "file=\(githubProperty(diagnostic.place.file))"
    if let line = diagnostic.place.line { properties += ",line=\(line)" }
    properties += ",title=\(githubProperty(diagnostic.rule))"
    return "::\(diagnostic.severity) \(properties)::\(githubMessage(message))\n"
  }

  /// Text after the second `::` of a workflow command: per cent signs and line ends are percent-encoded.
  private static func githubMessage(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar).escapedForTerminal
      }
    }.joined()
  }

  /// A property of a workflow command: as the message, and its separators too.
  private static func githubProperty(_ text: String) -> String {
    githubMessage(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}

extension Place {
  var text: String {
    line.map { "\(file):\($0)" } ?? file
  }
}
