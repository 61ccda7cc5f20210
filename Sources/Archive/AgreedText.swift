import Markdown
package import Model

extension Archive {
  /// The digest of an edition's public text, which inspectorates agree.
  ///
  /// An error where the file or an attachment cannot be read.
  package func publicTextDigest(of edition: Edition, in document: ArchivedDocument) throws -> Digest {
    let text = try EditionText(edition, settings: settings)
    let attachments = try text.attachmentNames.compactMap { name -> (name: String, digest: Digest)? in
      guard let attachment = document.attachments.first(where: { $0.name == name }),
        let bytes = try attachment.read()
      else { return nil }
      return (name, Digest(of: bytes))
    }
    return text.publicTextDigest(attachments: attachments)
  }
}
