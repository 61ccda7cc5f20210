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
  let anchors: [String]

  init(
    _ shown: PublishedEdition, of document: PublishedDocument, with reading: TextReading, words: Words,
    readAttachment: (Attachment) throws -> RenderedAttachment?
  ) throws {
    self.shown = shown
    let settings = reading.archive.settings
    var text = try EditionText(shown.edition, settings: settings)
    let isPublic = reading.leads
    var diagnostics = text.diagnostics(
      isPublic: isPublic, suggestions: reading.suggestions, attachment: document.attachment(linkedAs:))
    var attachments: [RenderedAttachment] = []
    for name in text.attachmentNames {
      guard let attachment = document.attachment(linkedAs: name) else { continue }
      if let read = try readAttachment(attachment) {
        attachments.append(read)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "input-too-large", at: Place(file: shown.edition.body.file),
            "the attachment \(quoting: name) is larger than 64 MiB"))
      }
    }
    digest = text.publicTextDigest(attachments: attachments.map { ($0.attachment.name, $0.digest) })
    blocks = text.markdown.blocks()
    diagnostics += reading.archive.editorialErrors(
      in: text, blocks: blocks, of: shown, attachment: document.attachment(linkedAs:))
    let criteria = reading.criteria.addresses(for: shown.edition)
    let found = reading.findings.findings(of: shown.edition, blocks: blocks, criteria: Set(criteria.keys))
    diagnostics += found.diagnostics
    findings = found.findings
    doubtfulKinds = found.doubtfulKinds
    if !findings.isEmpty { text.mark(FindingMarks.marks(for: findings, words)) }
    diagnostics += CriterionTables(blocks).diagnostics(of: shown.edition)
    diagnostics += ConsultationQuestion.diagnostics(of: shown.edition, blocks: blocks)
    questions = ConsultationQuestion.all(of: shown.edition, in: blocks)
    text.mark(TextMarks.marks(in: blocks, of: shown.edition, questions: questions, words))
    var html = Bytes()
    html.reserveCapacity(text.size * 5 / 4)
    text.markdown.writeHTML(
      to: &html, glossary: reading.glossary, criteria: criteria, marksAddresses: true
    ) { link in
      EditionText.target(
        of: Reference(link.destination, settings: settings), in: document.id, isPublic: isPublic)
    }
    self.html = HTMLText(rendered: html)
    headings = text.markdown.headings
    anchors = text.markdown.anchors
    fragments = text.fragments
    self.attachments = attachments
    var titles: [String: String] = [:]
    for name in attachments.map(\.attachment.name) { titles[name] = text.title(ofAttachment: name) }
    attachmentTitles = titles
    self.diagnostics = diagnostics
  }
}

/// An attachment that a public edition links to, read once for its document.
struct RenderedAttachment: Sendable {
  let attachment: Attachment
  let size: Int
  let digest: Digest
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
}
