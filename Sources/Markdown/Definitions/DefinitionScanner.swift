import Escaping

/// Reads link reference definitions at the beginning of a paragraph, by the rules of libcmark 0.30
/// (`cmark_parse_reference_inline`).
struct DefinitionScanner {
  private let bytes: Bytes
  private var position = 0
  /// How many lines were read.
  private(set) var line = 0

  /// A scanner of the lines of a paragraph, without the space around them.
  init(lines: some Sequence<ArraySlice<UInt8>>) {
    bytes = Bytes(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  struct Definition {
    let label: Bytes
    let text: Bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Passes over a line in which there is nothing to read.
  mutating func skipLine() {
    position = bytes.firstIndex(of: UInt8(ascii: "\n"), from: position).map { $0 + 1 } ?? bytes.count
    line += 1
  }

  /// The next definition, or nil where a paragraph begins.
  mutating func next() -> Definition? {
    let start = position
    guard let label = scanLabel(), scan(UInt8(ascii: ":")) else { return fail(start) }
    let textStart = position
    skipSpaceAndLineEnd()
    guard scanDestination() else { return fail(start) }
    let afterDestination = position
    skipSpaceAndLineEnd()
    if position > afterDestination, scanTitle(), scanLineEnd() {
      return definition(label, textStart, from: start)
    }
    position = afterDestination
    guard scanLineEnd() else { return fail(start) }
    return definition(label, textStart, from: start)
  }

  private mutating func fail(_ start: Int) -> Definition? {
    position = start
    return nil
  }

  private mutating func definition(_ label: Bytes, _ textStart: Int, from start: Int) -> Definition {
    let newline = UInt8(ascii: "\n")
    let text = bytes[textStart..<position].map { $0 == newline ? UInt8(ascii: " ") : $0 }
    line += bytes[start..<position].count { $0 == newline }
    if bytes[position - 1] != newline { line += 1 }
    return Definition(label: label, text: Bytes(text.trimmingSpace))
  }

  // MARK: Parts

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func scan(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  /// The longest label, in bytes.
  private static let longestLabel = 1000

  private mutating func scanLabel() -> Bytes? {
    guard scan(UInt8(ascii: "[")) else { return nil }
    let start = position
    while let byte = current, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
      position += 1
      if byte == UInt8(ascii: "\\"), let escaped = current, escaped.isASCIIPunctuation { position += 1 }
      if position - start > Self.longestLabel { return nil }
    }
    let label = bytes[start..<position].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    guard scan(UInt8(ascii: "]")), label.contains(where: { !$0.isMarkdownSpace }) else { return nil }
    return label
  }

  private mutating func scanDestination() -> Bool {
    current == UInt8(ascii: "<") ? scanBracketedDestination() : scanBareDestination()
  }

  private mutating func scanBracketedDestination() -> Bool {
    position += 1
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: ">"): return true
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return false
      default: break
      }
    }
    return false
  }

  /// How deep parentheses may nest in a destination.
  private static let deepestParentheses = 32

  private mutating func scanBareDestination() -> Bool {
    let start = position
    var depth = 0
    while let byte = current, !byte.isMarkdownSpace {
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1].isASCIIPunctuation {
        position += 1
      } else if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > Self.deepestParentheses { return false }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      position += 1
    }
    return depth == 0 && position > start
  }

  private mutating func scanTitle() -> Bool {
    guard let opener = current else { return false }
    let closer: UInt8
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = opener
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return false
    }
    position += 1
    while let byte = current {
      position += 1
      if byte == closer { return true }
      if byte == opener { return false }
      if byte == UInt8(ascii: "\\"), let escaped = current, escaped.isASCIIPunctuation { position += 1 }
    }
    return false
  }

  private mutating func skipSpace() {
    while let byte = current, byte.isSpaceOrTab { position += 1 }
  }

  /// Skips space with at most one line end in it.
  private mutating func skipSpaceAndLineEnd() {
    skipSpace()
    if scan(UInt8(ascii: "\n")) { skipSpace() }
  }

  /// Skips space up to the end of the line or text, which must follow.
  private mutating func scanLineEnd() -> Bool {
    skipSpace()
    return scan(UInt8(ascii: "\n")) || position == bytes.count
  }
}
