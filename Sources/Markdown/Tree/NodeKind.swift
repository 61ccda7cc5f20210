import CCMark

/// The kinds of nodes of libcmark 0.30, with its numbers.
enum NodeKind: UInt32 {
  case none = 0
  case document, quote, list, item, codeBlock, htmlBlock
  /// A block of ours: what it is stands in its annotation.
  case customBlock
  case paragraph, heading, thematicBreak
  case text, softBreak, lineBreak, code, html
  /// An inline of ours: what it is stands in its annotation.
  case customInline
  case emphasis, strong, link, image

  /// Whether a node of this kind never has children, so that a walk enters it and does not leave it.
  var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .html: true
    default: false
    }
  }

  /// Whether a node of this kind is a block that holds no blocks.
  var isLeafBlock: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .paragraph, .heading: true
    default: false
    }
  }

  /// Whether a node of this kind holds inlines, and no blocks.
  var holdsInlines: Bool { self == .paragraph || self == .heading }

  var isInline: Bool { rawValue >= NodeKind.text.rawValue }
}
