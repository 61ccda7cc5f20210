extension MarkdownDocument {
  /// The blocks at the top level with everything in them, in the order of the text.
  package borrowing func blocks() -> [Block] {
    // What is open, from the outside in: the blocks so far, and the block that they go into.
    var open: [(block: Block?, children: [Block])] = [(nil, [])]
    var lines = LineTracker()
    forEachBlock { step, kind, number in
      let isLeaf = step.kind.isLeafBlock
      lines.enter(step, annotation(of: step.node), words: nil)
      let block = makeBlock(step.node, kind, number: number, line: lines.line(of: step.node), isLeaf: isLeaf)
      if isLeaf { open[open.count - 1].children.append(block) } else { open.append((block, [])) }
    } leaving: {
      guard let (block, children) = open.popLast(), var closed = block else { return }
      closed.children = children
      open[open.count - 1].children.append(closed)
    }
    return open[0].children
  }

  /// Gives blocks, by their numbers, ids, classes and markup for the output.
  package mutating func mark(_ marks: [Int: BlockMark]) {
    var marked: [(Node, BlockMark)] = []
    forEachBlock { step, _, number in
      if let mark = marks[number] { marked.append((step.node, mark)) }
    } leaving: {
    }
    for (node, mark) in marked {
      annotate(node) {
        $0.id = mark.id ?? $0.id
        $0.attributes.classes += mark.classes
        $0.markup += mark.markup
      }
    }
    collectAnchors()
  }

  private borrowing func forEachBlock(
    entering: (Walk.Step, Block.Kind, _ number: Int) -> Void, leaving: () -> Void
  ) {
    guard let root else { return }
    var number = 0
    for step in Walk.blocks(of: root) {
      guard let kind = blockKind(of: step) else { continue }
      guard step.isEntering else {
        leaving()
        continue
      }
      entering(step, kind, number)
      number += 1
    }
  }

  private borrowing func makeBlock(
    _ node: Node, _ kind: Block.Kind, number: Int, line: Int, isLeaf: Bool
  ) -> Block {
    let annotation = annotation(of: node)
    let (text, lineStarts) = isLeaf ? PlainText.lines(of: node) : ("", [])
    return Block(
      number: number, kind: kind, text: text, lineStarts: lineStarts, id: annotation?.id,
      attributes: annotation?.attributes ?? Attributes(),
      line: line + firstLine - 1)
  }

  /// What a block is; nil for the document itself and for raw HTML, which is not shown.
  private borrowing func blockKind(of step: Walk.Step) -> Block.Kind? {
    let node = step.node
    switch step.kind {
    case .heading: return .heading(level: max(node.headingLevel, features.topHeadingLevel))
    case .list: return .list(isOrdered: node.isOrderedList)
    case .item: return .item(number: paragraphNumber(of: node))
    case .quote: return .quote
    case .codeBlock: return .code
    case .thematicBreak: return .thematicBreak
    case .paragraph: return paragraphKind(of: node)
    case .customBlock:
      switch annotation(of: node)?.role {
      case .table?: return .table
      case .footnotes?: return .footnotes
      default: return .row
      }
    default: return nil
    }
  }

  private borrowing func paragraphNumber(of item: Node) -> Int? {
    guard case .numberedParagraph(let number, _)? = annotation(of: item)?.role else { return nil }
    return number
  }

  private borrowing func paragraphKind(of node: Node) -> Block.Kind {
    if case .footnote(let number, _)? = annotation(of: node)?.role { return .footnote(number: number) }
    guard node.parent?.kind == .customBlock else { return .paragraph }
    return node.isCaption ? .caption : .cell
  }
}
