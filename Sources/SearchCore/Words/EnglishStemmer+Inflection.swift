/// Steps 0 and 1 of the algorithm: what inflection adds to a word.
extension EnglishStemmer {
  /// Step 0: `'s'`, `'s` or `'`.
  mutating func removePossessive() {
    let end = word.last == UInt8(ascii: "s") ? word.count - 1 : word.count
    guard word.has(oneOf: "'", before: end), let ending = word.ending(of: "'s' 's '") else { return }
    word.truncate(to: ending.start)
  }

  /// Step 1a: `caresses`, `cries`, `gaps`, and `tied`.
  mutating func removePlural() {
    guard word.last == UInt8(ascii: "s") || word.last == UInt8(ascii: "d"),
      let ending = word.ending(of: "sses ies ied us ss s")
    else { return }
    switch word.count - ending.start {
    case 4: word.truncate(to: ending.start + 2)
    case 3: replaceIE(at: ending.start)
    case 1: removeFinalS()
    default: break
    }
  }

  /// Leaves `i` of `ied` or `ies` behind more than one letter, and `ie` else: `cri`, but `tie`.
  private mutating func replaceIE(at start: Int) {
    let isBehindTwo = (word.startOfScalar(before: start) ?? 0) > 0
    word.truncate(to: start + (isBehindTwo ? 1 : 2))
  }

  /// Removes an s that has a vowel before it, but not right before it: `gaps`, but not `gas`.
  private mutating func removeFinalS() {
    guard word.count >= 2, word.containsVowel(before: word.count - 2) else { return }
    word.truncate(to: word.count - 1)
  }

  /// Step 1b: `agreed`, `plastered`, `motoring`, and the same with `ly`.
  mutating func removePastOrParticiple() {
    switch word.last {
    case UInt8(ascii: "d"), UInt8(ascii: "y"):
      if let ending = word.ending(of: "eedly eed") {
        replaceEED(at: ending.start)
      } else if let ending = word.ending(of: "ingly edly ed") {
        removeInflection(at: ending.start)
      }
    case UInt8(ascii: "g"):
      if let ending = word.ending(of: "ing"), !replaceUnusualING(at: ending.start) {
        removeInflection(at: ending.start)
      }
    default: break
    }
  }

  /// Leaves `ee` in R1, unless the word is `proceed`, `exceed` or `succeed`.
  private mutating func replaceEED(at start: Int) {
    guard start >= first, !word.isOne(of: "proc exc succ", upTo: start) else { return }
    word.truncate(to: start + 2)
  }

  /// `dying` becomes `die`, and words such as `evening` stay as they are; returns whether it is one of those.
  private mutating func replaceUnusualING(at start: Int) -> Bool {
    if word.isOne(of: "even cann inn earr herr out", upTo: start) { return true }
    guard word.has(oneOf: "y", before: start), word.startOfScalar(before: start - 1) == 0, !word[0].isVowel
    else {
      return false
    }
    word.truncate(to: start - 1)
    word.append(UInt8(ascii: "i"))
    word.append(UInt8(ascii: "e"))
    return true
  }

  /// Removes the end of a word that has a vowel before it, and mends what is left.
  private mutating func removeInflection(at start: Int) {
    guard word.containsVowel(before: start) else { return }
    word.truncate(to: start)
    if word.ending(of: "at bl iz") != nil {
      word.append(UInt8(ascii: "e"))
    } else if word.ending(of: "bb dd ff gg mm nn pp rr tt") != nil {
      if !isShortDouble { word.truncate(to: word.count - 1) }
    } else if word.count == first, endsInShortSyllable(at: word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Whether all that is before the two letters is a, e or o: `add`, `egg`, `off`.
  private var isShortDouble: Bool { word.count == 3 && word.has(oneOf: "aeo", before: 1) }

  /// Step 1c: `cry` becomes `cri`, but not `by` and `say`.
  mutating func replaceFinalY() {
    guard word.last | 0x20 == UInt8(ascii: "y"), let before = word.startOfScalar(before: word.count - 1),
      before > 0, !word[before].isVowel
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }
}

extension EnglishStemmer {
  /// Whether what is before an index ends in a short syllable: a vowel and a consonant, which begin the word, or
  /// follow a consonant and do not end in w, x or Y; or `past`.
  func endsInShortSyllable(at end: Int) -> Bool {
    if word.has("past", 0..<4, at: end - 4) { return true }
    guard let last = word.startOfScalar(before: end), last > 0, !word[last].isVowel, word[last - 1].isVowel
    else {
      return false
    }
    return last == 1 || !word.has(oneOf: "wxY", before: last + 1) && !word[last - 2].isVowel
  }
}
