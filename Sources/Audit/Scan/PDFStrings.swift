import Escaping
import PDFText

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
      case UInt8(ascii: "("): append(PDFString.literal(in: bytes, at: &place))
      case UInt8(ascii: "<") where place < bytes.count && bytes[place] != UInt8(ascii: "<"):
        append(PDFString.hexadecimal(in: bytes, at: &place))
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

  private mutating func append(_ string: Bytes) {
    text.append(contentsOf: PDFString.text(of: string).utf8)
    if !isInArray { text.append(UInt8(ascii: " ")) }
  }
}
