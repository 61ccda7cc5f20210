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
  /// Whether the piece of its text is that of the last index and was not written again.
  let hasLastText: Bool

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
    hasLastText = false
  }

  // MARK: Keeping

  /// Writes what ``init(keptIn:number:)`` reads; a document has one text there.
  func write(to writer: inout ByteWriter) {
    precondition(moreTexts.isEmpty, "a document of several texts is not kept")
    label.write(to: &writer)
    writer.write(number: day)
    for values in values { writer.write(list: values) { $1.write(to: &$0) } }
    writer.write(number: marks.count)
    for mark in marks {
      writer.write(number: mark.facet.rawValue)
      mark.value.write(to: &writer)
    }
    writer.write(number: length)
    writer.write(text: textDigest)
  }

  /// A document as it was kept; nil where that is damaged.
  init?(keptIn reader: inout ByteReader, number: Int) {
    guard let label = Label(reading: &reader) else { return nil }
    self.number = number
    self.label = label
    day = reader.number()
    var values: [[FacetValue]] = []
    for _ in Facet.ofDocuments { values.append(reader.list { FacetValue(reading: &$0) }) }
    self.values = values
    var marks: [(facet: Facet, value: FacetValue)] = []
    for _ in 0..<reader.number() where !reader.isDamaged {
      guard let facet = Facet(rawValue: reader.number()) else { return nil }
      marks.append((facet, FacetValue(reading: &reader)))
    }
    self.marks = marks
    length = reader.number()
    textDigest = reader.text()
    moreTexts = []
    hasLastText = true
    if reader.isDamaged { return nil }
  }
}

extension FacetValue {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(text: id)
    writer.write(text: name)
  }
}
