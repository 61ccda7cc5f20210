import FileSystem

/// The forms of which a shard does not say what it said in the last index.
struct ChangedForms: Sendable {
  private var isChanged: [Bool]

  /// Where more of the documents than one in so many are others, nothing is worth to be looked for.
  private static let mostChanged = 4

  /// Compares the words of documents; nil where too many are others.
  ///
  /// - Parameters:
  ///   - documents: Where the words of each document wait.
  ///   - last: Where those of the last index do; what stands at a place does not change.
  init?(
    from last: [Range<Int>], to documents: [Range<Int>], in scratch: ScratchFile, _ words: ShardWords,
    formCount: Int
  ) throws {
    isChanged = [Bool](repeating: false, count: formCount)
    let all = Swift.max(documents.count, last.count)
    let changed = (0..<all).filter { number in
      number >= documents.count || number >= last.count || documents[number] != last[number]
    }
    guard changed.count * Self.mostChanged <= all else { return nil }
    for number in changed {
      let occurrences = try [last, documents].map { places in
        number < places.count
          ? try ShardWords.Document(reading: scratch.read(places[number])).occurrencesByForm : [:]
      }
      note(occurrences[0], occurrences[1])
    }
    guard documents.count != last.count else { return }
    // A list of all documents is written in another way.
    for form in 0..<formCount where [documents.count, last.count].contains(words.count(of: form)) {
      isChanged[form] = true
    }
  }

  /// Notes the forms that two documents have not alike.
  private mutating func note(_ one: [UInt32: ArraySlice<UInt8>], _ other: [UInt32: ArraySlice<UInt8>]) {
    for (form, occurrences) in one where other[form] != occurrences { isChanged[Int(form)] = true }
    for form in other.keys where one[form] == nil { isChanged[Int(form)] = true }
  }

  /// Whether one of the forms of a stem has changed.
  func contains(formOf stem: Vocabulary.Stem) -> Bool { stem.forms.contains { isChanged[$0] } }
}
