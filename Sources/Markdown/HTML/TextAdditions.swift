import Escaping

/// What is added to running text while it is written: explanations of abbreviations, links to numbered
/// paragraphs of the same document, and links to evaluation criteria.
struct TextAdditions {
  private let glossary: Glossary
  private let paragraphs: [Int: String]
  private let criteria: [String: String]
  private let marksAddresses: Bool
  private var isUsed: [Bool]
  /// Whether something may begin with a byte.
  private var isFirst: [Bool]
  private var run = Bytes()

  init(glossary: Glossary, paragraphs: [Int: String], criteria: [String: String], marksAddresses: Bool) {
    self.glossary = glossary
    self.paragraphs = paragraphs
    self.criteria = criteria
    self.marksAddresses = marksAddresses
    isUsed = [Bool](repeating: false, count: glossary.entries.count)
    isFirst = [Bool](repeating: false, count: 256)
    guard !isEmpty else { return }
    for entry in glossary.entries { isFirst[Int(entry.term[0])] = true }
    if !paragraphs.isEmpty {
      isFirst[Int(UInt8(ascii: "p"))] = true
      isFirst[Int(UInt8(ascii: "P"))] = true
    }
    if !criteria.isEmpty { isFirst[Int(UInt8(ascii: "E"))] = true }
  }

  var isEmpty: Bool { glossary.entries.isEmpty && paragraphs.isEmpty && criteria.isEmpty }

  /// Writes the text that begins with a node and goes on over its neighbours and line ends; returns the last
  /// node of it.
  mutating func write(runFrom first: Node, to html: inout Bytes) -> Node {
    run.removeAll(keepingCapacity: true)
    run += first.literal
    var last = first
    while let next = last.next {
      switch next.kind {
      case .text: run += next.literal
      case .softBreak: run.append(UInt8(ascii: "\n"))
      default:
        writeRun(to: &html)
        return last
      }
      last = next
    }
    writeRun(to: &html)
    return last
  }

  private mutating func writeRun(to html: inout Bytes) {
    var written = 0
    var index = run.firstIndex(in: isFirst, from: 0)
    while index < run.count {
      defer { index = run.firstIndex(in: isFirst, from: index) }
      guard run.isWordBoundary(index) else {
        index += 1
        continue
      }
      if let reference = ParagraphReference(in: run, at: index, known: paragraphs) {
        html.append(html: run[written..<index])
        reference.write(run, paragraphs, to: &html)
        index = reference.end
        written = index
      } else if let (address, end) = criterion(at: index) {
        html.append(html: run[written..<index])
        html.append("<a href=\"")
        let start = html.count
        html.append(address: Array(address.utf8))
        if marksAddresses { html.markAddress(from: start) }
        html.append("\">")
        html.append(html: run[index..<end])
        html.append("</a>")
        index = end
        written = end
      } else if let entry = takeEntry(at: index) {
        html.append(html: run[written..<index])
        let end = index + entry.term.count
        write(run[index..<end], expansion: entry.expansion, to: &html)
        index = end
        written = end
      } else {
        index += 1
      }
    }
    html.append(html: run[written...])
  }

  /// The address of the criterion that is named at an index, and where its name ends.
  private func criterion(at index: Int) -> (address: String, end: Int)? {
    guard !criteria.isEmpty, run[index...].starts(with: "EC".utf8) else { return nil }
    let end = index + 2 + run[(index + 2)...].prefix(4).prefix(while: \.isDigit).count
    guard end > index + 2, run.isWordBoundary(end), let address = criteria[run[index..<end].string] else {
      return nil
    }
    return (address, end)
  }

  /// The longest term that stands at an index as whole words and has not been explained yet.
  private mutating func takeEntry(at index: Int) -> Glossary.Entry? {
    for number in glossary.entries(from: run[index]) {
      let entry = glossary.entries[number]
      let end = index + entry.term.count
      guard end <= run.count, run.matches(entry.term, at: index), run.isWordBoundary(end) else { continue }
      // A longer term that was explained already is not explained again by its first word.
      guard !isUsed[number] else { return nil }
      isUsed[number] = true
      return entry
    }
    return nil
  }

  private func write(_ term: ArraySlice<UInt8>, expansion: String, to html: inout Bytes) {
    html.append("<abbr title=\"")
    html.append(html: expansion)
    html.append("\">")
    html.append(html: term)
    html.append("</abbr>")
  }
}

extension Bytes {
  /// Whether the text has this term at an index; a line end counts as a space.
  fileprivate func matches(_ term: [UInt8], at index: Int) -> Bool {
    for offset in term.indices {
      let byte = self[index + offset]
      guard term[offset] == (byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte) else { return false }
    }
    return true
  }

  /// Whether no word goes on across an index.
  func isWordBoundary(_ index: Int) -> Bool {
    !(endsInWord(before: index) && beginsWord(at: index))
  }

  private func beginsWord(at index: Int) -> Bool {
    guard index < count else { return false }
    let byte = self[index]
    guard byte >= 0x80 else { return byte.isASCIILetterOrDigit }
    var rest = self[index...].prefix(4).makeIterator()
    return isWordCharacter(&rest)
  }

  private func endsInWord(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = self[index - 1]
    guard byte >= 0x80 else { return byte.isASCIILetterOrDigit }
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    var rest = self[start..<index].makeIterator()
    return isWordCharacter(&rest)
  }

  private func isWordCharacter(_ bytes: inout some IteratorProtocol<UInt8>) -> Bool {
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
