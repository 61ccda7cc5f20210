import Escaping

extension Analysis {
  /// Notes on each link and image of a tree the definition that it was made with.
  ///
  /// cmark does not say. So the same text is parsed again behind definitions of the same labels whose
  /// destinations are the numbers of our definitions: the first definition of a label holds, so both trees
  /// have the same links in the same order.
  mutating func markLinks(of root: Node, text: Bytes) {
    guard !definitions.isEmpty, !text.isEmpty else { return }
    let probe = Tree(parsing: probingDefinitions + text)
    var links = Walk(root).linksAndImages
    var probes = Walk(probe.root).linksAndImages
    while let link = links.next(), let probed = probes.next() {
      guard let index = definitionIndex(probed.destination), definitions.indices.contains(index) else {
        continue
      }
      annotate(link) { $0.role = .reference(definition: index) }
    }
  }

  private static let probeScheme = Bytes("findings-definition:".utf8)

  private var probingDefinitions: Bytes {
    var text = Bytes()
    for (index, definition) in definitions.enumerated() {
      text.append("[")
      text += definition.label
      text.append("]: ")
      text += Self.probeScheme
      text.append(decimal: index)
      text.append("\n")
    }
    text.append("\n")
    return text
  }

  private func definitionIndex(_ destination: NodeText) -> Int? {
    guard destination.starts(with: Self.probeScheme) else { return nil }
    return Int(destination.dropFirst(Self.probeScheme.count).string)
  }
}

extension Walk {
  /// The links and images, in the order in which they begin.
  var linksAndImages: some IteratorProtocol<Node> {
    lazy.filter { $0.isEntering && ($0.kind == .link || $0.kind == .image) }.map(\.node).makeIterator()
  }
}
