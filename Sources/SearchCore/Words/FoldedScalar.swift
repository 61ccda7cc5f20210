/// The part that a scalar has in the words of a text, and what it folds to.
enum FoldedScalar {
  /// It ends a run.
  case other
  /// A mark (M*): it goes on with a run, and folds to nothing.
  case mark
  /// A letter or number (L*, N*), which begins a run or goes on with it; it folds to nothing.
  case nothing
  /// A letter or number that folds to one.
  case letter(UInt32)
  /// A letter or number that folds to several, which a page of the table spells.
  case word(FoldedWord)
  /// A Hangul syllable, by its number.
  case hangul(UInt32)

  var isInRun: Bool {
    switch self {
    case .other: false
    default: true
    }
  }

  /// Whether it begins a run.
  var isLetter: Bool {
    switch self {
    case .other, .mark: false
    default: true
    }
  }
}

extension UInt32 {
  /// Whether a scalar counts for nothing wherever it stands: the soft hyphen, joiners of no width, and the mark that
  /// may begin a file.
  var isIgnored: Bool {
    switch self {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
