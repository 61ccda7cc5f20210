package import Diagnostics
package import Markdown
package import Model
package import PublishingCalendar

/// The editorial rules as an archive has set them.
package struct EditorialChecks: Sendable {
  private let rules: [(rule: EditorialRule, severity: Diagnostic.Severity)]
  private let lists: Lists
  private let workingDays: WorkingDays
  private let zone: Zone
  /// The words that the rules look for.
  private let words: WordFilter
  private let listWords: ListWords

  /// Prepares the rules.
  ///
  /// - Parameters:
  ///   - levels: What `archive.yml` says of rules by name; those it does not name are on.
  ///   - lists: The lists that the texts are compared with.
  ///   - workingDays: The calendar.
  ///   - zone: The zone in which a release has its day.
  ///   - onlyErrors: Whether those that only warn are left out.
  package init(
    levels: [String: CheckLevel], lists: Lists, workingDays: WorkingDays, zone: Zone,
    onlyErrors: Bool = false
  ) {
    self.lists = lists
    self.workingDays = workingDays
    self.zone = zone
    rules = EditorialRule.all.compactMap { rule in
      switch levels[rule.name, default: .on] {
      case .off: nil
      case .on: onlyErrors ? nil : (rule, .warning)
      case .error: (rule, .error)
      }
    }
    words = WordFilter(
      rules.reduce(into: []) { words, active in
        if case .edition(let named, _) = active.rule.check { words.formUnion(named(lists)) }
      })
    listWords = ListWords(lists)
  }

  /// Whether no rule is looked for.
  package var isEmpty: Bool { rules.isEmpty }

  // MARK: Editions

  /// What the rules find in an edition, and the allowances that name no rule.
  ///
  /// - Parameters:
  ///   - text: Its text.
  ///   - blocks: The blocks of the text.
  ///   - edition: What its front matter says.
  ///   - release: The moment of its release, nil for a draft.
  ///   - dueDate: The days on which its statement of action may be due, nil where no timetable says so.
  ///   - attachment: The file of that name beside it.
  package func diagnostics(
    in text: borrowing EditionText, blocks: [Block], of edition: Edition, release: Instant?,
    dueDate: CountedDueDate?, attachment: (String) -> Attachment?
  ) -> [Diagnostic] {
    guard !rules.isEmpty else { return [] }
    let manuscript = Manuscript(
      text, blocks: blocks, of: edition, release: release.map { zone.local($0).day }, dueDate: dueDate,
      lists: lists,
      listWords: listWords, workingDays: workingDays, attachment: attachment, words: words)
    var report = SlipReport(manuscript)
    for (rule, severity) in rules {
      guard case .edition(_, let find) = rule.check else { continue }
      report.add(find(manuscript), of: rule.name, severity)
    }
    report.addUnknownAllowances()
    return report.diagnostics
  }

  // MARK: Lists

  /// What the rules find in the lists.
  ///
  /// - Parameters:
  ///   - editions: The editions of the archive, which say what they need of the lists.
  ///   - place: Where a value of a list stands.
  package func diagnostics(
    ofListsUsedBy editions: [Edition], at place: (ListKey) -> Place
  ) -> [Diagnostic] {
    let used = ListsInUse(lists: lists, workingDays: workingDays, editions: editions)
    return rules.flatMap { rule, severity -> [Diagnostic] in
      guard case .lists(let find) = rule.check else { return [] }
      return find(used).map { slip in
        Diagnostic(
          severity, rule.name, at: place(slip.key), slip.message, expected: slip.expected)
      }
    }
  }
}
