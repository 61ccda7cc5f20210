import Embargo
import Model

/// The attachments of a document that its editions link to: each is read once, and written to the site and to
/// the channels of the document.
struct DocumentAttachments {
  private let document: DocumentID
  private let sink: any OutputSink
  private let channels: [SiteRenderer]
  private var read: [String: RenderedAttachment] = [:]

  /// None of them read yet.
  init(of document: DocumentID, to sink: any OutputSink, _ channels: [SiteRenderer]) {
    self.document = document
    self.sink = sink
    self.channels = channels
  }

  /// An attachment that an edition links to, nil where it is too large.
  mutating func write(_ attachment: Attachment) throws -> RenderedAttachment? {
    if let known = read[attachment.name] { return known }
    guard let bytes = try attachment.read() else { return nil }
    let path = document.address.file(attachment.name).outputPath
    try sink.write([bytes], to: path)
    for channel in channels { try channel.add(path, sameAsInArchive: bytes) }
    let result = RenderedAttachment(attachment: attachment, size: bytes.count, digest: Digest(of: bytes))
    read[attachment.name] = result
    return result
  }
}

/// An attachment that a public edition links to, read once for its document.
struct RenderedAttachment: Sendable {
  let attachment: Attachment
  let size: Int
  let digest: Digest
}
