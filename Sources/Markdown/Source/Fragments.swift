import Escaping

/// Pieces of the source that are parsed by themselves: cells of tables, lines before a table, notes that
/// cmark took for link definitions.
///
/// All of a document are parsed at once. Each is a paragraph behind a no-break space, so that it starts no
/// other block and is flanked by white space as at the beginning of a line; the document's link definitions
/// follow them.
struct Fragments {
  private(set) var text = Bytes()
  private(set) var count = 0

  /// Adds a fragment and returns its number.
  mutating func add(_ lines: some Sequence<some Sequence<UInt8>>) -> Int {
    for (index, line) in lines.enumerated() {
      // A line that is indented far enough can only continue the paragraph.
      text.append(index == 0 ? Self.prefix : "\n    ")
      text += line
    }
    text.append("\n\n")
    count += 1
    return count - 1
  }

  /// Adds a fragment of one line and returns its number.
  mutating func add(line: some Sequence<UInt8>) -> Int {
    add(CollectionOfOne(line))
  }

  private static let prefix: StaticString = "\u{A0}"

  /// Takes the paragraphs out of the tree that the text was parsed into, without their prefix.
  func take(from root: Node) -> [Node] {
    let paragraphs = Array(root.children)
    precondition(paragraphs.count == count, "every fragment is a paragraph")
    for paragraph in paragraphs {
      paragraph.unlink()
      guard let first = paragraph.firstChild, first.kind == .text else { continue }
      let words = Bytes(first.literal.dropFirst(Self.prefix.utf8CodeUnitCount))
      if words.isEmpty { first.remove() } else { first.setLiteral(words) }
    }
    return paragraphs
  }
}
