import Diagnostics
import Embargo
import Escaping
import Markdown
import Model

/// The text of a public edition, parsed once: its HTML and all that other outputs take from it.
struct RenderedEdition {
  let shown: PublishedEdition
  /// The blocks of the text, as they are before anything is added to them.
  let blocks: [Block]
  /// What inspectors found; none where it is no letter.
  let findings: [Finding]
  /// The kinds of findings of which it may hold more than were understood.
  let doubtfulKinds: Set<FindingKind>
  /// What a consultation asks; none where the edition is of another kind.
  let questions: [ConsultationQuestion]
  let html: HTMLText
  let headings: [Heading]
  let attachments: [RenderedAttachment]
  /// The words of the first link to each of them, by its name.
  let attachmentTitles: [String: String]
  let digest: Digest
  let diagnostics: [Diagnostic]
  let fragments: [DocumentFragment]
  /// The links of which the archive decides where they lead, as they are written.
  let archiveLinks: [String]
  let anchors: [String]

  /// Reads and renders the text of an edition.
  ///
  /// - Parameter marks: What is added to blocks besides the marks of the site, by their numbers.
  init(
    _ shown: PublishedEdition, of document: PublishedDocument, with reading: TextReading, words: Words,
    marks: ([Block], [Finding]) -> [Int: BlockMark] = { _, _ in [:] },
    readAttachment: (Attachment) throws -> RenderedAttachment?
  ) throws {
    self.shown = shown
    var text = try EditionText(shown.edition, settings: reading.archive.settings)
    let linked = try LinkedAttachments(of: text, in: document, file: shown.edition.body.file, readAttachment)
    attachments = linked.files
    attachmentTitles = linked.titles
    digest = text.publicTextDigest(attachments: attachments.map { ($0.attachment.name, $0.digest) })
    blocks = text.markdown.blocks()
    let criteria = reading.criteria.addresses(for: shown.edition)
    let found = reading.findings.findings(of: shown.edition, blocks: blocks, criteria: Set(criteria.keys))
    findings = found.findings
    doubtfulKinds = found.doubtfulKinds
    questions = ConsultationQuestion.all(of: shown.edition, in: blocks)
    diagnostics =
      text.diagnostics(
        isPublic: reading.leads, suggestions: reading.suggestions, attachment: document.attachment(linkedAs:))
      + linked.diagnostics
      + reading.archive.editorialErrors(
        in: text, blocks: blocks, of: shown, attachment: document.attachment(linkedAs:))
      + found.diagnostics
      + CriterionTables(blocks).diagnostics(of: shown.edition)
      + ConsultationQuestion.diagnostics(of: shown.edition, blocks: blocks)
    if !findings.isEmpty { text.mark(FindingMarks.marks(for: findings, words)) }
    text.mark(TextMarks.marks(in: blocks, of: shown.edition, questions: questions, words))
    text.mark(marks(blocks, findings))
    html = reading.html(of: text, in: document.id, criteria: criteria)
    headings = text.markdown.headings
    anchors = text.markdown.anchors
    fragments = text.fragments
    archiveLinks = text.archiveLinks
  }
}

/// The attachments that a text links to and that are there.
private struct LinkedAttachments {
  private(set) var files: [RenderedAttachment] = []
  private(set) var titles: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter file: The file of the edition.
  /// - Parameter read: Reads an attachment; nil where it is too large.
  init(
    of text: borrowing EditionText, in document: PublishedDocument, file: String,
    _ read: (Attachment) throws -> RenderedAttachment?
  ) throws {
    for name in text.attachmentNames {
      guard let attachment = document.attachment(linkedAs: name) else { continue }
      if let file = try read(attachment) {
        files.append(file)
        titles[attachment.name] = text.title(ofAttachment: attachment.name)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "input-too-large", at: Place(file: file),
            "the attachment \(quoting: name) is larger than 64 MiB"))
      }
    }
  }
}

/// What the reading of every text needs.
struct TextReading: Sendable {
  let archive: PublishedArchive
  let glossary: Glossary
  /// The ids of public documents, for near misses.
  let suggestions: [String]
  let findings: FindingReading
  let criteria: CriteriaIndex

  /// Reads what texts refer to; an error where a text of guidance cannot be read.
  init(_ archive: PublishedArchive) throws {
    self.archive = archive
    glossary = Glossary(
      archive.lists.glossary.compactMap { entry in entry.expansion.map { (entry.term, $0) } })
    suggestions = archive.documents.map(\.id.description)
    findings = FindingReading(archive.lists)
    criteria = try CriteriaIndex(archive)
  }

  /// Whether readers find what a reference leads to.
  func leads(to reference: Reference) -> Bool {
    if case .page(let path) = reference, criteria.hasPage(path) { return true }
    return archive.leads(to: reference)
  }

  /// The text as HTML, with what was marked in it; links lead to what is public.
  func html(of text: borrowing EditionText, in document: DocumentID, criteria: [String: String]) -> HTMLText {
    var html = Bytes()
    html.reserveCapacity(text.size * 5 / 4)
    text.markdown.writeHTML(to: &html, glossary: glossary, criteria: criteria, marksAddresses: true) { link in
      EditionText.target(
        of: Reference(link.destination, settings: archive.settings), in: document, isPublic: leads)
    }
    return HTMLText(rendered: html)
  }
}
