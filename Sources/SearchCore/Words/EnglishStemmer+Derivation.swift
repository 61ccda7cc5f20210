/// Steps 2 to 5 of the algorithm: what makes one word from another.
///
/// Of several endings that a word has, only the longest counts, whether or not its rule then holds.
extension EnglishStemmer {
  /// Step 2, in R1: `relational` becomes `relate`.
  mutating func shortenDoubleSuffix() {
    switch word.last {
    case UInt8(ascii: "i"):
      _ =
        replaceInFirst(
          """
          biliti>ble lessli>less aliti>al iviti>ive entli>ent ousli>ous fulli>ful abli>able alli>al anci>ance \
          enci>ence bli>ble
          """)
        || replaceInFirst("ogi>og", behind: "l") || replaceInFirst("li>", behind: "cdeghkmnrt")
    case UInt8(ascii: "l"): _ = replaceInFirst("ational>ate tional>tion")
    case UInt8(ascii: "m"): _ = replaceInFirst("alism>al")
    case UInt8(ascii: "n"): _ = replaceInFirst("ization>ize ation>ate")
    case UInt8(ascii: "r"): _ = replaceInFirst("izer>ize ator>ate")
    case UInt8(ascii: "s"): _ = replaceInFirst("iveness>ive fulness>ful ousness>ous")
    case UInt8(ascii: "t"): _ = replaceInFirst("ogist>og")
    default: break
    }
  }

  /// Step 3, in R1: `formalize` becomes `formal`; `ative` must be in R2.
  mutating func shortenSuffix() {
    switch word.last {
    case UInt8(ascii: "e"):
      if !replaceInFirst("alize>al icate>ic") { removeInSecond("ative") }
    case UInt8(ascii: "i"): _ = replaceInFirst("iciti>ic")
    case UInt8(ascii: "l"): _ = replaceInFirst("ational>ate tional>tion ical>ic ful>")
    case UInt8(ascii: "s"): _ = replaceInFirst("ness>")
    default: break
    }
  }

  /// Step 4, in R2: `revival` becomes `reviv`.
  mutating func removeSuffix() {
    switch word.last {
    case UInt8(ascii: "c"): removeInSecond("ic")
    case UInt8(ascii: "e"): removeInSecond("ance ence able ible ate ive ize")
    case UInt8(ascii: "i"): removeInSecond("iti")
    case UInt8(ascii: "l"): removeInSecond("al")
    case UInt8(ascii: "m"): removeInSecond("ism")
    case UInt8(ascii: "n"): removeInSecond("ion", behind: "st")
    case UInt8(ascii: "r"): removeInSecond("er")
    case UInt8(ascii: "s"): removeInSecond("ous")
    case UInt8(ascii: "t"): removeInSecond("ement ment ent ant")
    default: break
    }
  }

  /// Step 5: an e in R2, or in R1 behind what is no short syllable; an l in R2 behind another.
  mutating func removeFinalLetter() {
    guard word.count > 0 else { return }
    let start = word.count - 1
    switch word.last {
    case UInt8(ascii: "e"):
      guard start >= second || start >= first && !endsInShortSyllable(at: start) else { return }
    case UInt8(ascii: "l"):
      guard start >= second, word.has(oneOf: "l", before: start) else { return }
    default: return
    }
    word.truncate(to: start)
  }
}
