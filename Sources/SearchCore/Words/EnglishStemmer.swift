/// The English stemmer of Snowball (Porter2), as of version 3.1.1.
///
/// The rules are those of https://snowballstem.org/algorithms/english/stemmer.html, where the steps are numbered.
/// A word is a form: folded, and thus in lower case. While it is worked on, a `Y` is a y that is a consonant.
/// The region R1 of a word begins behind the first consonant that follows a vowel, and R2 behind the next such
/// consonant in R1; a rule that names a region holds where its ending lies wholly in it. What is not one of
/// the letters a, e, i, o, u and y counts as a consonant, whatever it is.
package struct EnglishStemmer: ~Copyable {
  var word: Spelling
  /// Where R1 begins, even when the word has become shorter than that.
  private(set) var first = 0
  /// Where R2 begins.
  private(set) var second = 0

  private init(_ word: consuming Spelling) { self.word = word }

  /// Makes a form its stem, which is never longer.
  package static func stem(_ form: inout Spelling) {
    var stemmer = EnglishStemmer(form)
    stemmer.stem()
    form = stemmer.word
  }

  private mutating func stem() {
    guard !replaceException(), word.hasThreeScalars else { return }
    if word[0] == UInt8(ascii: "'") { word.removeFirst() }
    let hasConsonantY = markConsonantY()
    markRegions()
    removePossessive()
    removePlural()
    removePastOrParticiple()
    replaceFinalY()
    shortenDoubleSuffix()
    shortenSuffix()
    removeSuffix()
    removeFinalLetter()
    if hasConsonantY { unmarkConsonantY() }
  }

  /// Marks a y that begins the word or follows a vowel, and returns whether there is one.
  private mutating func markConsonantY() -> Bool {
    var isMarked = false
    for index in 0..<word.count where word[index] == UInt8(ascii: "y") {
      guard index == 0 || word[index - 1].isVowel else { continue }
      word[index] = UInt8(ascii: "Y")
      isMarked = true
    }
    return isMarked
  }

  private mutating func unmarkConsonantY() {
    for index in 0..<word.count where word[index] == UInt8(ascii: "Y") { word[index] = UInt8(ascii: "y") }
  }

  // MARK: Regions

  private mutating func markRegions() {
    let beginning = unusualBeginning
    let isUnusual = beginning.count > 0 && word.has(beginning, 0..<beginning.count, at: 0)
    first = isUnusual ? beginning.count : endOfSyllable(from: 0)
    second = endOfSyllable(from: first)
  }

  /// The end of the first consonant that follows a vowel at or after an index, or the end of the word.
  @inline(never)
  private func endOfSyllable(from start: Int) -> Int {
    var index = start
    while index < word.count, !word[index].isVowel { index += 1 }
    while index < word.count, word[index].isVowel { index += 1 }
    return index < word.count ? word.endOfScalar(at: index) : word.count
  }

  // MARK: Endings

  /// Puts its replacement in the place of an ending.
  mutating func replace(_ ending: Ending, of list: StaticString) {
    word.truncate(to: ending.start)
    word.append(list, ending.replacement)
  }

  /// Replaces an ending in R1, which must stand behind one of the letters if there are some; returns whether the
  /// word has one of the endings at all.
  @inline(never)
  mutating func replaceInFirst(_ list: StaticString, behind letters: StaticString = "") -> Bool {
    guard let ending = word.ending(of: list) else { return false }
    if ending.start >= first, letters.count == 0 || word.has(oneOf: letters, before: ending.start) {
      replace(ending, of: list)
    }
    return true
  }

  /// Removes an ending in R2, which must stand behind one of the letters if there are some.
  @inline(never)
  mutating func removeInSecond(_ list: StaticString, behind letters: StaticString = "") {
    guard let ending = word.ending(of: list), ending.start >= second,
      letters.count == 0 || word.has(oneOf: letters, before: ending.start)
    else { return }
    word.truncate(to: ending.start)
  }
}
