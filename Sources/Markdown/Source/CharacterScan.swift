import Escaping

/// What one pass over the bytes of a source finds: whether they are UTF-8, and invisible characters.
struct CharacterScan {
  /// The place of the first byte that is no part of UTF-8.
  private(set) var firstInvalid: Int?
  /// The invisible characters and their places.
  private(set) var invisible: [(offset: Int, scalar: Unicode.Scalar)] = []

  init(_ bytes: Bytes) {
    var index = bytes.endOfPrintableASCII(from: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        // The end of a word of printable ASCII is near, so the next word is tried again.
        if byte < 0x20 || byte == 0x7F { note(Unicode.Scalar(byte), at: index) }
        index += 1
        if index & 7 == 0 { index = bytes.endOfPrintableASCII(from: index) }
      } else if let character = Character(bytes, at: index) {
        if character.mayBeInvisible, let scalar = Unicode.Scalar(character.value) { note(scalar, at: index) }
        index += character.length
      } else {
        firstInvalid = index
        return
      }
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, at offset: Int) {
    // cmark drops a byte order mark at the very beginning.
    if offset == 0, scalar == "\u{FEFF}" { return }
    if scalar.isReportedAsInvisible { invisible.append((offset, scalar)) }
  }

  /// A character of two to four bytes (The Unicode Standard, table 3-7).
  private struct Character {
    let value: UInt32
    let length: Int

    init?(_ bytes: Bytes, at index: Int) {
      let lead = bytes[index]
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: return nil
      }
      guard index + length <= bytes.count else { return nil }
      var value = UInt32(lead) & (0x7F >> UInt32(length))
      for offset in 1..<length {
        let byte = bytes[index + offset]
        guard byte & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(byte & 0x3F)
      }
      let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
      guard value >= least, value <= 0x10_FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
      self.value = value
    }

    /// Whether it is worth asking; quotation marks, dashes and most letters are not.
    var mayBeInvisible: Bool {
      switch value {
      case 0xA0..<0x300: value == 0xAD
      case 0x2010...0x2027: false
      default: true
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is invisible and not one of those that lay out plain text.
  var isReportedAsInvisible: Bool {
    isInvisible && self != "\n" && self != "\t" && self != "\r"
  }
}
