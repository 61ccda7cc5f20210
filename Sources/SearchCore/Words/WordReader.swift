/// Reads the words of a passage one after the other, without storing them.
///
/// A word begins with a letter or number and goes on with those and marks. A possessive `'s` is no part of it.
/// Words with just one hyphen or dot between them are a compound, which is read in parts and then whole.
///
///     var reader = WordReader()
///     while let word = reader.next(in: text) { use(reader.form, word.position) }
package struct WordReader: ~Copyable {
  /// How the word that was read last is written, folded.
  package private(set) var form = Spelling()

  /// The bytes before this place are read.
  private var place = 0
  /// How many words, wholes not counted, were read.
  private var words = 0
  private var compound = Compound()

  /// A reader at the beginning of a passage.
  package init() {}

  /// Begins another passage, wherever in the last one it is.
  package mutating func restart() {
    place = 0
    words = 0
    compound.close(&form)
  }

  /// Reads the next word of a text, the same at every call; nil at its end.
  ///
  /// What is not UTF-8 ends a word.
  @inline(never)
  package mutating func next(in text: Span<UInt8>) -> Word? {
    if compound.isComplete { return takeCompound() }
    guard let range = takeRun(in: text) else { return nil }
    let position = words
    words += 1
    let joiner = takePossessive(in: text) ? nil : takeJoiner(in: text)
    guard joiner != nil || compound.isOpen else {
      return Word(kind: .single, position: position, range: range)
    }
    compound.append(form, at: range, position: position, joiner: joiner)
    return Word(kind: .part, position: position, range: range)
  }

  private mutating func takeCompound() -> Word {
    let whole = Word(kind: .whole, position: compound.position, range: compound.range)
    compound.close(&form)
    return whole
  }

  // MARK: Runs

  /// Reads the next run that does not fold to nothing.
  private mutating func takeRun(in text: Span<UInt8>) -> Range<Int>? {
    while true {
      place = text.startOfRun(from: place)
      guard place < text.count else { return nil }
      let start = place
      let end = foldRun(of: text)
      if !form.isEmpty { return start..<end }
      _ = takePossessive(in: text)
    }
  }

  /// Folds the run that begins here, and returns its end; the ignored scalars behind it are read too.
  private mutating func foldRun(of text: Span<UInt8>) -> Int {
    form.truncate(to: 0)
    var end = place
    while true {
      if takeASCII(of: text) { end = place }
      guard place < text.count, text[place] >= 0x80 else { return end }
      let scalar = text.scalar(at: place)
      if !scalar.value.isIgnored {
        let folded = Folding.fold(scalar.value)
        guard folded.isInRun else { return end }
        form.append(folded)
        end = place + scalar.length
      }
      place += scalar.length
    }
  }

  /// Folds the letters and digits of ASCII that stand here, and returns whether there were any.
  @inline(__always)
  private mutating func takeASCII(of text: Span<UInt8>) -> Bool {
    let start = place
    while place < text.count {
      let eight = EightBytes(text, at: place)
      let length = eight.leadingLettersAndDigits
      form.append(eight.lowercased, first: length)
      place += length
      if length < 8 { break }
    }
    return place > start
  }

  // MARK: What follows a run

  /// Reads the possessive `'s` that stands here, and returns whether there is one.
  private mutating func takePossessive(in text: Span<UInt8>) -> Bool {
    guard let end = text.endOfPossessive(from: place) else { return false }
    place = end
    return true
  }

  /// Reads the joiner that stands here between two words; nil if there is none.
  private mutating func takeJoiner(in text: Span<UInt8>) -> UInt8? {
    guard let (joiner, end) = text.joiner(at: place) else { return nil }
    place = end
    return joiner
  }
}

/// The compound whose parts are being read.
private struct Compound: ~Copyable {
  /// The parts and joiners so far.
  private(set) var form = Spelling()
  private(set) var range = 0..<0
  /// The position of the first part.
  private(set) var position = 0
  /// Whether a part is to follow.
  private(set) var isOpen = false
  /// Whether the last part is there.
  private(set) var isComplete = false

  /// Appends a part, and the joiner behind it unless it is the last.
  mutating func append(_ part: borrowing Spelling, at range: Range<Int>, position: Int, joiner: UInt8?) {
    if form.isEmpty {
      self.position = position
      self.range = range
    }
    self.range = self.range.lowerBound..<range.upperBound
    form.append(part)
    if let joiner { form.append(joiner) }
    isOpen = joiner != nil
    isComplete = joiner == nil
  }

  /// Gives the whole away; what follows is another compound.
  mutating func close(_ whole: inout Spelling) {
    swap(&form, &whole)
    form.truncate(to: 0)
    isOpen = false
    isComplete = false
  }
}
