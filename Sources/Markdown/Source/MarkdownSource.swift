import Escaping

/// The text of a document as it was handed in, and its lines as cmark counts them.
struct MarkdownSource {
  let bytes: Bytes
  /// The byte at which each line starts.
  private let starts: [Int]

  init(_ bytes: Bytes) {
    self.bytes = bytes
    starts = Self.lineStarts(of: bytes)
  }

  var lineCount: Int { starts.count }

  /// A line, counted from 1, without its end; empty where there is no such line.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The line, counted from 1, that holds a byte.
  func line(holding offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The lines that a leaf block takes, as far as cmark knows them.
  func lineNumbers(of leaf: Node) -> Range<Int> {
    let start = leaf.startLine
    var end = Swift.min(leaf.endLine, lineCount)
    guard start >= 1, start <= end else { return 0..<0 }
    // Of a heading with a line under its words cmark counts the next line, too, unless the source ends.
    if leaf.kind == .heading, end > start + 1, line(end - 1).isUnderline { end -= 1 }
    return start..<end + 1
  }

  /// The lines of a leaf block without the marks of the blocks around it and without the space around them.
  ///
  /// cmark has kept neither; it says where the block starts, and further lines lose what a block quote may
  /// put before them. Indentation means nothing there.
  func lines(of leaf: Node) -> [ArraySlice<UInt8>] {
    let quotes = quotes(around: leaf)
    return lineNumbers(of: leaf).map { number in
      let line = line(number)
      if number == leaf.startLine { return line.dropFirst(leaf.startColumn - 1).trimmingSpace }
      return line.droppingQuoteMarks(atMost: quotes).trimmingSpace
    }
  }

  /// The source of a text within a leaf block.
  ///
  /// cmark counts the columns of a further line as if it began where the block begins.
  func text(of text: Node, in leaf: Node) -> ArraySlice<UInt8> {
    guard text.startLine > leaf.startLine else {
      return line(text.startLine).dropFirst(text.startColumn - 1).prefix(max(0, text.sourceLength))
    }
    let line = line(text.startLine).droppingQuoteMarks(atMost: quotes(around: leaf)).trimmingSpace
    return line.dropFirst(max(0, text.startColumn - leaf.startColumn)).prefix(max(0, text.sourceLength))
  }

  private func quotes(around block: Node) -> Int {
    var quotes = 0
    var ancestor = block.parent
    while let block = ancestor {
      if block.kind == .quote { quotes += 1 }
      ancestor = block.parent
    }
    return quotes
  }

  private static func lineStarts(of bytes: Bytes) -> [Int] {
    var starts = [0]
    var position = 0
    while let newline = bytes.firstIndex(of: UInt8(ascii: "\n"), from: position) {
      starts.append(newline + 1)
      position = newline + 1
    }
    if bytes.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil {
      addStartsAfterLoneReturns(in: bytes, to: &starts)
    }
    if starts.last == bytes.count { starts.removeLast() }
    return starts
  }

  private static func addStartsAfterLoneReturns(in bytes: Bytes, to starts: inout [Int]) {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      starts.append(index + 1)
    }
    starts.sort()
  }
}

extension ArraySlice<UInt8> {
  /// Whether the line stands under the words of a heading.
  fileprivate var isUnderline: Bool {
    let marks = droppingQuoteMarks(atMost: count).trimmingSpace
    guard let first = marks.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return false
    }
    return marks.allSatisfy { $0 == first }
  }
}
