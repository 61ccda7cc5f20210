import Escaping

extension Bytes {
  /// The strings of a PDF whose objects are not packed (ISO 32000-1, 7.3.4), a space between them: comments, bookmarks,
  /// values of forms, other words for pictures, addresses of links, and the words of pages, hidden ones too, as far as
  /// their font has a byte for each letter.
  ///
  /// The strings of an array are one word, since programs set the letters of a word so.
  var stringsOfPDF: Bytes {
    var reader = PDFStringReader(self)
    return reader.read()
  }
}

private struct PDFStringReader {
  private let bytes: Bytes
  private var place = 0
  private var text = Bytes()
  private var isInArray = false

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  mutating func read() -> Bytes {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): append(literal())
      case UInt8(ascii: "<") where place < bytes.count && bytes[place] != UInt8(ascii: "<"):
        append(hexadecimal())
      case UInt8(ascii: "<"): place += 1
      case UInt8(ascii: "["): isInArray = true
      case UInt8(ascii: "]"):
        isInArray = false
        text.append(UInt8(ascii: " "))
      default: break
      }
    }
    return text
  }

  /// Appends a string: UTF-16 or UTF-8 where it begins with their mark, else a byte for each letter of Latin 1.
  private mutating func append(_ string: Bytes) {
    if string.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: string.count - 1, by: 2).map {
        UInt16(string[$0]) << 8 | UInt16(string[$0 + 1])
      }
      text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    } else if string.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.append(contentsOf: string.dropFirst(3))
    } else {
      for byte in string {
        if byte < 0x80 {
          text.append(byte)
        } else {
          text.append(0xC0 | byte >> 6)
          text.append(0x80 | byte & 0x3F)
        }
      }
    }
    if !isInArray { text.append(UInt8(ascii: " ")) }
  }

  /// The bytes of a literal string: parentheses nest, a backslash escapes.
  private mutating func literal() -> Bytes {
    var string = Bytes()
    var depth = 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"): appendEscaped(to: &string)
      case UInt8(ascii: "("):
        depth += 1
        string.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return string }
        string.append(byte)
      default: string.append(byte)
      }
    }
    return string
  }

  private mutating func appendEscaped(to string: inout Bytes) {
    guard place < bytes.count else { return }
    let digits = bytes[place...].prefix(3).prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    if !digits.isEmpty {
      string.append(digits.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
      place += digits.count
      return
    }
    switch bytes[place] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): string.append(UInt8(ascii: " "))
    // A line that is broken in the file only.
    case UInt8(ascii: "\n"): break
    default: string.append(bytes[place])
    }
    place += 1
  }

  private mutating func hexadecimal() -> Bytes {
    var digits = Bytes()
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if let digit = bytes[place].hexDigit { digits.append(digit) }
      place += 1
    }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0)
    }
  }
}
