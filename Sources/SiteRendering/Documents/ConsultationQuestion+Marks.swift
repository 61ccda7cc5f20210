import Markdown

/// A question of a consultation: a heading that says so, `## Question: …`, with the text and the options below
/// it.
struct ConsultationQuestion {
  let id: String
  /// The question without the word before it.
  let text: String
  /// The heading, then everything up to the next one of its level.
  let blocks: [Block]

  /// The questions of a text in their order; the word is that of the text's language.
  static func all(in blocks: [Block], _ words: Words) -> [ConsultationQuestion] {
    let word = words[.question].lowercased()
    return blocks.indices.compactMap { index in
      guard case .heading(let level) = blocks[index].kind, let id = blocks[index].id,
        let text = question(in: blocks[index].text, after: word)
      else { return nil }
      let below = blocks[(index + 1)...].prefix { block in
        if case .heading(let other) = block.kind { return other > level }
        return block.kind != .footnotes
      }
      return ConsultationQuestion(id: id, text: text, blocks: [blocks[index]] + below)
    }
  }

  /// What a heading asks after `Question:` or `Question 4:`, nil where it is no question.
  private static func question(in heading: String, after word: String) -> String? {
    guard heading.lowercased().hasPrefix(word), let colon = heading.firstIndex(of: ":") else { return nil }
    let number = heading[..<colon].dropFirst(word.count)
    guard number.allSatisfy({ $0.isWhitespace || $0.isNumber }) else { return nil }
    let text = heading[heading.index(after: colon)...].drop(while: \.isWhitespace)
    return text.isEmpty ? nil : text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The classes by which styles set a question and its options off.
  var marks: [Int: BlockMark] {
    var marks: [Int: BlockMark] = [:]
    for (part, block) in blocks.enumerated() {
      let isOptions = block.kind == .list(isOrdered: false)
      let kind = part == 0 ? "question" : isOptions ? "options" : nil
      marks[block.number] = BlockMark(classes: [kind, part == 0 ? nil : "question-part"].compactMap(\.self))
    }
    return marks
  }
}
