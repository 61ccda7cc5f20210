import Embargo
import Model
import PublishingCalendar
import ResearchDatabase

/// An edition as the rows about it and its findings tell of it.
struct EditionRows {
  let document: PublishedDocument
  let shown: PublishedEdition
  private let catalogue: Catalogue
  private let id: String
  private let number: Int
  /// Whose words the text is; nil for the pages of the archive itself, which are nobody's official text.
  private let wording: String?
  private let state: String
  private let address: String
  private let released: String
  /// The cells that say what the edition is about: areas, themes, inspectorates and programme.
  private let subjects: [String?]
  /// Its themes, with those of the round that it looks back on.
  let themes: [String]

  init(_ shown: PublishedEdition, of document: PublishedDocument, in catalogue: Catalogue) {
    self.document = document
    self.shown = shown
    self.catalogue = catalogue
    id = document.id.description
    address = catalogue.archive.settings.absolute(shown.edition.id.address)
    released = shown.release.rfc3339
    themes = catalogue.themes(of: shown.edition).map(\.id)
    let edition = shown.edition
    number = edition.id.number
    wording = document.id.collection == .pages ? nil : edition.wording.rawValue
    state = DataState(of: shown).rawValue
    subjects =
      [edition.facts.areas, themes, edition.inspectorates].map { ids in
        ids.isEmpty ? nil : ids.joined(separator: " ")
      } + [edition.facts.programme]
  }

  private var edition: Edition { shown.edition }

  /// What names the edition in other tables of the database.
  var key: [DatabaseCell] { [.text(id), .integer(number)] }

  // MARK: Rows

  /// Writes the row of the document, whose current edition it is.
  func writeDocument(findings: Int, to rows: inout some RowWriter) {
    rows.add(name: id)
    rows.add(name: document.id.collection.rawValue)
    rows.add(text: edition.title)
    rows.add(text: edition.summary)
    rows.add(name: wording)
    rows.add(name: state)
    rows.add(number: number)
    rows.add(name: edition.language)
    rows.add(name: publicDocument(edition.translationOf))
    writeSubjects(to: &rows)
    writeFieldwork(to: &rows)
    rows.add(name: publicDocument(edition.facts.guidance))
    rows.add(name: publicDocument(edition.facts.follows))
    rows.add(text: edition.reference)
    rows.add(name: edition.dated?.description)
    rows.add(name: document.firstRelease.rfc3339)
    rows.add(name: released)
    rows.add(text: edition.source?.url)
    rows.add(number: findings)
    rows.add(address: address, anchor: nil)
    rows.endRow()
  }

  /// Writes the row of the edition.
  func writeEdition(digest: Digest, to rows: inout DatabaseRows) {
    rows.add(name: id)
    rows.add(number: number)
    rows.add(text: edition.title)
    rows.add(name: wording)
    rows.add(name: state)
    rows.add(name: edition.language)
    rows.add(name: released)
    rows.add(text: edition.change)
    rows.add(number: edition.isMinor ? 1 : 0)
    rows.add(name: digest.description)
    rows.add(address: address, anchor: nil)
    rows.endRow()
  }

  /// Writes the row of an inspection: what the archive holds of its letter.
  func writeCoverage(findings: Int, to rows: inout some RowWriter) {
    rows.add(name: id)
    writeSubjects(to: &rows)
    writeFieldwork(to: &rows)
    rows.add(name: document.firstRelease.rfc3339)
    rows.add(name: wording)
    rows.add(number: findings)
    rows.add(text: edition.source?.url)
    rows.add(address: address, anchor: nil)
    rows.endRow()
  }

  /// Writes the rows of findings.
  func write(_ findings: [Finding], to rows: inout some RowWriter) {
    for finding in findings { write(finding, to: &rows) }
  }

  /// Writes the rows of the passages of the text.
  func writePassages(of rendered: RenderedEdition, to rows: inout some RowWriter) {
    PassageReading.forEach(in: rendered.blocks, rendered.findings) { write($0, to: &rows) }
  }

  /// Writes the row of a finding.
  func write(_ finding: Finding, to rows: inout some RowWriter) {
    rows.add(name: id)
    rows.add(number: number)
    rows.add(name: finding.id)
    rows.add(number: finding.number)
    rows.add(name: finding.kind.rawValue)
    rows.add(name: wording)
    rows.add(name: state)
    rows.add(text: finding.heading)
    rows.add(text: finding.strand)
    rows.add(text: finding.lead)
    rows.add(text: finding.wholeText)
    rows.add(list: finding.agencies)
    rows.add(name: finding.agencyBasis?.rawValue)
    rows.add(list: finding.criteria)
    writeSubjects(to: &rows)
    rows.add(name: released)
    rows.add(address: address, anchor: finding.id)
    rows.endRow()
  }

  private func write(_ passage: Passage, to rows: inout some RowWriter) {
    rows.add(name: id)
    rows.add(number: number)
    rows.add(number: passage.number)
    rows.add(name: passage.kind.rawValue)
    rows.add(text: passage.heading)
    rows.add(name: passage.id)
    rows.add(name: passage.finding?.id)
    rows.add(text: passage.text)
    rows.add(name: wording)
    rows.add(address: address, anchor: passage.anchor)
    rows.endRow()
  }

  // MARK: What rows have in common

  private func writeSubjects(to rows: inout some RowWriter) {
    for subject in subjects { rows.add(name: subject) }
  }

  private func writeFieldwork(to rows: inout some RowWriter) {
    rows.add(name: edition.facts.fieldwork?.start.description)
    rows.add(name: edition.facts.fieldwork?.end.description)
  }

  /// The id of a document, nil where it is not public.
  private func publicDocument(_ id: DocumentID?) -> String? {
    id.flatMap { catalogue.archive.document($0)?.id.description }
  }
}

extension Facts {
  fileprivate var guidance: DocumentID? {
    if case .letter(let facts) = self { facts.guidance } else { nil }
  }

  fileprivate var follows: DocumentID? {
    if case .followUp(let facts) = self { facts.follows } else { nil }
  }

  fileprivate var fieldwork: Fieldwork? {
    if case .letter(let facts) = self { facts.fieldwork } else { nil }
  }
}
