/// A passage, or the part of it that shows best why it was found.
struct Snippet {
  private(set) var text: [UInt8]
  /// What is marked, in bytes of the text; rising, and nothing twice.
  private(set) var marks: [Range<Int>]

  /// - Parameter size: About how many bytes of a longer text are shown; 0 for all of it.
  init(_ whole: [UInt8], _ matches: [TextMatching.Match], size: Int) {
    let ranges = matches.map { $0.range }.joined
    guard size > 0, whole.count > size + size / 4 else {
      text = whole
      marks = ranges
      return
    }
    let window = Self.window(of: whole, ranges, size: size)
    let isCutBefore = window.lowerBound > 0
    let isCutAfter = window.upperBound < whole.count
    let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
    text = (isCutBefore ? ellipsis : []) + whole[window] + (isCutAfter ? ellipsis : [])
    let offset = window.lowerBound - (isCutBefore ? ellipsis.count : 0)
    marks = ranges.filter { $0.lowerBound >= window.lowerBound && $0.upperBound <= window.upperBound }
      .map { $0.lowerBound - offset..<$0.upperBound - offset }
  }

  /// The part with most marks, from word to word.
  private static func window(of text: [UInt8], _ marks: [Range<Int>], size: Int) -> Range<Int> {
    var best = (start: 0, count: 0)
    for (index, mark) in marks.enumerated() {
      let count = marks[index...].prefix { $0.upperBound <= mark.lowerBound + size * 3 / 4 }.count
      if count > best.count { best = (mark.lowerBound, count) }
    }
    var start = max(best.start - size / 4, 0)
    if best.count == 0 || start < size / 8 { start = 0 }
    start = min(start, max(text.count - size, 0))
    while start > 0, start < best.start, text[start - 1] != 0x20 { start += 1 }
    var end = min(start + size, text.count)
    while end < text.count, end > start + size / 2, text[end] != 0x20 { end -= 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start..<end
  }
}

extension [Range<Int>] {
  /// The ranges without those that lie in others, where they overlap as one.
  fileprivate var joined: [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in self {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
