import Escaping
import StrictYAML

extension Bytes {
  /// The file of an edition without the keys of its front matter that are for the staff.
  var withoutStatusKeys: Bytes {
    withoutKeys(["agreed", "hold", "moratorium-exempt", "withdrawn", "removed", "milestones"])
  }

  /// The file of an edition without some keys of its front matter.
  ///
  /// The file as it is where the keys do not stand on lines of their own.
  func withoutKeys(_ keys: Set<String>) -> Bytes {
    guard let opening = firstIndex(of: UInt8(ascii: "\n")), let end = endOfFrontMatter(from: opening + 1)
    else {
      return self
    }
    return withoutKeys(keys, ofMapping: (opening + 1)..<end, firstLine: 2)
  }

  /// The settings of an archive without the windows in which nothing is released, which are for the staff.
  var withoutMoratoria: Bytes { withoutKeys(["moratoria"], ofMapping: indices, firstLine: 1) }

  private func withoutKeys(_ keys: Set<String>, ofMapping range: Range<Int>, firstLine: Int) -> Bytes {
    guard let text = String(validating: self[range], as: UTF8.self),
      case .mapping(let pairs, _)? = YAMLValue.parse(text, firstLine: firstLine, report: Report(file: ""))
    else { return self }
    let lines = pairs.map { (line: $0.line, isCut: keys.contains($0.key)) }
    return cutting(entries: lines, endLine: firstLine + text.utf8.count { $0 == UInt8(ascii: "\n") })
  }

  /// Where the line `---` begins that ends the front matter.
  private func endOfFrontMatter(from start: Int) -> Int? {
    var line = start
    while line < count {
      if self[line...].starts(with: "---".utf8) { return line }
      guard let newline = self[line...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      line = newline + 1
    }
    return nil
  }

  /// The bytes without the lines of some entries, each of which goes on until the next begins.
  private func cutting(entries: [(line: Int, isCut: Bool)], endLine: Int) -> Bytes {
    guard entries.contains(where: \.isCut) else { return self }
    let starts = indices.filter { $0 == 0 || self[$0 - 1] == UInt8(ascii: "\n") } + [count]
    let lines = entries.map(\.line)
    guard zip(lines, lines.dropFirst()).allSatisfy({ $0 < $1 }) else { return self }
    var kept = Bytes(self[..<starts[(lines.first ?? 1) - 1]])
    for (index, entry) in entries.enumerated() where !entry.isCut {
      let end = index + 1 < lines.count ? lines[index + 1] : endLine
      kept += self[starts[entry.line - 1]..<starts[Swift.min(end - 1, starts.count - 1)]]
    }
    return kept + self[starts[Swift.min(endLine - 1, starts.count - 1)]...]
  }

  /// Markdown without the targets of links and without attributes, whose words stand between those of the text.
  var withoutMarkdownTargets: Bytes {
    var text = Bytes()
    text.reserveCapacity(count)
    var place = 0
    while place < count {
      let byte = self[place]
      let isTarget = byte == UInt8(ascii: "(") && place > 0 && self[place - 1] == UInt8(ascii: "]")
      if isTarget || byte == UInt8(ascii: "{"),
        let end = self[place...].prefix(2048).firstIndex(of: isTarget ? UInt8(ascii: ")") : UInt8(ascii: "}"))
      {
        place = end + 1
        continue
      }
      text.append(byte)
      place += 1
    }
    return text
  }
}
