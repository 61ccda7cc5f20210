import Escaping
import Markdown
import Model

/// What is added to the findings in the text of a letter: the anchor of each, its kind as a word and a shape
/// at the margin, and a link to itself.
enum FindingMarks {
  /// The marks by the numbers of the blocks.
  static func marks(for findings: [Finding], _ words: Words) -> [Int: BlockMark] {
    var marks: [Int: BlockMark] = [:]
    for finding in findings {
      let kind = "finding-" + finding.kind.rawValue
      for (part, block) in finding.markedBlocks.enumerated() {
        marks[block] =
          part == 0
          ? BlockMark(id: finding.id, classes: ["finding", kind], markup: link(to: finding, words))
          : BlockMark(classes: ["finding-part", kind])
      }
    }
    return marks
  }

  private static func link(to finding: Finding, _ words: Words) -> Bytes {
    var html = Bytes()
    html.append("<a class=\"finding-link\" href=\"#")
    html.append(html: finding.id)
    html.append("\">")
    html.append(html: words[finding.kind.name])
    html.append(" <span>")
    html.append(decimal: finding.number)
    html.append("</span></a> ")
    return html
  }
}
