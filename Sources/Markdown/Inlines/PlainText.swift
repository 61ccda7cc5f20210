import Escaping

/// The words of a node without markup, footnotes and attributes.
enum PlainText {
  /// Appends the words below a node; line ends are spaces.
  static func append(_ node: Node, to bytes: inout Bytes) {
    for step in Walk(node) where step.isEntering { append(step.node, ofKind: step.kind, to: &bytes) }
  }

  private static func append(_ node: Node, ofKind kind: NodeKind, to bytes: inout Bytes) {
    switch kind {
    case .text, .code, .html, .codeBlock: bytes += node.literal
    case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
    default: break
    }
  }

  static func string(of node: Node) -> String {
    var bytes = Bytes()
    append(node, to: &bytes)
    return bytes.string
  }

  /// The words below a node, and the bytes of them at which the next lines of the source begin.
  static func lines(of node: Node) -> (text: String, lineStarts: [Int]) {
    var bytes = Bytes()
    var lineStarts: [Int] = []
    for step in Walk(node) where step.isEntering {
      append(step.node, ofKind: step.kind, to: &bytes)
      if step.kind == .softBreak || step.kind == .lineBreak { lineStarts.append(bytes.count) }
    }
    return (bytes.string, lineStarts)
  }
}
