import Diagnostics
import Embargo
import Escaping
import Markdown
import Model

/// The text of a public edition, parsed once: its HTML and all that other outputs take from it.
struct RenderedEdition {
  let shown: PublishedEdition
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
    _ shown: PublishedEdition, of document: PublishedDocument, in archive: PublishedArchive,
    glossary: Glossary, suggestions: [String], readAttachment: (Attachment) throws -> RenderedAttachment?
  ) throws {
    self.shown = shown
    let text = try EditionText(shown.edition, settings: archive.settings)
    let isPublic = archive.leads
    var diagnostics = text.diagnostics(
      isPublic: isPublic, suggestions: suggestions, attachment: document.attachment(linkedAs:))
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
    var html = Bytes()
    html.reserveCapacity(text.size * 5 / 4)
    let settings = archive.settings
    text.markdown.writeHTML(to: &html, glossary: glossary) { link in
      EditionText.target(
        of: Reference(link.destination, settings: settings), in: document.id, isPublic: isPublic)
    }
    self.html = HTMLText(rendered: html)
    headings = text.markdown.headings
    anchors = text.markdown.anchors
    digest = text.publicTextDigest(attachments: attachments.map { ($0.attachment.name, $0.digest) })
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
