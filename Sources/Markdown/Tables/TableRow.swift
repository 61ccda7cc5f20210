import Escaping

/// A line of a table, cut into cells as GitHub Flavored Markdown cuts it.
struct TableRow {
  /// The cells without the space around them; an escaped pipe is a pipe, also in code spans.
  let cells: [Bytes]

  init(_ line: ArraySlice<UInt8>) {
    var rest = line.trimmingSpace
    if rest.first == pipe { rest = rest.dropFirst() }
    var cells: [Bytes] = []
    var cell = Bytes()
    var isClosed = true
    var isEscaped = false
    for byte in rest {
      isClosed = byte == pipe && !isEscaped
      if isClosed {
        cells.append(Bytes(cell.trimmingSpace))
        cell.removeAll(keepingCapacity: true)
      } else {
        if byte == pipe { cell.removeLast() }
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if !isClosed { cells.append(Bytes(cell.trimmingSpace)) }
    self.cells = cells
  }
}

/// The line between the header and the rows of a table: `| --- | :-: |`.
struct DelimiterRow {
  let alignments: [Table.Alignment]

  /// The row, if the line is one: at least one pipe, and only hyphens with colons at their ends.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.contains(pipe), line.allSatisfy(\.belongsInDelimiterRow) else { return nil }
    var alignments: [Table.Alignment] = []
    for cell in TableRow(line).cells {
      guard let alignment = Self.alignment(of: cell) else { return nil }
      alignments.append(alignment)
    }
    guard !alignments.isEmpty else { return nil }
    self.alignments = alignments
  }

  private static func alignment(of cell: Bytes) -> Table.Alignment? {
    var hyphens = cell[...]
    let isLeft = hyphens.first == UInt8(ascii: ":")
    if isLeft { hyphens.removeFirst() }
    let isRight = hyphens.last == UInt8(ascii: ":")
    if isRight { hyphens.removeLast() }
    guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    switch (isLeft, isRight) {
    case (false, false): return .unset
    case (true, false): return .left
    case (true, true): return .center
    case (false, true): return .right
    }
  }
}

private let pipe = UInt8(ascii: "|")

extension UInt8 {
  fileprivate var belongsInDelimiterRow: Bool {
    isSpaceOrTab || self == pipe || self == UInt8(ascii: "-") || self == UInt8(ascii: ":")
  }

  /// Whether the byte may stand in a line that holds a delimiter row, block quote marks included.
  var mayBeBesideDelimiterRow: Bool {
    belongsInDelimiterRow || self == UInt8(ascii: ">")
  }
}
