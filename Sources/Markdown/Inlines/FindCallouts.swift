extension Analysis {
  /// Finds the block quotes that begin with the name of a callout in bold: `> **Note:** ...`.
  mutating func findCallouts() {
    for step in Walk.blocks(of: root) where step.isEntering && step.kind == .quote {
      guard let paragraph = step.node.firstChild, paragraph.kind == .paragraph,
        let name = paragraph.firstChild, name.kind == .strong,
        let word = name.firstChild, word.kind == .text, word.next == nil,
        word.literal.last == UInt8(ascii: ":"),
        let callout = Callout(rawValue: word.literal.dropLast().string)
      else { continue }
      annotate(step.node) { $0.role = .callout(callout) }
    }
  }
}
