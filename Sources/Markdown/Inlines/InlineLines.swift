/// The lines of inlines during a walk: those of cmark, but in tables and in what was parsed by itself.
struct InlineLines {
  /// The line of the block around, where cmark does not know it.
  private var known: Int?
  private var table: Table?
  private var row = 0

  mutating func enter(_ step: Walk.Step, _ annotation: Annotation?) {
    if case .table(let table)? = annotation?.role {
      self.table = table
      row = 0
    } else if step.kind == .customBlock, let table {
      known = table.line(ofRow: row)
      row += 1
    } else if let line = annotation?.line {
      known = line
    } else if !(step.kind == .paragraph && step.node.parent?.kind == .customBlock) {
      known = nil
    }
  }

  func line(of node: Node) -> Int {
    known ?? node.startLine
  }
}
