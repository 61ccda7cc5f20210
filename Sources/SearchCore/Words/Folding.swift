/// What makes words equal that differ in case, accents or form only.
///
/// A scalar folds to itself in NFKD, each scalar of that in lower case by itself, in NFKD again; only letters and
/// numbers are left of it. The data are those of Unicode 14.0.
enum Folding {
  /// What a scalar folds to.
  @inline(never)
  static func fold(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0..<0x80: fold(ascii: scalar)
    // Quotation marks, dashes and the other punctuation that English texts are full of.
    case 0x2000..<0x2070: .other
    case 0xAC00..<0xAC00 + hangulSyllables: .hangul(scalar - 0xAC00)
    case 0..<FoldingTable.end: FoldingPage.fold(scalar)
    // Variation selectors.
    case 0xE0100..<0xE01F0: .mark
    default: .other
    }
  }

  private static func fold(ascii scalar: UInt32) -> FoldedScalar {
    switch UInt8(truncatingIfNeeded: scalar) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter(scalar)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter(scalar | 0x20)
    default: .other
    }
  }

  fileprivate static let vowels: UInt32 = 21
  /// The consonants at the end of a syllable, and that there is none.
  fileprivate static let finals: UInt32 = 28
  private static let hangulSyllables: UInt32 = 19 * vowels * finals
}

extension Spelling {
  /// Appends what a scalar folds to.
  mutating func append(_ folded: FoldedScalar) {
    switch folded {
    case .other, .mark, .nothing: break
    case .letter(let letter): append(scalar: letter)
    case .word(let word): append(word)
    case .hangul(let syllable): append(hangul: syllable)
    }
  }

  /// Appends the two or three letters of a Hangul syllable (the Unicode Standard, section 3.12).
  private mutating func append(hangul syllable: UInt32) {
    append(scalar: 0x1100 + syllable / (Folding.vowels * Folding.finals))
    append(scalar: 0x1161 + syllable / Folding.finals % Folding.vowels)
    let final = syllable % Folding.finals
    if final > 0 { append(scalar: 0x11A7 + final) }
  }
}
