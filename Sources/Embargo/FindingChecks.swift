import Archive
import Diagnostics
import Markdown
import Model

/// What is looked at in the findings of letters: what authors say of them, and their anchors over editions.
struct FindingChecks: Sendable {
  private let settings: ArchiveSettings
  private let reading: FindingReading
  /// What public guidance defines; nil where a text cannot be read, which is reported for itself.
  private let criteria: PublishedCriteria?

  init(_ archive: Archive, _ published: PublishedArchive) {
    settings = archive.settings
    reading = FindingReading(archive.lists)
    criteria = try? PublishedCriteria(published)
  }

  /// The findings of an edition, with what is wrong with them.
  func findings(of edition: Edition, blocks: [Block]) -> FindingReading.Result {
    reading.findings(of: edition, blocks: blocks, criteria: names(for: edition))
  }

  /// The names of the criteria of the guidance that a letter was written under.
  private func names(for edition: Edition) -> Set<String> {
    guard case .letter(let facts) = edition.facts, let guidance = facts.guidance else { return [] }
    return Set((criteria?.criteria(of: guidance) ?? []).map(\.name))
  }

  /// Whether the reference is to the page of a criterion.
  func isCriterion(_ reference: Reference) -> Bool {
    guard case .page(let path) = reference else { return false }
    return criteria?.hasPage(path) ?? false
  }

  /// The findings whose anchors change their meaning from one edition of a letter to the next, by the place
  /// of the edition; none where a text cannot be read, which is reported for itself.
  func shifts(in document: ArchivedDocument) -> [Int: [Diagnostic]] {
    guard document.id.collection == .letters, document.editions.count > 1 else { return [:] }
    var earlier: [(edition: Int, findings: [Finding])] = []
    var shifts: [Int: [Diagnostic]] = [:]
    for (position, edition) in document.editions.enumerated() {
      guard let text = try? EditionText(edition.edition, settings: settings) else { continue }
      let found = findings(of: edition.edition, blocks: text.markdown.blocks()).findings
      shifts[position] = FindingShift.diagnostics(found, after: earlier, file: edition.file)
      earlier.append((edition.id.number, found))
    }
    return shifts
  }
}
