import Escaping

extension HTMLWriter {
  mutating func open(block step: Walk.Step) {
    let node = step.node
    let annotation = annotation(of: node)
    switch step.kind {
    case .paragraph: open(paragraph: node, annotation)
    case .heading: open(heading: node, annotation)
    case .list: open(list: node, annotation)
    case .item: open(item: node, annotation)
    case .quote: open(quote: node, annotation)
    case .codeBlock: write(codeBlock: node, annotation)
    case .thematicBreak:
      startLine()
      html.append("<hr />\n")
    case .htmlBlock:
      startLine()
      html.append("<!-- raw HTML omitted -->\n")
    case .customBlock: open(customBlock: node, annotation)
    default: break
    }
    if let annotation, !annotation.markup.isEmpty { html += annotation.markup }
  }

  mutating func close(block step: Walk.Step) {
    let node = step.node
    switch step.kind {
    case .paragraph: close(paragraph: node)
    case .heading:
      html.append("</h")
      html.append(UInt8(ascii: "0") + UInt8(shownLevel(of: node)))
      html.append(">\n")
      setInHeading(false)
    case .list: html.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: html.append("</li>\n")
    case .quote:
      startLine()
      html.append("</blockquote>\n")
    case .customBlock: close(customBlock: node)
    default: break
    }
  }

  // MARK: Paragraphs and headings

  private mutating func open(paragraph node: Node, _ annotation: Annotation?) {
    if node.parent?.kind == .customBlock { return open(tableOrNoteParagraph: node, annotation) }
    guard !isBare(node, annotation) else { return }
    startLine()
    html.append("<p")
    write(attributesOf: annotation)
    html.append(">")
  }

  private mutating func close(paragraph node: Node) {
    if node.parent?.kind == .customBlock { return close(tableOrNoteParagraph: node) }
    if !isBare(node, annotation(of: node)) { html.append("</p>\n") }
  }

  /// Whether a paragraph is written without its tag: in a tight list, unless it has something to carry.
  private func isBare(_ node: Node, _ annotation: Annotation?) -> Bool {
    guard let list = node.parent?.parent, list.kind == .list, list.isTightList else { return false }
    return annotation?.id == nil && annotation?.attributes.classes.isEmpty ?? true
  }

  private mutating func open(heading node: Node, _ annotation: Annotation?) {
    startLine()
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(shownLevel(of: node)))
    write(attributesOf: annotation)
    html.append(">")
    lastHeading = annotation?.id
    setInHeading(true)
  }

  private func shownLevel(of heading: Node) -> Int {
    max(heading.headingLevel, topHeadingLevel)
  }

  // MARK: Lists and quotes

  private mutating func open(list node: Node, _ annotation: Annotation?) {
    startLine()
    html.append(node.isOrderedList ? "<ol" : "<ul")
    if case .numberedParagraphs? = annotation?.role {
      html.append(" class=\"paragraphs\"")
    } else {
      write(attributesOf: annotation)
    }
    guard node.isOrderedList else { return html.append(">\n") }
    if node.listStart != 1 { write(number: node.listStart, as: " start=\"") }
    html.append(">\n")
  }

  private mutating func open(item node: Node, _ annotation: Annotation?) {
    startLine()
    html.append("<li")
    write(attributesOf: annotation)
    if case .numberedParagraph(let number, isOutOfOrder: true)? = annotation?.role {
      write(number: number, as: " value=\"")
    }
    html.append(">")
  }

  private mutating func open(quote node: Node, _ annotation: Annotation?) {
    startLine()
    html.append("<blockquote")
    if case .callout(let callout)? = annotation?.role {
      html.append(" class=\"callout callout-")
      html.append(verbatim: callout.rawValue.lowercased())
      html.append("\" role=\"note\"")
    } else {
      write(attributesOf: annotation)
    }
    html.append(">\n")
  }

  // MARK: Parts

  private mutating func write(codeBlock node: Node, _ annotation: Annotation?) {
    startLine()
    let language = node.fenceInfo.prefix { !$0.isMarkdownSpace }
    html.append("<pre")
    write(attributesOf: annotation)
    if node.fenceInfo.isEmpty {
      html.append("><code>")
    } else {
      html.append("><code class=\"language-")
      html.append(html: language.string)
      html.append("\">")
    }
    html.append(html: node.literal)
    html.append("</code></pre>\n")
  }

  /// Writes the id and the classes of an element.
  mutating func write(attributesOf annotation: Annotation?) {
    guard let annotation else { return }
    if let id = annotation.id {
      html.append(" id=\"")
      html.append(html: id)
      html.append("\"")
    }
    let classes = annotation.attributes.classes
    guard !classes.isEmpty else { return }
    html.append(" class=\"")
    html.append(html: classes.joined(separator: " "))
    html.append("\"")
  }

  private mutating func write(number: Int, as attribute: StaticString) {
    html.append(attribute)
    html.append(decimal: number)
    html.append("\"")
  }
}
