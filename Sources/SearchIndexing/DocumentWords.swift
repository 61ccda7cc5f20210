import SearchCore

/// The words of a document, ready to be added to the index.
struct DocumentWords: Sendable {
  /// The values of passage facets that passages are marked with, each once.
  let marks: [(facet: Facet, value: FacetValue)]
  /// How many words its passages have.
  let length: Int
  let forms: FormTable
  /// Where the occurrences of each form begin in `occurrences`.
  let starts: [UInt32]
  /// For each form its weight less 1, the number of its passages less 1, and for each passage its number less
  /// that of the one before less 1, the number of positions less 1, and the positions likewise.
  let occurrences: [UInt8]

  /// Takes a document apart.
  init(_ document: SearchableDocument) {
    var reading = DocumentReading()
    for (number, passage) in document.passages.enumerated() { reading.read(passage, number: number) }
    reading.markEverything(passageCount: document.passages.count)
    marks = reading.marks
    length = reading.length
    forms = reading.forms
    (starts, occurrences) = reading.occurrences()
  }
}

/// Reads the words of a document.
private struct DocumentReading {
  /// A word at its place.
  private struct Token {
    let form: UInt32
    let passage: UInt32
    let position: UInt32
  }

  private(set) var forms = FormTable()
  private(set) var marks: [(facet: Facet, value: FacetValue)] = []
  private(set) var length = 0
  private var tokens: [Token] = []
  /// How much the document has each form.
  private var weights: [Int] = []

  mutating func read(_ passage: SearchableDocument.Passage, number: Int) {
    var reader = WordReader()
    let text = passage.text.span
    while let word = reader.next(in: text) {
      let form = reader.form.withBytes { bytes in forms.number(of: bytes) }
      add(form, passage: number, position: word.position, weight: passage.weight)
      if word.kind != .whole { length += 1 }
    }
    for mark in passage.marks {
      let hidden = HiddenWord.marked(mark.facet, mark.value.id)
      let known = forms.count
      let form = forms.number(of: hidden.span)
      if form == known { marks.append(mark) }
      add(form, passage: number, position: 0, weight: 0)
    }
  }

  /// Says how many passages there are.
  mutating func markEverything(passageCount: Int) {
    let word = HiddenWord.everything
    let everything = word.span
    add(forms.number(of: everything), passage: 0, position: 0, weight: passageCount)
  }

  private mutating func add(_ form: Int, passage: Int, position: Int, weight: Int) {
    if form == weights.count { weights.append(0) }
    weights[form] += weight
    tokens.append(Token(form: UInt32(form), passage: UInt32(passage), position: UInt32(position)))
  }

  /// The occurrences, form by form.
  func occurrences() -> (starts: [UInt32], bytes: [UInt8]) {
    var ends = [Int](repeating: 0, count: forms.count + 1)
    for token in tokens { ends[Int(token.form) + 1] += 1 }
    for form in 1...forms.count { ends[form] += ends[form - 1] }
    var places = ends
    var ordered = [Int](repeating: 0, count: tokens.count)
    for (index, token) in tokens.enumerated() {
      ordered[places[Int(token.form)]] = index
      places[Int(token.form)] += 1
    }
    var starts: [UInt32] = []
    starts.reserveCapacity(forms.count)
    var writer = ByteWriter()
    for form in 0..<forms.count {
      starts.append(UInt32(writer.count))
      writer.write(number: min(max(weights[form], 1), Int(UInt16.max)) - 1)
      write(ordered[ends[form]..<ends[form + 1]], to: &writer)
    }
    // A copy has no room to grow: all documents are held until the last is read.
    return (starts, [UInt8](writer.bytes[...]))
  }

  private func write(_ indices: ArraySlice<Int>, to writer: inout ByteWriter) {
    var passageCount = 0
    var last = UInt32.max
    for index in indices where tokens[index].passage != last {
      last = tokens[index].passage
      passageCount += 1
    }
    writer.write(number: passageCount - 1)
    var index = indices.startIndex
    var before = -1
    while index < indices.endIndex {
      let passage = tokens[indices[index]].passage
      var end = index + 1
      while end < indices.endIndex, tokens[indices[end]].passage == passage { end += 1 }
      writer.write(number: Int(passage) - before - 1)
      before = Int(passage)
      writer.write(number: end - index - 1)
      var position = -1
      for token in indices[index..<end] {
        writer.write(number: Int(tokens[token].position) - position - 1)
        position = Int(tokens[token].position)
      }
      index = end
    }
  }
}
