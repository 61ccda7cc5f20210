package import Escaping

/// Strings as they stand in a PDF (ISO 32000-1, 7.3.4 and 7.9.2).
package enum PDFString {
  /// The bytes of a literal string: parentheses nest, a backslash escapes.
  ///
  /// - Parameter place: Where the string begins, behind its parenthesis; then where it ends, behind the other.
  package static func literal(in bytes: Bytes, at place: inout Int) -> Bytes {
    var string = Bytes()
    var depth = 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"): appendEscaped(in: bytes, at: &place, to: &string)
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

  private static func appendEscaped(in bytes: Bytes, at place: inout Int, to string: inout Bytes) {
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

  /// The bytes of a hexadecimal string, white space left out.
  ///
  /// - Parameter place: Where the string begins, behind its bracket; then where the other is.
  package static func hexadecimal(in bytes: Bytes, at place: inout Int) -> Bytes {
    var digits = Bytes()
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue { digits.append(UInt8(digit)) }
      place += 1
    }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0)
    }
  }

  /// What the bytes of a string say: UTF-16 or UTF-8 where they begin with its mark, else a byte for each character.
  package static func text(of bytes: Bytes) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
