import Escaping

/// Writes what a reader is told, for the digest of an edition.
///
/// Every block is `KIND`, its parts and `end`, each on a line. A text is its length in bytes, a colon and the
/// bytes, so that no text can look like structure. Left out are the targets of links, emphasis, where lines
/// break, the ids that we give and all attributes but explicit ids.
struct PublicTextWriter {
  private(set) var output: Bytes
  private let annotations: [Annotation]
  private let topHeadingLevel: Int
  /// The words of the leaf block so far.
  private var words = Bytes()

  init(_ document: borrowing MarkdownDocument, after output: Bytes) {
    self.output = output
    annotations = document.annotations
    topHeadingLevel = document.features.topHeadingLevel
  }

  mutating func write(_ root: Node) {
    var walk = Walk(root)
    while let step = walk.next() {
      if step.kind.isInline {
        if step.isEntering { write(inline: step, &walk) }
      } else if step.isEntering {
        open(step)
      } else {
        close()
      }
    }
  }

  // MARK: Blocks

  private mutating func open(_ step: Walk.Step) {
    let annotation = step.node.annotation.map { annotations[$0] }
    append(kindOf: step, annotation)
    output.append("\n")
    if let id = annotation?.attributes.id { append("id", id.utf8) }
    guard step.kind.isLeaf else { return }
    if step.kind != .thematicBreak { append("text", step.node.literal) }
    close()
  }

  private mutating func close() {
    flushWords()
    output.append("end\n")
  }

  private mutating func append(kindOf step: Walk.Step, _ annotation: Annotation?) {
    let node = step.node
    switch step.kind {
    case .document: output.append("document")
    case .heading: append("heading", number: max(node.headingLevel, topHeadingLevel))
    case .list where node.isOrderedList: append("ordered-list", number: node.listStart)
    case .list: output.append("list")
    case .item:
      if case .numberedParagraph(let number, _)? = annotation?.role { return append("item", number: number) }
      output.append("item")
    case .quote: output.append("quote")
    case .codeBlock: output.append("code")
    case .htmlBlock: output.append("html")
    case .thematicBreak: output.append("break")
    case .customBlock: append(customKind: annotation)
    default: append(paragraphKind: node, annotation)
    }
  }

  private mutating func append(customKind annotation: Annotation?) {
    switch annotation?.role {
    case .table?: output.append("table")
    case .footnotes?: output.append("footnotes")
    default: output.append("row")
    }
  }

  private mutating func append(paragraphKind node: Node, _ annotation: Annotation?) {
    if case .footnote(let number, _)? = annotation?.role { return append("footnote", number: number) }
    guard node.parent?.kind == .customBlock else { return output.append("paragraph") }
    output.append(node.isCaption ? "caption" : "cell")
  }

  // MARK: Inlines

  private mutating func write(inline step: Walk.Step, _ walk: inout Walk) {
    let node = step.node
    switch step.kind {
    case .text, .code: words += node.literal
    case .softBreak: words.append(UInt8(ascii: " "))
    case .lineBreak: words.append(UInt8(ascii: "\n"))
    case .html: writePart("html", node.literal)
    case .image:
      var text = Bytes()
      PlainText.append(node, to: &text)
      writePart("image", text)
      writeTitle(of: node)
      walk.skip(node)
    case .link: writeTitle(of: node)
    case .customInline:
      guard case .footnoteReference(let number, _)? = node.annotation.map({ annotations[$0] })?.role else {
        return
      }
      flushWords()
      append("footnote-reference", number: number)
      output.append("\n")
    default: break
    }
  }

  private mutating func writeTitle(of node: Node) {
    if !node.title.isEmpty { writePart("title", node.title) }
  }

  private mutating func writePart(_ kind: StaticString, _ text: some Collection<UInt8>) {
    flushWords()
    append(kind, text)
  }

  private mutating func flushWords() {
    guard !words.isEmpty else { return }
    append("text", words)
    words.removeAll(keepingCapacity: true)
  }

  // MARK: Lines

  private mutating func append(_ kind: StaticString, _ text: some Collection<UInt8>) {
    append(kind, number: text.count)
    output.append(":")
    output += text
    output.append("\n")
  }

  private mutating func append(_ kind: StaticString, number: Int) {
    output.append(kind)
    output.append(" ")
    output.append(decimal: number)
  }
}
