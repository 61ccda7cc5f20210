/// A block of a document as a value: what it is, its words and what stands in it.
package struct Block: Hashable, Sendable {
  /// What a block is.
  package enum Kind: Hashable, Sendable {
    /// A heading with the level at which it is shown.
    case heading(level: Int)
    case paragraph
    case list(isOrdered: Bool)
    /// A list item; the number is that of a numbered paragraph.
    case item(number: Int?)
    case quote
    case code
    case thematicBreak
    case table, caption, row, cell
    case footnotes
    case footnote(number: Int)
  }

  /// The place of the block among all blocks of its document, for `MarkdownDocument.mark`.
  package let number: Int
  /// What it is.
  package let kind: Kind
  /// Its words without markup and attributes; none where it holds blocks.
  package let text: String
  /// The bytes of the text at which the second and later lines of the source begin.
  package let lineStarts: [Int]
  /// The id in the output, if it has one.
  package let id: String?
  /// What the author wrote between braces at its end; empty where there is nothing.
  package let attributes: Attributes
  /// The line of the file.
  package let line: Int
  /// The blocks in it.
  package internal(set) var children: [Block] = []
}

/// What the caller adds to a block where it is written.
package struct BlockMark: Sendable {
  /// The id to give, or nil to leave the one that it has.
  package var id: String?
  /// The classes to add to those that it has.
  package var classes: [String]
  /// Markup for the beginning of the element, escaped as it should be.
  package var markup: [UInt8]

  /// A mark that adds what is given.
  package init(id: String? = nil, classes: [String] = [], markup: [UInt8] = []) {
    self.id = id
    self.classes = classes
    self.markup = markup
  }
}
