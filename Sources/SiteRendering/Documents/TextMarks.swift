import Markdown
import Model

/// The classes by which styles set parts of a text off: quotations from those who said them, notes to
/// editors, questions with their options, tables of criteria.
enum TextMarks {
  /// The marks by the numbers of the blocks.
  static func marks(
    in blocks: [Block], of edition: Edition, questions: [ConsultationQuestion], _ words: Words
  ) -> [Int: BlockMark] {
    let own =
      switch edition.id.document.collection {
      case .announcements: notesToEditors(in: blocks, words)
      case .guidance: criteria(in: blocks)
      default: [Int: BlockMark]()
      }
    return ([attributions(in: blocks), own] + questions.map(\.marks)).reduce(into: [:]) { marks, more in
      marks.merge(more) { BlockMark(classes: $0.classes + $1.classes) }
    }
  }

  /// Who said a quotation: its last paragraph, where that begins with a dash.
  private static func attributions(in blocks: [Block]) -> [Int: BlockMark] {
    var marks: [Int: BlockMark] = [:]
    for quote in blocks where quote.kind == .quote && quote.children.count > 1 {
      guard let last = quote.children.last, last.kind == .paragraph,
        let dash = last.text.first, "—–―".contains(dash)
      else { continue }
      marks[quote.number] = BlockMark(classes: ["quotation"])
      marks[last.number] = BlockMark(classes: ["attribution"])
    }
    return marks
  }

  /// The heading `Notes to editors` and what stands below it.
  private static func notesToEditors(in blocks: [Block], _ words: Words) -> [Int: BlockMark] {
    let title = words[.notesToEditors].lowercased()
    guard
      let start = blocks.firstIndex(where: { block in
        if case .heading = block.kind { block.text.lowercased() == title } else { false }
      }), case .heading(let level) = blocks[start].kind
    else { return [:] }
    let below = blocks[(start + 1)...].prefix { block in
      if case .heading(let other) = block.kind { return other > level }
      return block.kind != .footnotes
    }
    var marks = [blocks[start].number: BlockMark(classes: ["editors"])]
    for block in below { marks[block.number] = BlockMark(classes: ["editors-note"]) }
    return marks
  }

  /// The tables that define criteria, each row a card on a phone.
  private static func criteria(in blocks: [Block]) -> [Int: BlockMark] {
    var marks: [Int: BlockMark] = [:]
    for block in blocks where !Criterion.all(in: [block]).isEmpty {
      marks[block.number] = BlockMark(classes: ["criteria"])
    }
    return marks
  }
}
