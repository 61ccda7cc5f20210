import Escaping

extension Analysis {
  /// Parses what has to be parsed by itself, puts tables in their places and returns the texts of the notes
  /// that cmark took for link definitions, by the index of the definition.
  mutating func takeFragments() -> [Int: Node] {
    var fragments = Fragments()
    let tables = survey.contains(.pipe) ? findTables(&fragments) : []
    let notes = survey.contains(.footnote) ? addNotes(to: &fragments) : []
    guard fragments.count > 0 else { return [:] }
    let tree = Tree(parsing: fragments.text + definitionText)
    markLinks(of: tree.root, text: fragments.text)
    if mayHoldEscapedMarks { separateEscapes(in: tree.root, of: MarkdownSource(fragments.text)) }
    let paragraphs = fragments.take(from: tree.root)
    placeTables(tables, fragments: paragraphs)
    return Dictionary(uniqueKeysWithValues: notes.map { ($0.definition, paragraphs[$0.fragment]) })
  }

  private var definitionText: Bytes {
    var text = Bytes()
    for definition in definitions {
      text.append("[")
      text += definition.label
      text.append("]: ")
      text += definition.text
      text.append("\n")
    }
    return text
  }

  private func addNotes(to fragments: inout Fragments) -> [(definition: Int, fragment: Int)] {
    definitions.indices.compactMap { index in
      guard definitions[index].footnoteLabel != nil else { return nil }
      return (index, fragments.add(line: definitions[index].noteText))
    }
  }
}

extension ReferenceDefinition {
  /// The text of a note; one that is nothing but a web address becomes a link.
  fileprivate var noteText: Bytes {
    guard let length = text.webAddressLength else { return text }
    return [UInt8(ascii: "<")] + text[..<length] + [UInt8(ascii: ">")] + text[length...]
  }
}

extension Collection<UInt8> where Index == Int {
  /// The length of the web address that a text is, without the stop after it.
  var webAddressLength: Int? {
    guard starts(with: "https://".utf8) || starts(with: "http://".utf8) else { return nil }
    guard !contains(where: { $0.isMarkdownSpace || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
    else {
      return nil
    }
    let stop = count - 1
    let hasStop = self[startIndex + stop] == UInt8(ascii: ".") || self[startIndex + stop] == UInt8(ascii: ",")
    return hasStop ? stop : count
  }
}
