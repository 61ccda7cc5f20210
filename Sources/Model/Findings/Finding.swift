/// What inspectors found, one point of a letter: it can be linked, cited, listed and counted.
package struct Finding: Hashable, Sendable {
  /// How the data knows what a finding is about.
  package enum Basis: String, CaseIterable, Sendable {
    /// The author said so at the finding, or at a heading above it.
    case attribute
    /// The line that leads in its list names them, perhaps with others that its own text names.
    case lead
    /// Words of its text name them.
    case text
  }

  /// Its anchor: `finding-12`, or the id that the author gave it.
  package let id: String
  /// Its place among the findings of the edition, counted from 1.
  package let number: Int
  package let kind: FindingKind
  /// The heading that says its kind, as it is written.
  package let heading: String
  /// The lower heading above it, nil where there is none.
  package let strand: String?
  /// The line that leads in its list, nil where there is none.
  package let lead: String?
  /// Its own words without markup, one line a paragraph.
  package let text: String
  /// The words of the items below it.
  package let items: [String]
  /// The ids of the agencies that it is about, each once.
  package let agencies: [String]
  /// How they are known; nil where there are none.
  package let agencyBasis: Basis?
  /// The names of the evaluation criteria that it is about: `EC3`.
  package let criteria: [String]
  /// How they are known; nil where there are none.
  package let criteriaBasis: Basis?
  /// The numbers of the blocks that it consists of: an item, a paragraph, or those of a study.
  package let blocks: [Int]
  /// The number of the block in each of them that can bear a mark; the first bears the anchor.
  package let markedBlocks: [Int]
  /// The line of the file.
  package let line: Int

  /// Its text and the items below it, one line each, an item after a dash.
  package var wholeText: String {
    items.isEmpty ? text : ([text] + items.map { "– " + $0 }).joined(separator: "\n")
  }
}

/// What a finding is, as the headings of the letter say.
package enum FindingKind: String, CaseIterable, Sendable {
  case headline
  case priorityAction = "priority-action"
  case improvement, strength, main, context
  case practiceEffective = "practice-effective"
  case practiceImprovement = "practice-improvement"

  /// Whether it is a case or practice study, which is one finding however many paragraphs it has.
  package var isStudy: Bool { self == .practiceEffective || self == .practiceImprovement }
}
