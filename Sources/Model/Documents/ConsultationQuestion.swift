package import Diagnostics
package import Markdown

/// A question of a consultation: a heading that says so, `## Question: …`, with the text and the options below
/// it.
package struct ConsultationQuestion: Sendable {
  package let id: String
  /// The question without the word before it.
  package let text: String
  /// The heading, then everything up to the next one of its level.
  package let blocks: [Block]

  /// The questions of an edition in their order; none where it is no consultation.
  package static func all(of edition: Edition, in blocks: [Block]) -> [ConsultationQuestion] {
    headings(of: edition, in: blocks).compactMap { index, text in
      guard !text.isEmpty, let id = blocks[index].id, case .heading(let level) = blocks[index].kind else {
        return nil
      }
      let below = blocks[(index + 1)...].prefix { block in
        if case .heading(let other) = block.kind { return other > level }
        return block.kind != .footnotes
      }
      return ConsultationQuestion(
        id: id, text: text.prefix(1).uppercased() + text.dropFirst(), blocks: [blocks[index]] + below)
    }
  }

  /// Whether a list below it gives options.
  package var hasOptions: Bool {
    blocks.contains { if case .list = $0.kind { true } else { false } }
  }

  // MARK: Headings

  /// The headings of questions by their places, with what they ask.
  private static func headings(of edition: Edition, in blocks: [Block]) -> [(index: Int, text: String)] {
    guard case .consultation = edition.facts else { return [] }
    let word = word(in: edition.language)
    return blocks.indices.compactMap { index in
      guard case .heading = blocks[index].kind else { return nil }
      return question(in: blocks[index].text, after: word).map { (index, $0) }
    }
  }

  /// The word with which a question begins, in lower case.
  private static func word(in language: String) -> String {
    language == "cy" || language.hasPrefix("cy-") ? "cwestiwn" : "question"
  }

  /// What a heading asks after `Question:` or `Question 4:`, nil where it is no question.
  private static func question(in heading: String, after word: String) -> String? {
    guard heading.lowercased().hasPrefix(word), let colon = heading.firstIndex(of: ":") else { return nil }
    let number = heading[..<colon].dropFirst(word.count)
    guard number.allSatisfy({ $0.isWhitespace || $0.isNumber }) else { return nil }
    return String(heading[heading.index(after: colon)...].drop(while: \.isWhitespace))
  }

  // MARK: Problems

  /// The rule that `{allow=…}` silences: a question may well leave the answer open.
  package static let optionsRule = "question-options"

  /// What is wrong with the questions of an edition.
  package static func diagnostics(of edition: Edition, blocks: [Block]) -> [Diagnostic] {
    var lines: [String: Int] = [:]
    let headings = headings(of: edition, in: blocks).compactMap { index, text -> Diagnostic? in
      let place = Place(file: edition.body.file, line: blocks[index].line)
      guard !text.isEmpty else {
        return Diagnostic(
          .warning, "question-empty", at: place, "this heading asks nothing, and counts as no question",
          expected: "the question after the colon")
      }
      let asked = text.lowercased().filter { $0.isLetter || $0.isNumber }
      if let line = lines[asked] {
        return Diagnostic(
          .warning, "question-duplicate", at: place, "the same is asked on line \(line)",
          expected: "each question once")
      }
      lines[asked] = blocks[index].line
      return nil
    }
    let open = all(of: edition, in: blocks).filter { question in
      !question.hasOptions && !question.blocks.contains { $0.allows(optionsRule) }
    }
    return headings
      + open.compactMap { question in
        question.blocks.first.map { heading in
          Diagnostic(
            .warning, optionsRule, at: Place(file: edition.body.file, line: heading.line),
            "this question has no options",
            expected: "a list of options below it, or {allow=\(optionsRule)} at its end where none are meant")
        }
      }
  }
}
