import SearchCore

/// The forms of an archive by their stems.
struct Vocabulary: Sendable {
  struct Stem: Sendable {
    let stem: [UInt8]
    /// The numbers of its forms, in the order of their bytes.
    fileprivate(set) var forms: [Int]
  }

  let forms: FormTable
  /// In the order of their bytes.
  let stems: [Stem]
  /// The numbers of the forms that readers can type, in the order of their bytes.
  let spellings: [Int]

  /// - Parameter others: Stems that must be there, although no text may have them.
  init(_ forms: FormTable, with others: [[UInt8]]) {
    self.forms = forms
    let ordered = (0..<forms.count).filter { !forms[$0].isEmpty }.sorted {
      forms[$0].lexicographicallyPrecedes(forms[$1])
    }
    spellings = ordered.filter { !Self.isHidden(forms[$0]) }
    var byStem: [[UInt8]: [Int]] = [:]
    for form in ordered {
      let bytes = [UInt8](forms[form])
      byStem[Self.isHidden(bytes) ? bytes : QueryWords.stem(of: bytes), default: []].append(form)
    }
    for stem in others where byStem[stem] == nil { byStem[stem] = [] }
    stems = byStem.map { Stem(stem: $0, forms: $1) }
      .sorted { $0.stem.lexicographicallyPrecedes($1.stem) }
  }

  /// Whether a word is one that readers cannot type: `HiddenWord`.
  static func isHidden(_ word: some Collection<UInt8>) -> Bool { word.first ?? 0 < 0x20 }

  /// The forms of a stem.
  func forms(of stem: [UInt8]) -> [Int] { place(of: stem).map { stems[$0].forms } ?? [] }

  /// Where a stem stands among all, found by halves.
  func place(of stem: [UInt8]) -> Int? {
    var low = 0
    var high = stems.count
    while low < high {
      let middle = (low + high) / 2
      if stems[middle].stem.lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low].stem == stem ? low : nil
  }
}
