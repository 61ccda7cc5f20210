import Escaping

extension Analysis {
  /// Finds the definitions that cmark took out of the tree, and which links were made with them.
  mutating func findDefinitions() {
    var uncovered = [Bool](repeating: true, count: source.lineCount + 1)
    for step in Walk.blocks(of: root) where step.isEntering && step.kind.isLeafBlock {
      for line in source.lineNumbers(of: step.node) { uncovered[line] = false }
      if step.kind.holdsInlines { findDefinitions(before: step.node) }
    }
    findDefinitions(onLines: uncovered)
    definitions.sort { $0.line < $1.line }
    markLinks(of: root, text: source.bytes)
  }

  /// Definitions that stand before the words of a paragraph count as its first lines.
  private mutating func findDefinitions(before leaf: Node) {
    let first = source.line(leaf.startLine).dropFirst(leaf.startColumn - 1)
    guard first.first == UInt8(ascii: "[") else { return }
    let count = definitions.count
    appendDefinitions(from: source.lines(of: leaf), line: leaf.startLine)
    guard definitions.count > count, let last = definitions.last else { return }
    firstLinesOfWords[leaf.startLine] = last.lastLine + 1
  }

  /// Lines that are in no block hold definitions, or nothing but the marks of the blocks around.
  private mutating func findDefinitions(onLines uncovered: [Bool]) {
    var line = 1
    while line <= source.lineCount {
      var lines: [ArraySlice<UInt8>] = []
      let start = line
      while line <= source.lineCount, uncovered[line] {
        let content = source.line(line).droppingBlockMarks
        guard !content.isEmpty else { break }
        lines.append(content)
        line += 1
      }
      if lines.isEmpty { line += 1 }
      appendDefinitions(from: lines, line: start, skippingOthers: true)
    }
  }

  /// Adds the definitions that stand at the beginning of the lines, or wherever a line begins with one.
  private mutating func appendDefinitions(
    from lines: [ArraySlice<UInt8>], line: Int, skippingOthers: Bool = false
  ) {
    var scanner = DefinitionScanner(lines: lines)
    while !scanner.isAtEnd {
      let start = scanner.line
      if let definition = scanner.next() {
        definitions.append(
          ReferenceDefinition(
            label: definition.label, text: definition.text, line: line + start,
            lastLine: line + scanner.line - 1))
      } else if skippingOthers {
        scanner.skipLine()
      } else {
        return
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The line without the marks of list items and block quotes before its text.
  var droppingBlockMarks: ArraySlice<UInt8> {
    var slice = trimmingSpace
    while let mark = slice.first {
      var rest = slice.dropFirst()
      if mark.isDigit {
        rest = slice.drop(while: \.isDigit)
        guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else { return slice }
        rest = rest.dropFirst()
      } else if ![UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(mark) {
        return slice
      }
      guard mark == UInt8(ascii: ">") || rest.first?.isSpaceOrTab ?? true else { return slice }
      slice = rest.trimmingSpace
    }
    return slice
  }

  /// The line without the marks of block quotes before its text.
  var droppingQuotes: ArraySlice<UInt8> {
    droppingQuoteMarks(atMost: count).trimmingSpace
  }
}
