/// A word of a text, without its spelling.
package struct Word: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A word that is in no compound.
    case single
    /// A word that is joined to others; the whole follows the last of them.
    case part
    /// A compound as one word: `multi-agency`, `4.2.1`.
    case whole
  }

  package let kind: Kind
  /// The place among the words of its passage, wholes not counted, from 0 on; a whole has that of its first part.
  package let position: Int
  /// Where it stands in the text, in bytes.
  package let range: Range<Int>
}
