import Diagnostics

extension Analysis {
  /// Reports the link definitions that nothing uses, since nobody would see their text.
  mutating func reportUnusedDefinitions() {
    for step in Walk(root) where step.isEntering && (step.kind == .link || step.kind == .image) {
      guard case .reference(let definition)? = annotation(of: step.node)?.role else { continue }
      definitions[definition].isUsed = true
    }
    for definition in definitions where !definition.isUsed {
      report(
        .warning, "unused-definition", line: definition.line,
        "the line defines the link \(quoting: definition.label.string), which nothing uses, and is not shown",
        expected: "a link that uses it, or a backslash before the bracket")
    }
  }
}
