import Escaping

/// What a document knows of a node beyond what cmark says.
struct Annotation {
  /// What a node is in one of our additions.
  enum Role {
    case plain
    case callout(Callout)
    /// A list whose items are numbered paragraphs.
    case numberedParagraphs
    /// An item of such a list, and whether its number has to be said since it does not follow from the item
    /// before.
    case numberedParagraph(number: Int, isOutOfOrder: Bool)
    /// A custom block whose children are a paragraph as its caption, if it has one, and its rows: custom
    /// blocks without annotation. The first row is the header.
    case table(Table)
    case footnoteReference(number: Int, occurrence: Int)
    /// The section at the end, a custom block of paragraphs with the role `footnote`.
    case footnotes
    case footnote(number: Int, references: Int)
    /// A link or image by reference: the index of its definition.
    case reference(definition: Int)
  }

  var role: Role = .plain
  var attributes = Attributes()
  /// The id in the output: the explicit one, or the one that we give.
  var id: String?
  /// The line of the source, where cmark does not know it.
  var line: Int?
  /// Markup at the beginning of the element.
  var markup = Bytes()
}

/// A kind of block quote that calls for attention: `> **Note:** ...`.
enum Callout: String, CaseIterable {
  case note = "Note"
  case important = "Important"
  case warning = "Warning"
  case example = "Example"
}

/// The columns of a table and where it stands.
struct Table {
  enum Alignment {
    case unset, left, center, right
  }

  var alignments: [Alignment]
  /// The line of the header in the source; the delimiter row is the next, then come the rows.
  var line: Int

  /// The line of a row, the header being row 0.
  func line(ofRow row: Int) -> Int {
    row == 0 ? line : line + row + 1
  }
}

extension Array<Annotation> {
  /// Changes the annotation of a node, or gives it one.
  mutating func annotate(_ node: Node, _ change: (inout Annotation) -> Void) {
    if let index = node.annotation {
      change(&self[index])
    } else {
      var annotation = Annotation()
      change(&annotation)
      node.annotation = count
      append(annotation)
    }
  }
}
