import Archive
package import Diagnostics
import EditorialChecks
package import Markdown
package import Model
import PublishingCalendar

/// The editorial rules that are errors, for the texts that are public.
///
/// Whoever renders a public text asks them, so that a text is read once; those that only warn are the matter of
/// `findings check`.
struct EditorialErrors: Sendable {
  private let checks: EditorialChecks
  /// What `archive.yml` says of the rules.
  let levels: [String: CheckLevel]
  /// The computed days of statements of action, where a rule asks for them.
  private let dueDates: [DocumentID: CountedDueDate]

  /// Prepares the rules with the entries of the lists that readers may know, so that nothing else can decide
  /// whether a text is published.
  init(_ archive: Archive, lists: Lists, documents: [PublishedDocument]) {
    levels = archive.rules.checks
    checks = EditorialChecks(
      levels: archive.rules.checks, lists: lists, workingDays: archive.workingDays,
      zone: archive.settings.zone, onlyErrors: true)
    guard archive.rules.checks[EditorialRule.dueDate.name] == .error else {
      dueDates = [:]
      return
    }
    let letters = Set(documents.map(\.id))
    dueDates = Dictionary(
      archive.documents.filter { letters.contains($0.id) }.compactMap { document in
        archive.dueDate(of: document).map { (document.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The days on which a letter's statement of action may be due, where a rule asks for them.
  func dueDate(of letter: DocumentID) -> CountedDueDate? { dueDates[letter] }

  /// The errors in the text of a public edition.
  func errors(
    in text: borrowing EditionText, blocks: [Block], of shown: PublishedEdition,
    attachment: (String) -> Attachment?
  ) -> [Diagnostic] {
    guard !checks.isEmpty else { return [] }
    return checks.diagnostics(
      in: text, blocks: blocks, of: shown.edition, release: shown.release,
      dueDate: dueDates[shown.edition.id.document], attachment: attachment
    ).filter { $0.severity == .error }
  }
}

extension PublishedArchive {
  /// What the editorial rules that are errors find in the text of a public edition, whose blocks are given.
  package func editorialErrors(
    in text: borrowing EditionText, blocks: [Block], of shown: PublishedEdition,
    attachment: (String) -> Attachment?
  ) -> [Diagnostic] {
    editorial.errors(in: text, blocks: blocks, of: shown, attachment: attachment)
  }
}

extension Archive {
  /// The days on which the statement of action that a letter asks for may be due, nil where no timetable says
  /// so.
  ///
  /// They do not depend on when somebody looks: the letter is taken to be released when its front matter says.
  func dueDate(of document: ArchivedDocument) -> CountedDueDate? {
    guard document.id.collection == .letters,
      let counted = try? inspectionTimetable(of: document, at: Instant(milliseconds: .max))
    else { return nil }
    let release = document.editions.first?.status.release.instant.map { settings.zone.local($0).day }
    return CountedDueDate(counted.timetable, of: counted.origin, release: release, workingDays: workingDays)
  }
}
