import Escaping

/// The words of a node without markup, footnotes and attributes.
enum PlainText {
  /// Appends the words below a node; line ends are spaces.
  static func append(_ node: Node, to bytes: inout Bytes) {
    for step in Walk(node) where step.isEntering {
      switch step.kind {
      case .text, .code, .html, .codeBlock: bytes += step.node.literal
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      default: break
      }
    }
  }

  static func string(of node: Node) -> String {
    var bytes = Bytes()
    append(node, to: &bytes)
    return bytes.string
  }
}
