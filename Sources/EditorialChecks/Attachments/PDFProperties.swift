import Escaping
import PDFText

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
      let value = Bytes(rest)
      var place = 1
      switch value.first {
      case UInt8(ascii: "("): return PDFString.text(of: PDFString.literal(in: value, at: &place))
      case UInt8(ascii: "<"): return PDFString.text(of: PDFString.hexadecimal(in: value, at: &place))
      // A name that stands elsewhere is one all the same.
      case .some(let byte) where byte.isDigit: return "?"
      default: return nil
      }
    }
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
