/// The lines of nodes during a walk: those of cmark, but in tables and in what was parsed by itself.
struct LineTracker {
  /// The line of the block around, where cmark does not know it.
  private var known: Int?
  private var table: Table?
  private var row = 0
  /// How many lines of definitions stand before the words of the block: cmark does not count them.
  private var skipped = 0
  private var last = 1

  /// Enters a block; `words` is the line of its first words, where it begins with definitions.
  mutating func enter(_ step: Walk.Step, _ annotation: Annotation?, words: Int?) {
    skipped = step.kind.holdsInlines ? words.map { $0 - step.node.startLine } ?? 0 : 0
    if case .table(let table)? = annotation?.role {
      self.table = table
      known = table.line
      row = 0
    } else if step.kind == .customBlock, annotation == nil, let table {
      known = table.line(ofRow: row)
      row += 1
    } else if let line = annotation?.line {
      known = line
    } else if !(step.kind == .paragraph && step.node.parent?.kind == .customBlock) {
      known = nil
    }
  }

  /// The line of the block that was entered last, or of an inline in it.
  ///
  /// An inline that we made has the line of the one before it.
  mutating func line(of node: Node) -> Int {
    if let known { return known }
    if node.startLine > 0 { last = node.startLine + skipped }
    return last
  }
}
