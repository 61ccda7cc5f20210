package import Diagnostics
package import Markdown

/// The tables of guidance that define evaluation criteria, and the rows in them from which no criterion can be
/// made.
package struct CriterionTables {
  /// What the tables define, each criterion once.
  package private(set) var criteria: [Criterion] = []
  private var problems: [Problem] = []

  private struct Problem {
    enum Reason {
      case duplicate(firstLine: Int)
      case empty
      case nearName
    }

    let reason: Reason
    let name: String
    let line: Int
  }

  /// - Parameter blocks: Those at the top level of the text.
  package init(_ blocks: [Block]) {
    var lines: [String: Int] = [:]
    var section: String?
    for block in blocks {
      if case .heading = block.kind { section = block.id }
      guard block.kind == .table else { continue }
      let rows = block.children.filter { $0.kind == .row }
      guard let header = rows.first?.children.map(\.text) else { continue }
      for row in rows.dropFirst() {
        let cells = row.children.map(\.text)
        guard let name = cells.first else { continue }
        guard CriterionNames.isName(name) else {
          if CriterionNames.isNearName(name) {
            problems.append(Problem(reason: .nearName, name: name, line: row.line))
          }
          continue
        }
        if let line = lines[name] {
          problems.append(Problem(reason: .duplicate(firstLine: line), name: name, line: row.line))
          continue
        }
        lines[name] = row.line
        let parts = zip(header, cells).dropFirst().map { Criterion.Part(heading: $0, text: $1) }
          .filter { !$0.text.isEmpty }
        if parts.isEmpty { problems.append(Problem(reason: .empty, name: name, line: row.line)) }
        criteria.append(Criterion(name: name, parts: parts, section: section))
      }
    }
  }

  /// What is wrong with the tables of an edition; nothing where it is no guidance.
  package func diagnostics(of edition: Edition) -> [Diagnostic] {
    guard edition.id.document.collection == .guidance else { return [] }
    return problems.map { problem in
      let place = Place(file: edition.body.file, line: problem.line)
      switch problem.reason {
      case .duplicate(let line):
        return Diagnostic(
          .error, "criterion-duplicate", at: place,
          "\(quoting: problem.name) is defined a second time, first on line \(line)",
          expected: "one row for each criterion, with everything that is to be said of it")
      case .empty:
        return Diagnostic(
          .error, "criterion-empty", at: place, "\(quoting: problem.name) has no words beside its name",
          expected: "what the criterion says, in the cells of its row")
      case .nearName:
        return Diagnostic(
          .warning, "criterion-name", at: place,
          "\(quoting: problem.name) is no name of an evaluation criterion, so this row defines none",
          expected: "a row for each criterion, its first cell EC and a number without zeros before it",
          suggestion: CriterionNames.likelyName(for: problem.name), isSuggestionQuoted: true)
      }
    }
  }
}
