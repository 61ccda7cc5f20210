import Diagnostics
import Embargo
import Markdown
import Model

/// The cells of an edition that a spreadsheet would take for formulas: reported, and never altered.
struct FormulaCells {
  private let cells: [CSVRows.Formula]

  /// The name of the rule, which `{allow=formula-cell}` silences at a block.
  private static let rule = "formula-cell"

  init(_ cells: [CSVRows.Formula]) {
    self.cells = cells
  }

  /// A warning for each, one where the same words stand in several cells.
  func diagnostics(in rendered: RenderedEdition) -> [Diagnostic] {
    guard !cells.isEmpty else { return [] }
    let allowed = Self.allowedLines(in: rendered.blocks)
    var seen: Set<String> = []
    return cells.compactMap { cell in
      let words = String(cell.text.split(separator: "\n", maxSplits: 1).first ?? "")
      // The front matter has no braces: there the rule is silent when any block allows it.
      let isAllowed = cell.line.map(allowed.contains) ?? !allowed.isEmpty
      guard seen.insert(words).inserted, !isAllowed else { return nil }
      return Diagnostic(
        .warning, Self.rule, at: Place(file: rendered.shown.edition.body.file, line: cell.line),
        "a spreadsheet takes \(quoting: words) for a formula; the data files hold it as it stands",
        expected: "a text that does not begin with =, +, -, @ or a tab")
    }
  }
}

extension FormulaCells {
  /// The lines of the blocks that allow it, and of those in the sections of headings that do.
  private static func allowedLines(in blocks: [Block]) -> Set<Int> {
    var lines: Set<Int> = []
    var section: Int?
    for block in blocks {
      if case .heading(let level) = block.kind {
        if level <= section ?? 0 { section = nil }
        if section == nil, block.attributes["allow"].contains(rule) { section = level }
      }
      lines.formUnion(block.lines(allowing: rule, isAllowed: section != nil))
    }
    return lines
  }
}

extension Block {
  /// The lines of the block and of those in it, where it or one of them allows what a rule reports.
  fileprivate func lines(allowing rule: String, isAllowed: Bool) -> [Int] {
    let isAllowed = isAllowed || attributes["allow"].contains(rule)
    return (isAllowed ? [line] : []) + children.flatMap { $0.lines(allowing: rule, isAllowed: isAllowed) }
  }
}
