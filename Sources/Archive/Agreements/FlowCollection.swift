import Escaping

/// A list or mapping of YAML in brackets, as it stands in the bytes of a file.
struct FlowCollection {
  /// The bytes with the brackets.
  let range: Range<Int>
  /// The bytes of each entry, without the white space and the comments around it.
  let entries: [Range<Int>]
  /// Whether a comment stands within the brackets.
  let hasComment: Bool

  /// Reads the collection whose bracket stands at the place, nil where it does not end before the limit.
  init?(in bytes: Bytes, at start: Int, limit: Int) {
    var scanner = FlowScanner(bytes: bytes, place: start, limit: limit)
    guard scanner.scan() else { return nil }
    range = start..<scanner.place
    entries = scanner.entries
    hasComment = scanner.hasComment
  }
}

/// Goes through the bytes of a collection up to its closing bracket.
private struct FlowScanner {
  let bytes: Bytes
  private(set) var place: Int
  let limit: Int
  private(set) var entries: [Range<Int>] = []
  private(set) var hasComment = false
  private var depth = 0
  /// The entry that is being read, as far as it goes.
  private var entry: Range<Int>?
  /// Whether a value may begin here; within a plain one a quotation mark is a character like others.
  private var isStart = true

  init(bytes: Bytes, place: Int, limit: Int) {
    self.bytes = bytes
    self.place = place
    self.limit = limit
  }

  /// Whether the closing bracket was found; the place is then behind it.
  mutating func scan() -> Bool {
    while place < limit {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth > 0 { take(1) }
        depth += 1
        if depth == 1 { place += 1 }
        isStart = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          endEntry()
          place += 1
          return true
        }
        take(1)
        isStart = false
      case UInt8(ascii: ",") where depth == 1:
        endEntry()
        place += 1
        isStart = true
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard isStart else {
          take(1)
          continue
        }
        takeQuoted(byte)
        isStart = false
      case UInt8(ascii: "#") where place > 0 && bytes[place - 1].isBlank:
        hasComment = true
        while place < limit, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      case _ where byte.isBlank: place += 1
      default:
        take(1)
        isStart = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") && isBlank(at: place)
      }
    }
    return false
  }

  private func isBlank(at place: Int) -> Bool { place < limit && bytes[place].isBlank }

  /// Takes bytes into the entry.
  private mutating func take(_ count: Int) {
    entry = (entry?.lowerBound ?? place)..<(place + count)
    place += count
  }

  /// Takes a value in quotation marks; a single one that stands there twice is a character of it.
  private mutating func takeQuoted(_ mark: UInt8) {
    take(1)
    while place < limit {
      let isDoubled = mark == UInt8(ascii: "'") && bytes[place...].starts(with: "''".utf8)
      let isEscaped = mark == UInt8(ascii: "\"") && bytes[place] == UInt8(ascii: "\\")
      if isDoubled || isEscaped {
        take(min(2, limit - place))
      } else {
        take(1)
        if bytes[place - 1] == mark { return }
      }
    }
  }

  private mutating func endEntry() {
    if let entry { entries.append(entry) }
    entry = nil
  }
}

extension UInt8 {
  /// Whether the byte is white space of YAML: a space, a tab or an end of line.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
      || self == UInt8(ascii: "\r")
  }
}
