import Diagnostics
import Markdown

/// Something in a letter that its author may have meant for a finding, or for the heading of findings, and that
/// is none.
struct FindingDoubt {
  enum Reason {
    /// A heading names no kind, but nearly does, or speaks of one.
    case heading(spelling: String?)
    /// The attribute `kind` of a heading names none.
    case kind
    /// A block below the heading of findings is none.
    case unread
    /// A list item has no words.
    case empty
    /// Nothing stands below the heading of findings.
    case emptySection
    /// A finding begins by saying that there is none.
    case denial

    /// The name of the rule in diagnostics.
    var rule: String {
      switch self {
      case .heading: "finding-heading"
      case .kind: "finding-kind"
      case .unread: "finding-unread"
      case .empty, .emptySection: "finding-empty"
      case .denial: "finding-none"
      }
    }
  }

  let reason: Reason
  let block: Block
  /// The kinds of which nobody can say, because of it, that the letter has none.
  let kinds: Set<FindingKind>

  init(of reason: Reason, at block: Block, kinds: Set<FindingKind>) {
    self.reason = reason
    self.block = block
    self.kinds = kinds
  }

  /// Whether the author says in braces that it is meant so.
  var isAllowed: Bool { block.allows(reason.rule) }

  /// What is said of it, in the file of the letter.
  func diagnostic(in file: String) -> Diagnostic {
    let place = Place(file: file, line: block.line)
    switch reason {
    case .heading(let spelling):
      let kind = FindingKind.allCases.first(where: kinds.contains) ?? .main
      let example = FindingHeadings.example(of: kind)
      return Diagnostic(
        .warning, reason.rule, at: place, "the heading \(quoting: block.text) names no kind of finding",
        expected: spelling == nil
          ? "a heading such as '\(example)', or {kind=\(kind.rawValue)} at its end" : nil,
        suggestion: spelling)
    case .kind:
      let written = block.attributes["kind"].joined(separator: " ")
      let known = FindingKind.allCases.map(\.rawValue)
      return Diagnostic(
        .error, reason.rule, at: place, "\(quoting: written) is no kind of finding",
        expected: "one of \(known.joined(separator: ", "))", suggestion: nearMiss(for: written, among: known))
    case .unread:
      return Diagnostic(
        .warning, reason.rule, at: place, "this \(name(of: block)) is no finding, and part of none",
        expected: "a list item or paragraph for each finding, or a heading above it that names no kind")
    case .empty:
      return Diagnostic(
        .warning, reason.rule, at: place, "this list item has no words, and is no finding",
        expected: "the finding, or no item")
    case .emptySection:
      return Diagnostic(
        .warning, reason.rule, at: place, "nothing stands below the heading \(quoting: block.text)",
        expected: "the findings, or a sentence which says that there are none")
    case .denial:
      return Diagnostic(
        .warning, reason.rule, at: place,
        "this says that there is none, and counts as a finding all the same",
        expected: "that sentence alone in its section, and what follows under a heading of its own")
    }
  }

  private func name(of block: Block) -> String {
    switch block.kind {
    case .table: "table"
    case .code: "code"
    default: "quotation"
    }
  }
}

extension FindingDoubt {
  /// The names of the rules that `{allow=…}` silences.
  static let allowable = ["finding-heading", "finding-unread", "finding-empty", "finding-none"]
}

extension Block {
  /// Whether the author allows a rule at the block or within it.
  func allows(_ rule: String) -> Bool {
    attributes["allow"].contains(rule) || children.contains { $0.allows(rule) }
  }
}
