import Diagnostics
import Escaping

/// Bounds on what libcmark 0.30.2 takes much more than linear time for, checked before it sees a source.
///
/// Some 150 families of sources known to be hard were measured from 25 kB to 2 MiB on one core of a small
/// server, and some 400,000 put together at random of the tokens of CommonMark from 4 to 128 kB. Two things
/// were worse than linear; everything else took less than a second for 2 MiB in one paragraph, so that the
/// length of a paragraph needs no bound.
///
/// - Nesting: a line is held against every open block, the end of a list looks into all lists in it, and
///   emphasis looks up its blocks. Lists nested in one line before empty lines take 1 s at 25 kB, 62 s at
///   200 kB; emphasis in quotes 2 s at 200 kB. At a depth of 48, the worst 2 MiB take 1 s.
/// - Images that are opened and not closed: each link looks at all of them again. `![[]()` takes 0.9 s at
///   200 kB, `]()[a]: b<![CDATA[` 22 s at 1.9 MB. The pairs allowed take 0.1 s.
///
/// A document with link definitions is parsed twice (`markLinks`), which these numbers leave room for.
struct ParsingCost {
  struct Excess {
    let rule: String
    let line: Int
    let message: Message
    let expected: Message
  }

  /// How deep lists and block quotes may nest.
  private static let deepest = 48
  /// The most pairs of an image opener and a closing bracket, counted within each run of lines that are not
  /// blank.
  private static let mostPairs = 100_000_000

  /// What goes beyond the bounds first, if anything does.
  static func excess(of source: Bytes, _ survey: SourceSurvey) -> Excess? {
    var nesting = Nesting()
    var run = Run()
    var pairs = 0
    var line = 1
    var start = 0
    while start < source.count {
      let end = source.endOfLine(from: start, survey)
      let depth = nesting.read(source[start..<end])
      if depth > deepest { return nestingExcess(line: line) }
      if survey.contains(.image) {
        pairs += run.read(source[start..<end])
        if pairs > mostPairs { return imageExcess(line: line) }
      }
      start = end + 1
      line += 1
    }
    return nil
  }

  private static func nestingExcess(line: Int) -> Excess {
    Excess(
      rule: "nesting-too-deep", line: line, message: "lists and block quotes nest too deep to be read",
      expected: "at most \(deepest) levels")
  }

  private static func imageExcess(line: Int) -> Excess {
    Excess(
      rule: "block-too-large", line: line,
      message: "there are too many images and brackets without an empty line",
      expected: "empty lines between paragraphs")
  }

  /// The image openers and closing brackets of lines without a blank one between them.
  private struct Run {
    private var openers = 0
    private var brackets = 0

    /// Counts the line and returns how many pairs it adds.
    mutating func read(_ line: ArraySlice<UInt8>) -> Int {
      let before = openers * brackets
      var isBlank = true
      var previous: UInt8 = 0
      for byte in line {
        if !byte.isSpaceOrTab { isBlank = false }
        if byte == UInt8(ascii: "["), previous == UInt8(ascii: "!") { openers += 1 }
        if byte == UInt8(ascii: "]") { brackets += 1 }
        previous = byte
      }
      if isBlank { self = Run() }
      return max(0, openers * brackets - before)
    }
  }

  /// An upper bound of how deep the blocks nest at each line.
  ///
  /// A line goes on with a list item only where it is indented by two columns or more for it, and with a
  /// block quote only at a `>`; lines that go on without (lazily, or blank) open nothing new.
  private struct Nesting {
    private var items = 0

    /// How many lists and block quotes there are at most around the text of a line.
    mutating func read(_ line: ArraySlice<UInt8>) -> Int {
      var columns = 0
      var quotes = 0
      var marks = 0
      var rest = line
      scan: while let byte = rest.first {
        switch byte {
        case UInt8(ascii: " "): columns += 1
        case UInt8(ascii: "\t"): columns += 4
        case UInt8(ascii: ">"): quotes += 1
        default:
          guard let mark = rest.listMarkLength else { break scan }
          marks += 1
          rest = rest.dropFirst(mark - 1)
        }
        rest = rest.dropFirst()
      }
      items = max(items, min(items, columns / 2) + marks)
      return items + quotes
    }
  }
}

extension ArraySlice<UInt8> {
  /// The length of the mark of a list item at the beginning, if one stands there.
  fileprivate var listMarkLength: Int? {
    guard let first else { return nil }
    var rest = dropFirst()
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case _ where first.isDigit:
      rest = rest.drop(while: \.isDigit)
      guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else { return nil }
      rest = rest.dropFirst()
    default: return nil
    }
    guard rest.first?.isMarkdownSpace ?? true else { return nil }
    return rest.startIndex - startIndex
  }
}

extension Bytes {
  /// The end of the line that begins at an index: the place of its line feed or carriage return.
  fileprivate func endOfLine(from start: Int, _ survey: SourceSurvey) -> Int {
    guard survey.contains(.carriageReturn) else {
      return firstIndex(of: UInt8(ascii: "\n"), from: start) ?? count
    }
    return self[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? count
  }
}
