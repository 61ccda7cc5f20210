import Diagnostics

extension Analysis {
  /// Gives every heading and numbered paragraph its id; what authors chose comes first.
  mutating func assignIDs() {
    var identifiers = Identifiers()
    if survey.contains(.brace) { takeExplicitIDs(&identifiers) }
    if features.numberedParagraphs { numberParagraphs(&identifiers) }
    readHeadings(&identifiers)
  }

  private mutating func takeExplicitIDs(_ identifiers: inout Identifiers) {
    for step in Walk.blocks(of: root) where step.isEntering {
      guard let id = annotation(of: step.node)?.attributes.id else { continue }
      if let reserved = ReservedIdentifier.matching(id), reserved != .finding {
        report(
          .error, "id-reserved", line: line(of: step.node),
          "the id \(quoting: id) looks like one that is given by us", expected: "another name")
      } else if identifiers.take(id) {
        annotate(step.node) { $0.id = id }
      } else {
        report(.error, "id-duplicate", line: line(of: step.node), "the id \(quoting: id) is given twice")
      }
    }
  }

  // MARK: Numbered paragraphs

  private mutating func numberParagraphs(_ identifiers: inout Identifiers) {
    var previous: Int?
    for list in root.children where list.kind == .list && list.isOrderedList {
      annotate(list) { $0.role = .numberedParagraphs }
      var expected = list.listStart
      for item in list.children {
        let number = writtenNumber(of: item) ?? expected
        reportSequence(of: number, after: previous, line: item.startLine)
        annotate(item) { $0.role = .numberedParagraph(number: number, isOutOfOrder: number != expected) }
        giveID(to: item, number: number, &identifiers)
        previous = number
        expected = number + 1
      }
    }
  }

  /// The number before an item in the source; cmark keeps only that of the first.
  private mutating func writtenNumber(of item: Node) -> Int? {
    let marker = source.line(item.startLine).dropFirst(item.startColumn - 1)
    return Int(marker.prefix(while: \.isDigit).string)
  }

  private mutating func reportSequence(of number: Int, after previous: Int?, line: Int) {
    guard let previous, number != previous + 1 else { return }
    report(
      .warning, "paragraph-sequence", line: line, "paragraph \(number) follows paragraph \(previous)",
      expected: "paragraph \(previous + 1)")
  }

  private mutating func giveID(to item: Node, number: Int, _ identifiers: inout Identifiers) {
    let explicit = annotation(of: item)?.id
    let id = explicit ?? identifiers.takeFree("paragraph-\(number)") { _ in false }
    annotate(item) { $0.id = id }
    if paragraphIDs[number] == nil { paragraphIDs[number] = id }
  }

  // MARK: Headings

  private mutating func readHeadings(_ identifiers: inout Identifiers) {
    let isDocument = features.topHeadingLevel > 1
    var above: Int? = isDocument ? features.topHeadingLevel - 1 : nil
    for step in Walk.blocks(of: root) where step.isEntering && step.kind == .heading {
      let level = shownLevel(of: step.node)
      let text = PlainText.string(of: step.node)
      if let above, level > above + 1 {
        report(
          .warning, "heading-skipped", line: line(of: step.node),
          above < features.topHeadingLevel
            ? "the first heading has the level \(level)"
            : "a heading of level \(level) follows one of level \(above)",
          expected: "a heading of level \(above + 1)")
      }
      above = level
      if text.utf8.allSatisfy(\.isMarkdownSpace) {
        report(.warning, "heading-empty", line: line(of: step.node), "the heading has no words")
      }
      let explicit = annotation(of: step.node)?.id
      let id =
        explicit ?? identifiers.takeFree(Slug.make(of: text)) { ReservedIdentifier.matching($0) != nil }
      annotate(step.node) { $0.id = id }
      headings.append(Heading(level: level, id: id, text: text, line: fileLine(line(of: step.node))))
    }
  }

  private mutating func shownLevel(of heading: Node) -> Int {
    let level = heading.headingLevel
    guard level < features.topHeadingLevel else { return level }
    report(
      .warning, "heading-level", line: line(of: heading),
      "a heading of level \(level) is shown at level \(features.topHeadingLevel), under the title",
      expected: "a heading of level \(features.topHeadingLevel) or lower")
    return features.topHeadingLevel
  }
}
