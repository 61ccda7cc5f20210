import Diagnostics

extension Analysis {
  /// Reads the attributes at the ends of headings, list items and paragraphs, and takes them off the text.
  mutating func readAttributes() {
    let leaves = Walk.textBlocks(of: root)
    for leaf in leaves where leaf.parent?.kind != .customBlock { readAttributes(of: leaf) }
  }

  private mutating func readAttributes(of leaf: Node) {
    guard let ending = AttributeEnding(of: leaf) else { return }
    let line = annotation(of: leaf)?.line ?? ending.line
    guard let (attributes, brace) = ending.attributes else {
      if ending.looksLikeAttempt {
        report(
          features.attributesMustBeReadable ? .error : .warning, "attribute-syntax", line: line,
          "the braces at the end look like attributes, but are not well formed, and are shown as text",
          expected: "text, then {#id .class key=\"value\"}")
      }
      return
    }
    ending.remove(from: brace)
    let isItem = leaf.kind == .paragraph && leaf.previous == nil && leaf.parent?.kind == .item
    let owner = isItem ? leaf.parent ?? leaf : leaf
    annotate(owner) { $0.attributes = attributes }
    report(unknownKeysOf: attributes, line: line)
  }

  private mutating func report(unknownKeysOf attributes: Attributes, line: Int) {
    for value in attributes.values where !Attributes.knownKeys.contains(value.key) {
      report(
        .error, "attribute-unknown", line: line, "there is no attribute \(quoting: value.key)",
        expected: "one of \(Attributes.knownKeys.joined(separator: ", "))",
        suggestion: nearMiss(for: value.key, among: Attributes.knownKeys))
    }
  }
}

/// The text at the end of a block, where attributes may stand.
private struct AttributeEnding {
  private let node: Node
  /// Its last bytes, where all attributes are.
  private let bytes: [UInt8]
  /// Whether a mark such as a full stop follows the braces, so that they do not end the block.
  private let isFollowed: Bool

  /// Attributes are no longer than this, so that a text of braces costs no more than a long one.
  private static let longest = 2048
  /// How many braces are tried: that of the attributes, and those in their values.
  private static let mostBraces = 8

  init?(of leaf: Node) {
    guard let last = leaf.lastChild, last.kind == .text, let end = last.literal.last else { return nil }
    let isFollowed = ".,;:!?)".utf8.contains(end) && last.literal.dropLast().last == UInt8(ascii: "}")
    guard isFollowed || end == UInt8(ascii: "}") else { return nil }
    node = last
    self.isFollowed = isFollowed
    bytes = Array((isFollowed ? last.literal.dropLast() : last.literal[...]).suffix(Self.longest))
  }

  var line: Int { node.startLine }

  private var braces: ArraySlice<Int> {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: "{") }.suffix(Self.mostBraces)
  }

  /// The attributes with the place of their brace.
  ///
  /// Without text before them they belong to nothing.
  var attributes: (Attributes, brace: Int)? {
    guard !isFollowed else { return nil }
    for brace in braces.reversed() {
      guard let attributes = AttributeScanner.scan(bytes, from: brace) else { continue }
      let isAlone = node.previous == nil && node.literal.count == bytes.count
      return isAlone && bytes[..<brace].allSatisfy(\.isMarkdownSpace) ? nil : (attributes, brace)
    }
    return nil
  }

  var looksLikeAttempt: Bool {
    braces.contains { AttributeScanner.looksLikeAttempt(bytes, from: $0) }
  }

  /// Takes the text from the brace on out of the tree, and the space before it.
  func remove(from brace: Int) {
    var words = Array(node.literal.dropLast(bytes.count - brace))
    while let last = words.last, last.isMarkdownSpace { words.removeLast() }
    guard words.isEmpty else { return node.setLiteral(words) }
    if let lineEnd = node.previous, lineEnd.kind == .softBreak || lineEnd.kind == .lineBreak {
      lineEnd.remove()
    }
    node.remove()
  }
}
