/// The abbreviations that are explained where a document first uses them.
package struct Glossary: Sendable {
  struct Entry {
    let term: [UInt8]
    let expansion: String
  }

  /// By first byte, the longest term first.
  let entries: [Entry]
  /// Where the entries with a first byte stand.
  private let ranges: [Range<Int>]

  /// A glossary of terms, each with what it stands for; the first of equal terms counts.
  package init(_ entries: [(term: String, expansion: String)] = []) {
    var seen: Set<String> = []
    let known = entries.filter { !$0.term.isEmpty && seen.insert($0.term).inserted }
    let sorted = known.map { Entry(term: Array($0.term.utf8), expansion: $0.expansion) }
      .sorted { ($0.term[0], -$0.term.count, $0.expansion) < ($1.term[0], -$1.term.count, $1.expansion) }
    var ranges = [Range<Int>](repeating: 0..<0, count: 256)
    for (index, entry) in sorted.enumerated() {
      let first = Int(entry.term[0])
      ranges[first] = ranges[first].isEmpty ? index..<index + 1 : ranges[first].lowerBound..<index + 1
    }
    self.entries = sorted
    self.ranges = ranges
  }

  /// The entries whose terms begin with a byte.
  func entries(from first: UInt8) -> Range<Int> {
    ranges[Int(first)]
  }
}
