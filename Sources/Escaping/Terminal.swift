extension Unicode.Scalar {
  /// Whether the character shows nothing, or changes how its neighbours show: controls, bidirectional
  /// marks, zero-width characters, tags and other default-ignorable characters.
  package var isInvisible: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x00AD: true  // soft hyphen
    case 0..<0x0300: false
    case 0x2028, 0x2029: true
    default: properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
    }
  }
}

extension String {
  /// The text on one line of a terminal: invisible characters are written as `\u{202E}`, so that what
  /// comes from content can neither move the cursor nor disguise itself.
  package var escapedForTerminal: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isInvisible {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
