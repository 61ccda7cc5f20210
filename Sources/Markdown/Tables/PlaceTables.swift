import Escaping

extension Analysis {
  /// Puts tables in the place of the paragraphs that hold them.
  mutating func placeTables(_ tables: [TableLines], fragments: [Node]) {
    for lines in tables {
      let table = Node.make(.customBlock)
      table.insert(before: lines.leaf)
      annotate(table) {
        $0.role = .table(lines.table)
        $0.line = lines.table.line
      }
      placeLines(before: table, lines, fragments)
      placeCaption(in: table)
      for row in lines.rows { placeRow(row, in: table, fragments) }
      if lines.endsWithBreak { Node.make(.thematicBreak).insert(after: table) }
      lines.leaf.remove()
    }
  }

  private mutating func placeLines(before table: Node, _ lines: TableLines, _ fragments: [Node]) {
    guard let number = lines.before else { return }
    fragments[number].insert(before: table)
    annotate(fragments[number]) { $0.line = lines.leaf.startLine }
  }

  private func placeRow(_ cells: [Int?], in table: Node, _ fragments: [Node]) {
    let row = Node.make(.customBlock)
    table.append(row)
    for cell in cells {
      row.append(cell.map { fragments[$0] } ?? Node.make(.paragraph))
    }
  }

  /// Makes the paragraph `Table: ...` just before a table its caption.
  private mutating func placeCaption(in table: Node) {
    let mark = Bytes("Table: ".utf8)
    guard let caption = table.previous, caption.kind == .paragraph,
      let words = caption.firstChild, words.kind == .text, words.literal.starts(with: mark)
    else { return }
    let line = line(of: caption)
    annotate(caption) { $0.line = line }
    words.setLiteral(Bytes(words.literal.dropFirst(mark.count)))
    caption.unlink()
    table.append(caption)
  }
}
