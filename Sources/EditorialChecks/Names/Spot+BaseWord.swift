extension Spot {
  /// The word at the spot without a possessive ending: that of `Jack’s` is `jack`.
  var baseWord: Word {
    guard let token = self[0] else { return Word() }
    let bytes = passage.bytes[token.range]
    for ending in ["'s", "’s"]
    where bytes.count > ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return Word(String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self)) ?? token.word
    }
    return token.word
  }
}
