import Diagnostics

extension Analysis {
  /// Checks links, images and raw HTML, and collects the links in the order in which they are written.
  mutating func checkInlines() {
    var lines = LineTracker()
    var openLinks = 0
    var walk = Walk(root)
    while let step = walk.next() {
      if step.kind == .link { openLinks += step.isEntering ? 1 : -1 }
      guard step.isEntering else { continue }
      if !step.kind.isInline {
        lines.enter(step, annotation(of: step.node), words: firstLinesOfWords[step.node.startLine])
      }
      let line = lines.line(of: step.node)
      switch step.kind {
      case .htmlBlock, .html: reportRawHTML(step.node, line: line)
      case .link: checkLink(step.node, isNested: openLinks > 1, line: line)
      case .image:
        checkImage(step.node, line: line)
        walk.skip(step.node)
      case .text, .codeBlock: checkEntities(of: step.node, kind: step.kind, line: line)
      default: break
      }
    }
  }

  private mutating func checkLink(_ link: Node, isNested: Bool, line: Int) {
    collect(link, isImage: false, line: line)
    if isNested {
      report(
        .error, "link-nested", line: line, "a link stands within the words of another link",
        expected: "one link, or two beside each other")
    }
    let text = PlainText.string(of: link)
    if text.utf8.allSatisfy(\.isMarkdownSpace) {
      report(
        .error, "link-empty", line: line, "the link has no words", expected: "words between the brackets")
    }
  }

  private mutating func checkImage(_ image: Node, line: Int) {
    collect(image, isImage: true, line: line)
    let text = PlainText.string(of: image)
    if text.utf8.allSatisfy(\.isMarkdownSpace) {
      report(
        .error, "image-alternative-text", line: line, "the image has no alternative text",
        expected: "what the image shows, between the brackets")
    }
  }

  private mutating func collect(_ node: Node, isImage: Bool, line: Int) {
    let link = Link(
      destination: node.destination.string, text: PlainText.string(of: node), isImage: isImage,
      line: fileLine(line))
    links.append(link)
    for problem in DestinationProblem.all(of: link) {
      report(.error, problem.rule, line: line, problem.message(link), expected: problem.expected)
    }
    reportInvisible(in: node.title, line: line)
  }

  private mutating func reportRawHTML(_ node: Node, line: Int) {
    report(
      .error, "raw-html", line: line, "raw HTML is not shown: \(quoting: node.literal.string.firstLine)",
      expected: RawHTML.remedy(for: node.literal))
  }

  /// Reports invisible characters that an entity brought in; the others were found in the source.
  private mutating func checkEntities(of node: Node, kind: NodeKind, line: Int) {
    guard survey.contains(.ampersand) else { return }
    if kind == .codeBlock { return reportInvisible(in: node.fenceInfo, line: line) }
    if !node.isVerbatim { reportInvisible(in: node.literal, line: line) }
  }

  private mutating func reportInvisible(in text: NodeText, line: Int) {
    guard survey.contains(.ampersand) else { return }
    for scalar in text.string.unicodeScalars where scalar.isReportedAsInvisible {
      if !invisibleScalars.contains(scalar) { reportInvisible(scalar, line: line) }
    }
  }
}

extension String {
  fileprivate var firstLine: String {
    String(prefix { !$0.isNewline })
  }
}
