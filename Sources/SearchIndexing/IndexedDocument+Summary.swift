import Crypto
import SearchCore

extension IndexedDocument {
  /// What of a document is needed when all are there, but for its words.
  struct Summary: Sendable {
    /// Its number in the shard.
    let number: Int
    let label: Label
    let day: Int
    let values: [[FacetValue]]
    let marks: [(facet: Facet, value: FacetValue)]
    let length: Int
    /// The digest of the first piece of its text, which is written, and the other pieces, which few have.
    let textDigest: [UInt8]
    let moreTexts: [[UInt8]]

    init(_ document: IndexedDocument, number: Int, texts: [[UInt8]]) {
      self.number = number
      label = document.label
      day = document.day
      values = document.values
      marks = document.marks
      length = document.length
      textDigest = [UInt8](SHA256.hash(data: texts.first ?? []))
      moreTexts = [[UInt8]](texts.dropFirst())
    }
  }
}

extension SearchableDocument {
  /// Its text as pieces of the index, cut between passages where it is long.
  var textPieces: [[UInt8]] {
    var pieces: [[UInt8]] = []
    var open: [DocumentText.Passage] = []
    var size = 0
    for passage in passages {
      if size > 0, size + passage.text.count > DocumentText.pieceSize {
        pieces.append(DocumentText.written(label, open))
        open = []
        size = 0
      }
      open.append(
        DocumentText.Passage(
          kind: passage.kind.id, kindName: passage.kind.name, anchor: passage.anchor, text: passage.text))
      size += passage.text.count
    }
    return pieces + [DocumentText.written(label, open)]
  }
}
