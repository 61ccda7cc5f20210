/// A passage, or the part of it that shows best why it was found.
struct Snippet {
  /// What is shown of the passage.
  private(set) var text: [UInt8]
  /// What is marked: where each mark begins and ends in the bytes of the text, one after the other, rising; nothing
  /// is marked twice.
  private(set) var marks: [Int] = []

  private static let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]

  /// - Parameter size: About how many bytes of a longer text are shown; 0 for all of it.
  init(_ whole: [UInt8], _ matches: [TextMatching.Match], size: Int) {
    text = whole
    for match in matches {
      if let end = marks.last, match.start < end {
        marks[marks.count - 1] = max(end, match.end)
      } else {
        marks.append(match.start)
        marks.append(match.end)
      }
    }
    if size > 0, whole.count > size + size / 4 { cut(size) }
  }

  private mutating func cut(_ size: Int) {
    let (start, end) = window(size)
    var cut = start > 0 ? Self.ellipsis : []
    let offset = start - cut.count
    cut += text.part(start, end)
    if end < text.count { cut += Self.ellipsis }
    text = cut
    var kept: [Int] = []
    var mark = 0
    while mark < marks.count {
      if marks[mark] >= start, marks[mark + 1] <= end {
        kept.append(marks[mark] - offset)
        kept.append(marks[mark + 1] - offset)
      }
      mark += 2
    }
    marks = kept
  }

  /// The part with most marks, from word to word.
  private func window(_ size: Int) -> (start: Int, end: Int) {
    var best = 0
    var bestCount = 0
    var mark = 0
    while mark < marks.count {
      var next = mark
      while next < marks.count, marks[next + 1] <= marks[mark] + size * 3 / 4 { next += 2 }
      if next - mark > bestCount {
        best = marks[mark]
        bestCount = next - mark
      }
      mark += 2
    }
    var start = max(best - size / 4, 0)
    if bestCount == 0 || start < size / 8 { start = 0 }
    start = min(start, max(text.count - size, 0))
    while start > 0, start < best, text[start - 1] != 0x20 { start += 1 }
    var end = min(start + size, text.count)
    while end < text.count, end > start + size / 2, text[end] != 0x20 { end -= 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (start, end)
  }
}
