import Markdown
import Model

extension ConsultationQuestion {
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
