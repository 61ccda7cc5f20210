import Diagnostics

extension Analysis {
  /// Reports the invisible characters that stand in the source as they are.
  mutating func reportInvisibleCharacters() {
    for (offset, scalar) in invisible { reportInvisible(scalar, line: source.line(holding: offset)) }
  }

  mutating func reportInvisible(_ scalar: Unicode.Scalar, line: Int) {
    report(
      .warning, "invisible-character", line: line,
      "the text holds the invisible character \(scalar.codePoint)", expected: "the text without it")
  }
}

extension Unicode.Scalar {
  /// The character as Unicode names its place: `U+202E`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
