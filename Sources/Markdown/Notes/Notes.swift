/// The footnotes of a document.
struct Notes {
  struct Note {
    let label: String
    let line: Int
    /// The paragraph with its words.
    let paragraph: Node
    var references = 0
  }

  /// In the order in which they were found.
  var all: [Note] = []
  /// The index of the note that a label means.
  var index: [String: Int] = [:]
  /// The indices in the order of their numbers.
  var numbered: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// The number of a note, counted from 1: the next one where this is its first reference.
  mutating func number(of note: Int) -> Int {
    if let number = numbers[note] { return number }
    numbered.append(note)
    numbers[note] = numbered.count
    return numbered.count
  }
}
