import Diagnostics

extension Analysis {
  /// Makes references of the marks of footnotes in the text and numbers the notes in the order of the first.
  mutating func placeFootnotes() {
    let leaves = Walk.textBlocks(of: root)
    let paragraphs = Set(notes.all.map { $0.paragraph.identity })
    for leaf in leaves where !paragraphs.contains(leaf.identity) { placeFootnotes(in: leaf) }
    var done = 0
    while done < notes.numbered.count {
      placeFootnotes(in: notes.all[notes.numbered[done]].paragraph)
      done += 1
    }
    placeUnusedNotes()
    orderNotes()
  }

  private mutating func placeFootnotes(in leaf: Node) {
    let known = annotation(of: leaf)?.line
    var line = known ?? leaf.startLine
    for node in nodesWithMarks(in: leaf) {
      if known == nil, node.startLine > 0 { line = node.startLine }
      if node.kind == .link { placeFootnote(link: node) } else { placeFootnotes(in: node, line: line) }
    }
  }

  /// The texts and links that may hold marks.
  ///
  /// A mark within a link stays text, since a link holds no link.
  private func nodesWithMarks(in leaf: Node) -> [Node] {
    var nodes: [Node] = []
    var walk = Walk(leaf)
    while let step = walk.next() {
      guard step.isEntering else { continue }
      switch step.kind {
      case .text where NoteMark(in: step.node.literal, from: 0) != nil: nodes.append(step.node)
      case .link:
        if footnote(of: step.node) != nil { nodes.append(step.node) }
        walk.skip(step.node)
      case .image: walk.skip(step.node)
      default: break
      }
    }
    return nodes
  }

  /// Cuts a text at its marks and puts references in their place.
  private mutating func placeFootnotes(in text: Node, line: Int) {
    let bytes = text.literal
    var written = 0
    var index = 0
    while let mark = NoteMark(in: bytes, from: index) {
      index = mark.range.upperBound
      reportPlacement(of: mark, in: text, line: line)
      guard let note = notes.index[mark.label.name] else {
        reportUndefined(mark, line: line)
        continue
      }
      if mark.range.lowerBound > written {
        Node.makeText(bytes[written..<mark.range.lowerBound]).insert(before: text)
      }
      reference(to: note).insert(before: text)
      written = index
    }
    guard written > 0 else { return }
    if written < bytes.count { Node.makeText(bytes[written...]).insert(before: text) }
    text.remove()
  }

  private mutating func reportUndefined(_ mark: NoteMark, line: Int) {
    report(
      .warning, "footnote-undefined", line: line, "there is no footnote \(quoting: mark.label.name)",
      expected: "a paragraph that begins with its mark and a colon",
      suggestion: nearMiss(for: mark.label.name, among: notes.index.keys.filter { $0.count > 2 }),
      isSuggestionQuoted: true)
  }

  private mutating func reportPlacement(of mark: NoteMark, in text: Node, line: Int) {
    guard text.previous?.kind == .softBreak, mark.range.lowerBound == 0,
      NoteMark(beginningDefinition: text) != nil
    else { return }
    report(
      .warning, "footnote-placement", line: line,
      "the line looks like the footnote \(quoting: mark.label.name), but stands inside a paragraph",
      expected: "an empty line before the footnotes")
  }

  /// The note of a link that cmark made of a mark, since it took the note for a link definition.
  private func footnote(of link: Node) -> Int? {
    guard case .reference(let definition)? = annotation(of: link)?.role else { return nil }
    return definitions[definition].footnoteLabel.flatMap { notes.index[$0] }
  }

  /// Makes a reference of a link to a note; of `[^1][^2]` cmark makes one link, with the words `^1`.
  private mutating func placeFootnote(link: Node) {
    guard let note = footnote(of: link) else { return }
    let words = link.firstChild
    let isMark = words?.kind == .text && words?.next == nil && words?.literal.first == UInt8(ascii: "^")
    let label = isMark ? words.flatMap { FootnoteLabel($0.literal.dropFirst()) } : nil
    if let own = label.flatMap({ notes.index[$0.name] }) {
      if own != note { reference(to: own).insert(before: link) }
    } else {
      Node.makeText("[".utf8).insert(before: link)
      for child in link.children { child.insert(before: link) }
      Node.makeText("]".utf8).insert(before: link)
    }
    reference(to: note).insert(before: link)
    link.remove()
  }

  private mutating func reference(to note: Int) -> Node {
    let number = notes.number(of: note)
    notes.all[note].references += 1
    let reference = Node.make(.customInline)
    let occurrence = notes.all[note].references
    annotate(reference) { $0.role = .footnoteReference(number: number, occurrence: occurrence) }
    return reference
  }

  private mutating func placeUnusedNotes() {
    let unused = notes.all.indices.filter { notes.all[$0].references == 0 }
    for note in unused.sorted(by: { notes.all[$0].line < notes.all[$1].line }) {
      let isDuplicate = notes.index[notes.all[note].label] != note
      if !isDuplicate {
        report(
          .warning, "footnote-unused", line: notes.all[note].line,
          "nothing refers to the footnote \(quoting: notes.all[note].label)")
      }
      _ = notes.number(of: note)
      placeFootnotes(in: notes.all[note].paragraph)
    }
  }

  private mutating func orderNotes() {
    for note in notes.numbered {
      let paragraph = notes.all[note].paragraph
      let number = notes.number(of: note)
      let references = notes.all[note].references
      annotate(paragraph) { $0.role = .footnote(number: number, references: references) }
      guard let section = paragraph.parent else { continue }
      section.append(paragraph)
      let line = notes.all[note].line
      annotate(section) { $0.line = min($0.line ?? .max, line) }
    }
  }
}
