extension Analysis {
  /// Makes every escaped bracket and brace a text of its own, so that it can begin neither a footnote nor
  /// attributes.
  ///
  /// cmark joins escaped characters with the text around them. A text that is shorter than its source has
  /// some; which they are stands in the source.
  func separateEscapes(in root: Node, of source: MarkdownSource) {
    for leaf in Walk.textBlocks(of: root) {
      let texts = Walk(leaf).filter { $0.isEntering && $0.kind == .text }.map(\.node)
      for text in texts where !text.isVerbatim { separateEscapes(of: text, in: leaf, source) }
    }
  }

  private func separateEscapes(of text: Node, in leaf: Node, _ source: MarkdownSource) {
    let bytes = Array(text.literal)
    guard bytes.contains(where: \.beginsMark) else { return }
    let written = source.text(of: text, in: leaf)
    let escapes = Set(UInt8.marks.flatMap { escapedIndices(of: $0, in: bytes, written) })
    guard !escapes.isEmpty else { return }
    var start = 0
    for index in escapes.sorted() {
      if index > start { Node.makeText(bytes[start..<index]).insert(before: text) }
      Node.makeText(bytes[index...index]).insert(before: text)
      start = index + 1
    }
    if start < bytes.count { text.setLiteral(bytes[start...]) } else { text.remove() }
  }

  /// The places in a text where a byte stands that has a backslash before it in the source, or that is an
  /// entity there; where that cannot be told, all of its places.
  private func escapedIndices(of byte: UInt8, in text: [UInt8], _ written: ArraySlice<UInt8>) -> [Int] {
    let places = text.indices.filter { text[$0] == byte }
    guard !places.isEmpty else { return [] }
    var isEscaped: [Bool] = []
    var isBehindBackslash = false
    for writtenByte in written {
      if writtenByte == byte { isEscaped.append(isBehindBackslash) }
      isBehindBackslash = writtenByte == UInt8(ascii: "\\") && !isBehindBackslash
    }
    guard isEscaped.count == places.count else { return written.contains(UInt8(ascii: "&")) ? places : [] }
    return zip(places, isEscaped).filter(\.1).map(\.0)
  }
}

extension UInt8 {
  fileprivate static let marks = [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}")]

  fileprivate var beginsMark: Bool { Self.marks.contains(self) }
}
