/// What is wrong with HTML that should be well formed: a tag that is not closed, an attribute or id twice.
func wellFormednessProblem(_ html: String) -> String? {
  let tag =
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)( \/)?>|<!-- raw HTML omitted -->|[<>]/
    .matchingSemantics(.unicodeScalar)
  var open: [Substring] = []
  var ids: Set<Substring> = []
  for match in html.matches(of: tag) {
    guard let name = match.output.2 else {
      if match.output.0 == "<" || match.output.0 == ">" { return "a stray \(match.output.0)" }
      continue
    }
    if let problem = attributeProblem(match.output.3 ?? "", &ids) { return "\(problem) in \(match.output.0)" }
    if match.output.1 == "/" {
      guard open.popLast() == name else { return "\(match.output.0) closes nothing" }
    } else if match.output.4 == nil {
      open.append(name)
    }
  }
  return open.last.map { "<\($0)> is not closed" }
}

private func attributeProblem(_ attributes: Substring, _ ids: inout Set<Substring>) -> String? {
  var names: Set<Substring> = []
  let attribute = /\ ([a-z-]+)="([^"]*)"/.matchingSemantics(.unicodeScalar)
  for match in attributes.matches(of: attribute) {
    if !names.insert(match.output.1).inserted { return "an attribute twice" }
    if match.output.1 == "id", !ids.insert(match.output.2).inserted { return "an id twice" }
  }
  return nil
}
