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
  /// The digest of the first piece of its text, which is written.
  let textDigest: [UInt8]
  /// The passages of the other pieces, which few have; their numbers are known when all documents are there.
  let moreTexts: [[DocumentText.Passage]]

  init(
    _ document: SearchableDocument, _ words: DocumentWords, number: Int, firstText: [UInt8],
    moreTexts: some Sequence<[DocumentText.Passage]>
  ) {
    self.number = number
    label = document.label
    day = document.day
    values = document.values
    marks = words.marks
    length = words.length
    textDigest = [UInt8](SHA256.hash(data: firstText))
    self.moreTexts = [[DocumentText.Passage]](moreTexts)
  }
}
