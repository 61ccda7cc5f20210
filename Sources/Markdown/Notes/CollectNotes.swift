import Diagnostics

extension Analysis {
  /// Takes the definitions of footnotes out of the text into a section at the end.
  mutating func collectNotes(from fragments: [Int: Node]) {
    let paragraphs = Walk.textBlocks(of: root).filter { $0.kind == .paragraph }
    let section = Node.make(.customBlock)
    root.append(section)
    annotate(section) { $0.role = .footnotes }
    var endings: [Int: Node] = [:]
    for (index, definition) in definitions.enumerated() {
      guard let label = definition.footnoteLabel, let words = fragments[index] else { continue }
      section.append(words)
      endings[definition.lastLine] = words
      definitions[index].isUsed = true
      add(Notes.Note(label: label, line: definition.line, paragraph: words))
    }
    for paragraph in paragraphs {
      let line = firstLinesOfWords[paragraph.startLine] ?? paragraph.startLine
      let isContinuation = line > paragraph.startLine
      takeNotes(
        from: paragraph, line: line, continuing: isContinuation ? endings[line - 1] : nil, into: section)
    }
    if notes.all.isEmpty { section.remove() }
  }

  private mutating func add(_ note: Notes.Note) {
    annotate(note.paragraph) { $0.line = note.line }
    if let first = notes.index[note.label] {
      report(
        .error, "footnote-duplicate", line: note.line,
        "the footnote \(quoting: note.label) is defined twice, first in line \(fileLine(notes.all[first].line))",
        expected: "a label of its own for each footnote")
    } else {
      notes.index[note.label] = notes.all.count
    }
    notes.all.append(note)
  }

  /// Takes the notes of a paragraph that begins with one; each goes on to the line of the next.
  ///
  /// A paragraph may also begin with the further lines of a note whose first line cmark took for a link
  /// definition.
  private mutating func takeNotes(
    from paragraph: Node, line: Int, continuing continued: Node?, into section: Node
  ) {
    var start = paragraph.firstChild
    if let continued, let first = start, NoteMark(beginningDefinition: first) == nil {
      continued.append(Node.make(.softBreak))
      start = moveWords(from: first, to: continued)
    }
    guard continued != nil || start.flatMap({ NoteMark(beginningDefinition: $0) }) != nil else { return }
    warnOfContinuation(after: paragraph)
    while let text = start, let mark = NoteMark(beginningDefinition: text) {
      let words = Node.make(.paragraph)
      section.append(words)
      let noteLine = line + text.startLine - paragraph.startLine
      start = moveWords(from: text, to: words)
      remove(mark, from: text)
      linkAddress(in: words)
      add(Notes.Note(label: mark.label.name, line: noteLine, paragraph: words))
    }
    paragraph.remove()
  }

  /// Moves the words from a node on to a paragraph and returns the beginning of the next note.
  private func moveWords(from first: Node, to paragraph: Node) -> Node? {
    var upcoming: Node? = first
    while let node = upcoming {
      upcoming = node.next
      if node.kind == .softBreak, let next = upcoming, NoteMark(beginningDefinition: next) != nil { break }
      paragraph.append(node)
    }
    return upcoming
  }

  private func remove(_ mark: NoteMark, from text: Node) {
    let words = Array(text.literal.dropFirst(mark.range.upperBound + 1).drop(while: \.isSpaceOrTab))
    if !words.isEmpty {
      text.setLiteral(words)
    } else {
      if let lineEnd = text.next, lineEnd.kind == .softBreak { lineEnd.remove() }
      text.remove()
    }
  }

  /// Makes a link of a note that is nothing but a web address.
  private func linkAddress(in note: Node) {
    guard let text = note.firstChild, text.kind == .text, text.next == nil,
      let length = text.literal.webAddressLength
    else { return }
    let address = Array(text.literal.prefix(length))
    let rest = Array(text.literal.dropFirst(length))
    let link = Node.make(.link)
    link.setDestination(address)
    link.append(Node.makeText(address))
    link.insert(before: text)
    if rest.isEmpty { text.remove() } else { text.setLiteral(rest) }
  }

  private mutating func warnOfContinuation(after paragraph: Node) {
    guard let next = paragraph.next, next.kind == .codeBlock,
      source.line(next.startLine).droppingQuotes.first.map({
        $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "~")
      })
        ?? false
    else { return }
    report(
      .warning, "footnote-continuation", line: next.startLine,
      "the indented lines after a footnote are not part of it",
      expected: "a footnote of one paragraph, its lines not indented")
  }
}
