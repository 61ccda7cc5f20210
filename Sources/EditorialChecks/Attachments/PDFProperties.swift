import Escaping

/// The authors that a PDF names (ISO 32000-1, 14.3).
///
/// Looked at are `/Author` of the document information and `dc:creator` of the metadata, where they are not
/// compressed: programs that write them into a compressed object stream are not seen through.
enum PDFProperties {
  static func authors(in bytes: Bytes) -> [String] {
    informationAuthors(in: bytes) + metadataAuthors(in: bytes)
  }

  /// The longest name of a person, in bytes.
  private static let longest = 2048

  // MARK: Document information

  private static func informationAuthors(in bytes: Bytes) -> [String] {
    let key = Bytes("/Author".utf8)
    return bytes.places(of: key).compactMap { place in
      let rest = bytes[(place + key.count)...].prefix(longest).drop { $0 <= 0x20 }
      switch rest.first {
      case UInt8(ascii: "("): return text(literal(rest.dropFirst()))
      case UInt8(ascii: "<"): return text(hexadecimal(rest.dropFirst()))
      // A name that stands elsewhere is one all the same.
      case .some(let byte) where byte.isDigit: return "?"
      default: return nil
      }
    }
  }

  /// The bytes of a literal string: parentheses nest, a backslash escapes.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> Bytes {
    var string = Bytes()
    var depth = 1
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = rest.first else { return string }
        if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(escaped) {
          let digits = rest.prefix(3).prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
          rest = rest.dropFirst(digits.count)
          string.append(digits.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
        } else {
          string.append(escaped)
          rest.removeFirst()
        }
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

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> Bytes {
    let digits = bytes.prefix { $0 != UInt8(ascii: ">") }.compactMap {
      Character(Unicode.Scalar($0)).hexDigitValue
    }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0))
    }
  }

  /// A string of text: UTF-16 or UTF-8 where it begins with their mark, else a byte for each character.
  private static func text(_ bytes: Bytes) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  // MARK: Metadata

  private static func metadataAuthors(in bytes: Bytes) -> [String] {
    bytes.places(of: Bytes("<dc:creator>".utf8)).flatMap { place -> [String] in
      let rest = bytes[place...].prefix(longest)
      let end = Bytes(rest).places(of: Bytes("</dc:creator>".utf8)).first ?? rest.count
      return XMLElements(in: Bytes(rest.prefix(end))).texts(of: ["creator", "li"])
    }
  }
}

extension Bytes {
  /// Where a text stands, the first of so many places that the file means something by them.
  fileprivate func places(of text: Bytes) -> [Int] {
    var places: [Int] = []
    var position = startIndex
    while places.count < 100, let first = self[position...].firstIndex(of: text[0]) {
      if self[first...].starts(with: text) { places.append(first) }
      position = first + 1
    }
    return places
  }
}
