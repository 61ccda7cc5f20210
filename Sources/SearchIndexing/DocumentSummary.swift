import Crypto
import SearchCore

/// What of a document is needed when all are there, but for its words.
struct DocumentSummary: Sendable {
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

  init(_ document: SearchableDocument, _ words: DocumentWords, number: Int, texts: [[UInt8]]) {
    self.number = number
    label = document.label
    day = document.day
    values = document.values
    marks = words.marks
    length = words.length
    textDigest = [UInt8](SHA256.hash(data: texts.first ?? []))
    moreTexts = [[UInt8]](texts.dropFirst())
  }
}
