/// The mark of a footnote in a text: `[^1]`.
struct NoteMark {
  let label: FootnoteLabel
  /// The bytes of the text that it takes.
  let range: Range<Int>

  /// The first mark at or after an index.
  init?(in text: NodeText, from start: Int) {
    var index = start
    while let bracket = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = bracket + 1
      guard index < text.endIndex, text[index] == UInt8(ascii: "^") else { continue }
      let name = text[(index + 1)...].prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "]"),
        let label = FootnoteLabel(name)
      else { continue }
      self.label = label
      range = bracket..<name.endIndex + 1
      return
    }
    return nil
  }

  /// The mark at the beginning of a text, if a colon after it makes a definition of it.
  init?(beginningDefinition node: Node) {
    guard node.kind == .text else { return nil }
    let text = node.literal
    guard text.first == UInt8(ascii: "["), let mark = NoteMark(in: text, from: 0), mark.range.lowerBound == 0,
      mark.range.upperBound < text.endIndex, text[mark.range.upperBound] == UInt8(ascii: ":")
    else { return nil }
    self = mark
  }
}
