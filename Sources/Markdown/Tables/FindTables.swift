import Diagnostics
import Escaping

extension Analysis {
  /// Finds the tables in the lines of paragraphs; their cells become fragments.
  mutating func findTables(_ fragments: inout Fragments) -> [TableLines] {
    let candidates = delimiterLines()
    guard !candidates.isEmpty else { return [] }
    var tables: [TableLines] = []
    for leaf in Walk.textBlocks(of: root) {
      guard let line = candidates.first(atLeast: leaf.startLine), line <= leaf.endLine else { continue }
      if let table = findTable(in: leaf, &fragments) { tables.append(table) }
    }
    return tables
  }

  /// The lines that may hold the delimiter row of a table.
  private mutating func delimiterLines() -> [Int] {
    var lines: [Int] = []
    var start = 0
    while let pipe = source.bytes.firstIndex(of: UInt8(ascii: "|"), from: start) {
      let number = source.line(holding: pipe)
      let line = source.line(number)
      if line.allSatisfy(\.mayBeBesideDelimiterRow) { lines.append(number) }
      start = max(line.endIndex, pipe + 1)
    }
    return lines
  }

  private mutating func findTable(in leaf: Node, _ fragments: inout Fragments) -> TableLines? {
    let lines = source.lines(of: leaf)
    let words = firstLinesOfWords[leaf.startLine].map { $0 - leaf.startLine } ?? 0
    for (index, line) in lines.enumerated().dropFirst(words) {
      guard let delimiters = DelimiterRow(line) else { continue }
      let header = index > words ? TableRow(lines[index - 1]).cells : []
      guard header.count == delimiters.alignments.count else {
        reportNearTable(line: leaf.startLine + index, header: header.count, delimiters.alignments.count)
        continue
      }
      let table = Table(alignments: delimiters.alignments, line: leaf.startLine + index - 1)
      var found = TableLines(leaf: leaf, table: table)
      if index - 1 > words { found.before = fragments.add(lines[words..<(index - 1)]) }
      found.rows.append(header.map { addCell($0, &fragments) })
      addRows(lines[(index + 1)...], to: &found, &fragments)
      return found
    }
    return nil
  }

  private mutating func addRows(
    _ lines: ArraySlice<ArraySlice<UInt8>>, to found: inout TableLines, _ fragments: inout Fragments
  ) {
    let columns = found.table.alignments.count
    for line in lines {
      if found.leaf.kind == .heading, line.startIndex == lines.last?.startIndex, line.isThematicBreak {
        found.endsWithBreak = true
        continue
      }
      let cells = TableRow(line).cells
      if cells.count > columns {
        report(
          .error, "table-cells", line: found.table.line(ofRow: found.rows.count),
          "the row has \(cells.count) cells, its table has \(columns) columns",
          expected: "a backslash before a pipe that belongs to the text of a cell")
      }
      var row = cells.map { addCell($0, &fragments) }
      let missing = max(0, columns - row.count)
      cellsToPad -= missing
      if cellsToPad >= 0 {
        row += [Int?](repeating: nil, count: missing)
      } else if missing > 0 {
        report(
          .error, "block-too-large", line: found.table.line(ofRow: found.rows.count),
          "the tables lack too many cells to be filled up", expected: "rows as long as their header")
      }
      found.rows.append(row)
    }
  }

  private func addCell(_ cell: Bytes, _ fragments: inout Fragments) -> Int? {
    cell.isEmpty ? nil : fragments.add(line: cell)
  }

  private mutating func reportNearTable(line: Int, header: Int, _ delimiters: Int) {
    report(
      .warning, "near-table", line: line,
      "the line looks like the delimiter row of a table, but has \(delimiters) cells after a header of \(header)",
      expected: "a header row just before it with as many cells")
  }
}

extension ArraySlice<UInt8> {
  /// Whether a line, known to be under the words of a heading, would be a thematic break by itself.
  fileprivate var isThematicBreak: Bool {
    count >= 3 && allSatisfy { $0 == UInt8(ascii: "-") }
  }
}

extension Array<Int> {
  /// The first number that is not less than another; the numbers ascend.
  fileprivate func first(atLeast least: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}
