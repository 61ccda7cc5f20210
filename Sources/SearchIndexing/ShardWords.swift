import SearchCore

/// The words of the documents of a shard, gathered while documents are added.
struct ShardWords: Sendable {
  /// A document's occurrences, with the numbers of its forms in the table of all.
  struct Document: Sendable {
    let number: Int
    let forms: [UInt32]
    let starts: [UInt32]
    let occurrences: [UInt8]

    /// - Parameter forms: The numbers of its forms in the table of all.
    init(number: Int, forms: [Int], _ words: DocumentWords) {
      self.number = number
      self.forms = forms.map { UInt32($0) }
      starts = words.starts
      occurrences = words.occurrences
    }

    /// The document as bytes.
    func written() -> [UInt8] {
      var writer = ByteWriter()
      writer.write(number: number)
      writer.write(number: forms.count)
      for form in forms { writer.write(number: Int(form)) }
      var last: UInt32 = 0
      for start in starts {
        writer.write(number: Int(start - last))
        last = start
      }
      writer.write(raw: occurrences)
      return writer.bytes
    }

    /// Reads what ``written()`` gave.
    init(reading bytes: [UInt8]) {
      var reader = ByteReader(bytes)
      number = reader.number()
      let count = reader.number()
      forms = (0..<count).map { _ in UInt32(reader.number()) }
      var start: UInt32 = 0
      starts = (0..<count).map { _ in
        start += UInt32(reader.number())
        return start
      }
      occurrences = [UInt8](bytes[reader.position...])
    }

    /// The occurrences of each form.
    var occurrencesByForm: [UInt32: ArraySlice<UInt8>] {
      let ends = starts.dropFirst() + [UInt32(occurrences.count)]
      return Dictionary(
        uniqueKeysWithValues: zip(forms, zip(starts, ends)).map { form, place in
          (form, occurrences[Int(place.0)..<Int(place.1)])
        })
    }
  }

  /// Where the occurrences of a form in a document are.
  struct Reference: Sendable {
    let document: UInt32
    let start: UInt32
  }

  /// The occurrences of all documents, one document after the other.
  private let occurrences: [UInt8]
  /// Where those of each form begin in `references`, and the end.
  private var ends: [Int]
  private var references: [Reference]

  let documentCount: Int

  /// - Parameters:
  ///   - documents: Those of the shard, numbered from 0 in it, in any order.
  ///   - formCount: How many forms all shards have.
  init(_ documents: consuming [Document], formCount: Int) {
    // The last comes first, so that each can be let go of when its occurrences are copied.
    var documents = documents
    documents.sort { $0.number > $1.number }
    documentCount = documents.count
    ends = [Int](repeating: 0, count: formCount + 1)
    for document in documents { for form in document.forms { ends[Int(form) + 1] += 1 } }
    for form in 0..<formCount { ends[form + 1] += ends[form] }
    var places = ends
    references = [Reference](repeating: Reference(document: 0, start: 0), count: ends[formCount])
    var occurrences: [UInt8] = []
    occurrences.reserveCapacity(documents.reduce(0) { $0 + $1.occurrences.count })
    while let document = documents.popLast() {
      for (form, start) in zip(document.forms, document.starts) {
        references[places[Int(form)]] = Reference(
          document: UInt32(document.number), start: start + UInt32(occurrences.count))
        places[Int(form)] += 1
      }
      occurrences += document.occurrences
    }
    self.occurrences = occurrences
  }

  /// How many documents have a form.
  func count(of form: Int) -> Int { ends[form + 1] - ends[form] }

  /// The documents that have a form.
  func documents(of form: Int) -> [Int] { references[ends[form]..<ends[form + 1]].map { Int($0.document) } }

  /// Where forms stand in a document.
  func occurrences(of forms: [Int], in document: Int) -> [Place] {
    var found: [Place] = []
    for form in forms {
      guard let reference = reference(to: form, in: document) else { continue }
      var reader = ByteReader(occurrences, Int(reference.start)..<occurrences.count)
      _ = reader.number()
      var passage = -1
      for _ in 0...reader.number() {
        passage += reader.number() + 1
        var position = -1
        for _ in 0...reader.number() {
          position += reader.number() + 1
          found.append(Place(passage: passage, position: position))
        }
      }
    }
    return found
  }

  /// Where a form stands in a document, found by halves.
  private func reference(to form: Int, in document: Int) -> Reference? {
    var (low, high) = (ends[form], ends[form + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(references[middle].document) < document { low = middle + 1 } else { high = middle }
    }
    guard low < ends[form + 1], Int(references[low].document) == document else { return nil }
    return references[low]
  }

  /// The list of a form.
  func list(of form: Int) -> FormList {
    FormList(references.span.extracting(ends[form]..<ends[form + 1]), occurrences.span)
  }
}

/// Where a word stands in a document.
struct Place: Hashable {
  let passage: Int
  let position: Int
}
