import Escaping

/// The entries of the key `agreed` as they stand in the bytes of a file.
struct AgreedEntries {
  struct Entry {
    /// The bytes of the value, without the dash before it.
    let value: Range<Int>
    /// The bytes that go with the entry when it goes, nil where a comment would go with them.
    let whole: Range<Int>?
    /// Whether a comment stands within the value.
    let hasComment: Bool
  }

  /// What stands before and after the value of an entry that is added.
  struct Addition {
    let place: Int
    let before: Bytes
    let after: Bytes
  }

  let entries: [Entry]
  let addition: Addition

  /// Finds the entries of the list whose key stands at the beginning of a line, nil where the list is written in
  /// a way that is not edited.
  init?(in bytes: Bytes, keyLine: Range<Int>, limit: Int) {
    guard let colon = Self.colon(in: bytes, keyLine: keyLine) else { return nil }
    var start = colon + 1
    while start < limit {
      if bytes[start].isBlank {
        start += 1
      } else if bytes[start] == UInt8(ascii: "#") {
        start = bytes.endOfLine(from: start, limit: limit)
      } else {
        break
      }
    }
    guard start < limit else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "["): self.init(flowIn: bytes, at: start, limit: limit)
    case UInt8(ascii: "-"): self.init(blockIn: bytes, at: start, limit: limit)
    default: return nil
    }
  }

  /// The place of the colon after the key, which may stand in quotation marks.
  private static func colon(in bytes: Bytes, keyLine: Range<Int>) -> Int? {
    let line = bytes[keyLine].drop { $0 == UInt8(ascii: " ") }
    for spelling in ["agreed", "'agreed'", "\"agreed\""] where line.starts(with: spelling.utf8) {
      let rest = line.dropFirst(spelling.utf8.count).drop { $0 == UInt8(ascii: " ") }
      if rest.first == UInt8(ascii: ":") { return rest.startIndex }
    }
    return nil
  }

  // MARK: A list in brackets

  private init?(flowIn bytes: Bytes, at start: Int, limit: Int) {
    guard let list = FlowCollection(in: bytes, at: start, limit: limit) else { return nil }
    var end = start + 1
    entries = list.entries.map { value in
      let entry = FlowCollection(in: bytes, at: value.lowerBound, limit: value.upperBound)
      // What lies between this entry and the one before goes with it: the comma, unless there is a comment.
      let whole = end..<value.upperBound
      let hasComment = bytes[end..<value.lowerBound].contains(UInt8(ascii: "#"))
      end = value.upperBound
      return Entry(value: value, whole: hasComment ? nil : whole, hasComment: entry?.hasComment ?? true)
    }
    addition = Addition(
      place: end, before: entries.isEmpty ? [] : Bytes(", ".utf8), after: [])
  }

  // MARK: A list of dashes

  private init?(blockIn bytes: Bytes, at dash: Int, limit: Int) {
    let first = bytes.startOfLine(at: dash)
    let indent = dash - first
    guard bytes[first..<dash].allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    var items: [Range<Int>] = []
    var line = first
    while line < limit {
      let end = bytes.endOfLine(from: line, limit: limit)
      let content = bytes[line..<end].drop { $0 == UInt8(ascii: " ") }
      guard content.contains(where: { !$0.isBlank }), content.first != UInt8(ascii: "#") else {
        line = end
        continue
      }
      if content.startIndex - line == indent, content.first == UInt8(ascii: "-") {
        items.append(line..<end)
      } else if content.startIndex - line > indent, let last = items.popLast() {
        items.append(last.lowerBound..<end)
      } else {
        break
      }
      line = end
    }
    guard let last = items.last else { return nil }
    entries = items.compactMap { Self.entry(in: bytes, lines: $0, indent: indent) }
    guard entries.count == items.count else { return nil }
    addition = Addition(
      place: last.upperBound, before: bytes[first..<dash] + Bytes("- ".utf8),
      after: bytes.lineEnd(before: last.upperBound))
  }

  /// The entry on those lines.
  private static func entry(in bytes: Bytes, lines: Range<Int>, indent: Int) -> Entry? {
    let content = bytes[lines].dropFirst(indent + 1).drop(while: \.isBlank)
    guard let first = content.first else { return nil }
    let end = content.indices.last { !bytes[$0].isBlank }.map { $0 + 1 } ?? content.startIndex
    guard first == UInt8(ascii: "{") else {
      let value = content.startIndex..<end
      // A mark that is no comment is taken for one: such an entry is left to the author.
      let hasComment = bytes[value].contains(UInt8(ascii: "#"))
      return Entry(value: value, whole: hasComment ? nil : lines, hasComment: hasComment)
    }
    guard let mapping = FlowCollection(in: bytes, at: content.startIndex, limit: lines.upperBound) else {
      return nil
    }
    let isAlone = mapping.range.upperBound == end && !mapping.hasComment
    return Entry(value: mapping.range, whole: isAlone ? lines : nil, hasComment: mapping.hasComment)
  }
}

extension Bytes {
  /// The place after the end of the line.
  func endOfLine(from place: Int, limit: Int) -> Int {
    self[place..<limit].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? limit
  }

  /// The place at which the line begins.
  func startOfLine(at place: Int) -> Int {
    self[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// How the line ends that ends before the place.
  func lineEnd(before place: Int) -> Bytes {
    let isCRLF = place >= 2 && self[place - 2] == UInt8(ascii: "\r")
    return Bytes((isCRLF ? "\r\n" : "\n").utf8)
  }
}
