extension EnglishStemmer {
  /// Gives a word that no rule suits its stem, and returns whether it is one.
  mutating func replaceException() -> Bool {
    guard 3...6 ~= word.count else { return false }
    let list = exceptions
    guard let ending = word.ending(of: list), ending.start == 0 else { return false }
    replace(ending, of: list)
    return true
  }

  /// Those that begin with the first letter of the word, and their stems.
  private var exceptions: StaticString {
    switch word[0] {
    case UInt8(ascii: "a"): "andes>andes atlas>atlas"
    case UInt8(ascii: "b"): "bias>bias"
    case UInt8(ascii: "c"): "cosmos>cosmos"
    case UInt8(ascii: "e"): "early>earli"
    case UInt8(ascii: "g"): "gently>gentl"
    case UInt8(ascii: "h"): "howe>howe"
    case UInt8(ascii: "i"): "idly>idl"
    case UInt8(ascii: "n"): "news>news"
    case UInt8(ascii: "o"): "only>onli"
    case UInt8(ascii: "s"): "sky>sky skies>sky skis>ski singly>singl"
    case UInt8(ascii: "u"): "ugly>ugli"
    default: ""
    }
  }

  /// How words begin whose R1 begins behind that, so that they do not share a stem with others that begin alike:
  /// `universe` and `university`.
  var unusualBeginning: StaticString {
    switch word.count > 0 ? word[0] : 0 {
    case UInt8(ascii: "a"): "arsen"
    case UInt8(ascii: "c"): "commun"
    case UInt8(ascii: "e"): "emerg"
    case UInt8(ascii: "g"): "gener"
    case UInt8(ascii: "i"): "inter"
    case UInt8(ascii: "l"): "later"
    case UInt8(ascii: "o"): "organ"
    case UInt8(ascii: "p"): "past"
    case UInt8(ascii: "u"): "univers"
    default: ""
    }
  }
}
