package import SearchCore

/// A public document as search sees it.
package struct SearchableDocument: Sendable {
  /// A finding, or another part of its text.
  package struct Passage: Sendable {
    /// The id of its kind and what readers call it.
    package let kind: FacetValue
    /// The anchor that leads to it; nothing where the page as a whole does.
    package let anchor: [UInt8]
    package let text: [UInt8]
    /// How often a word of it counts.
    package let weight: Int
    /// The values of passage facets that it is marked with.
    package let marks: [(facet: Facet, value: FacetValue)]

    package init(
      kind: FacetValue, anchor: [UInt8], text: [UInt8], weight: Int = 1,
      marks: [(facet: Facet, value: FacetValue)] = []
    ) {
      self.kind = kind
      self.anchor = anchor
      self.text = text
      self.weight = weight
      self.marks = marks
    }
  }

  /// Its place in the order of first releases, counted from 0.
  package let number: Int
  package let label: Label
  /// The day of its first release, as 20240516.
  package let day: Int
  /// What it is about, in the order of `Facet.ofDocuments`.
  package let values: [[FacetValue]]
  package let passages: [Passage]

  package init(number: Int, label: Label, day: Int, values: [[FacetValue]], passages: [Passage]) {
    self.number = number
    self.label = label
    self.day = day
    self.values = values
    self.passages = passages
  }
}

extension SearchableDocument {
  /// The passages of each piece of its text, which is cut between them where it is long.
  var textPieces: [[DocumentText.Passage]] {
    var pieces: [[DocumentText.Passage]] = []
    var open: [DocumentText.Passage] = []
    var size = 0
    for passage in passages {
      if size > 0, size + passage.text.count > DocumentText.pieceSize {
        pieces.append(open)
        open = []
        size = 0
      }
      open.append(
        DocumentText.Passage(
          kind: passage.kind.id, kindName: passage.kind.name, anchor: passage.anchor, text: passage.text))
      size += passage.text.count
    }
    return pieces + [open]
  }
}
