import Escaping

/// Writes the tree of a document as HTML.
///
/// Plain CommonMark comes out as cmark writes it (`html.c` of 0.30.2, safe mode), to the byte; annotations
/// add to it.
struct HTMLWriter {
  var html: Bytes
  let annotations: [Annotation]
  let topHeadingLevel: Int
  /// The links in the order in which they are written.
  private let links: [Link]
  /// Where this fragment begins: cmark starts no new line there.
  private let start: Int
  private var additions: TextAdditions
  private let marksAddresses: Bool
  private var nextLink = 0
  private var isInHeading = false
  /// The id of the last heading, which names the tables below it.
  var lastHeading: String?
  /// The links that are open, by whether each is written as its words alone: cmark lets an address in
  /// pointy brackets be a link within a link.
  private var openLinks: [Bool] = []
  var table: TableProgress?

  init(
    _ document: borrowing MarkdownDocument, after html: Bytes, glossary: Glossary, criteria: [String: String],
    marksAddresses: Bool
  ) {
    self.html = html
    start = html.count
    annotations = document.annotations
    topHeadingLevel = document.features.topHeadingLevel
    links = document.links
    additions = TextAdditions(
      glossary: glossary, paragraphs: document.paragraphIDs, criteria: criteria,
      marksAddresses: marksAddresses)
    self.marksAddresses = marksAddresses
  }

  mutating func write(_ root: Node, resolve: (Link) -> LinkTarget) {
    var walk = Walk(root)
    while let step = walk.next() {
      switch step.kind {
      case .text:
        if additions.isEmpty || isInHeading || !openLinks.isEmpty {
          html.append(html: step.node.literal)
        } else {
          walk.skip(additions.write(runFrom: step.node, to: &html))
        }
      case .softBreak: html.append(UInt8(ascii: "\n"))
      case .link: step.isEntering ? open(link: step.node, resolve) : closeLink()
      case .image where step.isEntering:
        write(image: step.node, resolve)
        walk.skip(step.node)
      case .lineBreak, .code, .html, .emphasis, .strong, .customInline: write(inline: step)
      default: step.isEntering ? open(block: step) : close(block: step)
      }
    }
  }

  /// Begins a new line, unless one has just begun.
  mutating func startLine() {
    if html.count > start, html.last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }

  func annotation(of node: Node) -> Annotation? {
    node.annotation.map { annotations[$0] }
  }

  mutating func setInHeading(_ isInHeading: Bool) {
    self.isInHeading = isInHeading
  }

  // MARK: Links and images

  private mutating func open(link: Node, _ resolve: (Link) -> LinkTarget) {
    let target = resolve(takeLink())
    openLinks.append(target == .plainText)
    guard target != .plainText else { return }
    html.append("<a href=\"")
    write(destinationOf: link, target)
    write(titleOf: link)
    html.append("\">")
  }

  private mutating func closeLink() {
    if openLinks.popLast() == false { html.append("</a>") }
  }

  private mutating func write(image: Node, _ resolve: (Link) -> LinkTarget) {
    let target = resolve(takeLink())
    guard target != .plainText else { return write(wordsOf: image) }
    html.append("<img src=\"")
    write(destinationOf: image, target)
    html.append("\" alt=\"")
    write(wordsOf: image)
    write(titleOf: image)
    html.append("\" />")
  }

  private mutating func takeLink() -> Link {
    defer { nextLink += 1 }
    return links[nextLink]
  }

  private mutating func write(destinationOf node: Node, _ target: LinkTarget) {
    let start = html.count
    if case .address(let address) = target {
      html.append(address: Array(address.utf8))
    } else {
      let destination = node.destination
      if !destination.isDangerousAddress { html.append(address: destination) }
    }
    if marksAddresses { html.markAddress(from: start) }
  }

  private mutating func write(titleOf node: Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    html.append("\" title=\"")
    html.append(html: title)
  }

  /// Writes the words of an image, in which cmark keeps no markup.
  private mutating func write(wordsOf node: Node) {
    for step in Walk(node) where step.isEntering {
      switch step.kind {
      case .text, .code, .html: html.append(html: step.node.literal)
      case .softBreak, .lineBreak: html.append(UInt8(ascii: " "))
      default: break
      }
    }
  }

  // MARK: Other inlines

  private mutating func write(inline step: Walk.Step) {
    switch step.kind {
    case .lineBreak: html.append("<br />\n")
    case .code:
      html.append("<code>")
      html.append(html: step.node.literal)
      html.append("</code>")
    case .html: html.append("<!-- raw HTML omitted -->")
    case .emphasis: html.append(step.isEntering ? "<em>" : "</em>")
    case .strong: html.append(step.isEntering ? "<strong>" : "</strong>")
    case .customInline where step.isEntering: write(footnoteReference: step.node)
    default: break
    }
  }

  private mutating func write(footnoteReference node: Node) {
    guard case .footnoteReference(let number, let occurrence)? = annotation(of: node)?.role else { return }
    html.append("<sup class=\"footnote-ref\"><a href=\"#footnote-")
    html.append(decimal: number)
    html.append("\" id=\"")
    html.append(footnoteReference: number, occurrence)
    html.append("\" role=\"doc-noteref\">")
    html.append(decimal: number)
    html.append("</a></sup>")
  }
}

extension Bytes {
  /// Appends the id of a reference to a footnote: `footnote-ref-1`, then `footnote-ref-1-2`.
  mutating func append(footnoteReference number: Int, _ occurrence: Int) {
    append("footnote-ref-")
    append(decimal: number)
    guard occurrence > 1 else { return }
    append("-")
    append(decimal: occurrence)
  }
}
