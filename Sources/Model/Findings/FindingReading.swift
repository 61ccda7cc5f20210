package import Diagnostics
package import Markdown

/// Reads the findings of letters as records.
///
/// The headings say what follows; a list item at the top level is a finding with the items below it, and so
/// is a paragraph, but a paragraph that ends in a colon before a list leads in that list. A case or practice
/// study is one finding as a whole.
package struct FindingReading: Sendable {
  /// The names of the rules of its diagnostics that `{allow=…}` silences in place.
  package static let allowableRules = FindingDoubt.allowable

  private let recognition: AgencyRecognition
  private let agencyIDs: Set<String>
  private let usualHeadings = FindingHeadings()
  private let headings: [String: FindingHeadings]

  package init(_ lists: Lists) {
    recognition = AgencyRecognition(lists.agencies)
    agencyIDs = Set(lists.agencies.map(\.id))
    headings = Dictionary(
      lists.programmes.filter { !$0.headings.isEmpty }.map { ($0.id, FindingHeadings($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What was read of a letter.
  package struct Result: Sendable {
    package let findings: [Finding]
    package let diagnostics: [Diagnostic]
    /// The kinds of which nobody can say that the letter has no more of them, since a part of it was not
    /// understood.
    package let doubtfulKinds: Set<FindingKind>
  }

  /// The findings of an edition; none where it is no letter.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of its text.
  ///   - criteria: The names of the criteria of the guidance that it was written under.
  package func findings(of edition: Edition, blocks: [Block], criteria: Set<String>) -> Result {
    guard case .letter(let facts) = edition.facts else {
      return Result(findings: [], diagnostics: [], doubtfulKinds: [])
    }
    let headings = facts.programme.flatMap { self.headings[$0] } ?? usualHeadings
    let sections = FindingSections(blocks, headings)
    let doubts = sections.doubts.filter { !$0.isAllowed }
    var diagnostics = doubts.map { $0.diagnostic(in: edition.body.file) }
    var numbering = FindingNumbering(sections.drafts.map(\.id))
    let findings = sections.drafts.enumerated().map { index, draft in
      diagnostics += problems(with: draft, in: edition, criteria: criteria)
      return finding(draft, number: index + 1, id: numbering.next(), criteria: criteria)
    }
    return Result(
      findings: findings, diagnostics: diagnostics, doubtfulKinds: Set(doubts.flatMap(\.kinds)))
  }

  private func finding(
    _ draft: FindingDraft, number: Int, id: String, criteria known: Set<String>
  ) -> Finding {
    let (agencies, agencyBasis) = subjects(
      marked: draft.attribute("agencies").filter(agencyIDs.contains),
      lead: draft.lead.map { lead in
        let marked = lead.attributes["agencies"].filter(agencyIDs.contains)
        return marked.isEmpty ? recognition.agencies(in: lead.text) : marked
      },
      text: { recognition.agencies(in: draft.wholeText) })
    let (criteria, criteriaBasis) = subjects(
      marked: draft.attribute("criteria").filter(CriterionNames.isName),
      lead: draft.lead.map { lead in
        let marked = lead.attributes["criteria"]
        return (marked.isEmpty ? CriterionNames.names(in: lead.text) : marked).filter(known.contains)
      },
      text: { CriterionNames.names(in: draft.wholeText).filter(known.contains) })
    return Finding(
      id: id, number: number, kind: draft.kind, heading: draft.heading, strand: draft.strand,
      lead: draft.lead?.text, text: draft.text, items: draft.items, agencies: agencies,
      agencyBasis: agencyBasis, criteria: criteria, criteriaBasis: criteriaBasis, blocks: draft.blocks,
      markedBlocks: draft.markedBlocks, line: draft.line)
  }

  /// What a finding is about: what the author says, else what its lead and its text name.
  private func subjects(
    marked: [String], lead: [String]?, text: () -> [String]
  ) -> ([String], Finding.Basis?) {
    if !marked.isEmpty { return (marked.unique, .attribute) }
    let named = text()
    if let lead, !lead.isEmpty { return ((lead + named).unique, .lead) }
    return (named, named.isEmpty ? nil : .text)
  }

  // MARK: Problems

  private func problems(
    with draft: FindingDraft, in edition: Edition, criteria: Set<String>
  ) -> [Diagnostic] {
    let place = Place(file: edition.body.file, line: draft.line)
    var problems: [Diagnostic] = []
    for attributes in draft.attributes + [draft.lead?.attributes].compactMap(\.self) {
      for id in attributes["agencies"] where !agencyIDs.contains(id) {
        problems.append(
          Diagnostic(
            .error, "unknown-id", at: place, "\(quoting: id) is not in agencies.yml",
            expected: "an id of agencies.yml", suggestion: nearMiss(for: id, among: agencyIDs)))
      }
      for name in attributes["criteria"] where !CriterionNames.isName(name) {
        problems.append(
          Diagnostic(
            .error, "criterion", at: place, "\(quoting: name) is no evaluation criterion",
            expected: "names such as EC3", suggestion: nearMiss(for: name, among: criteria)))
      }
      for kind in attributes["kind"] where FindingKind(rawValue: kind) == nil {
        let known = FindingKind.allCases.map(\.rawValue)
        problems.append(
          Diagnostic(
            .error, "finding-kind", at: place, "\(quoting: kind) is no kind of finding",
            expected: "one of \(known.joined(separator: ", "))", suggestion: nearMiss(for: kind, among: known)
          ))
      }
    }
    for name in draft.attribute("criteria") where CriterionNames.isName(name) && !criteria.contains(name) {
      problems.append(
        Diagnostic(
          .warning, "criterion-unknown", at: place,
          "the guidance of this letter has no criterion \(quoting: name)",
          expected: "a criterion of the guidance that 'guidance' names",
          suggestion: nearMiss(for: name, among: criteria)))
    }
    return problems
  }
}

/// Gives each finding its anchor.
private struct FindingNumbering {
  private let chosen: [String?]
  private var taken: Set<String>
  private var position = 0

  init(_ chosen: [String?]) {
    self.chosen = chosen
    taken = Set(chosen.compactMap(\.self))
  }

  /// The id that the author chose, else the place in the letter, else the first number that is free.
  mutating func next() -> String {
    defer { position += 1 }
    if let id = chosen[position] { return id }
    var number = position + 1
    if taken.contains("finding-\(number)") { number = chosen.count + 1 }
    while taken.contains("finding-\(number)") { number += 1 }
    taken.insert("finding-\(number)")
    return "finding-\(number)"
  }
}

extension [String] {
  /// The texts in their order, each once.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
