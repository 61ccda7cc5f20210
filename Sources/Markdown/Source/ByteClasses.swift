extension UInt8 {
  var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// White space as cmark sees it: space, tab, line ends, vertical tab, form feed.
  var isMarkdownSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  var isASCIILetterOrDigit: Bool { isASCIILetter || isDigit }

  /// The punctuation of ASCII, which a backslash may escape.
  var isASCIIPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

extension Collection<UInt8> where SubSequence == ArraySlice<UInt8> {
  /// The bytes without spaces and tabs at either end.
  var trimmingSpace: ArraySlice<UInt8> {
    var slice = drop(while: \.isSpaceOrTab)
    while let last = slice.last, last.isSpaceOrTab { slice.removeLast() }
    return slice
  }

  /// The bytes without the marks of block quotes at their beginning.
  func droppingQuoteMarks(atMost count: Int) -> ArraySlice<UInt8> {
    var slice = self[startIndex..<endIndex]
    for _ in 0..<count {
      let inner = slice.drop(while: \.isSpaceOrTab)
      guard inner.first == UInt8(ascii: ">") else { break }
      slice = inner.dropFirst()
    }
    return slice
  }
}

extension Sequence<UInt8> {
  /// The bytes as text; what is no UTF-8 becomes U+FFFD.
  var string: String { String(decoding: Array(self), as: UTF8.self) }
}
