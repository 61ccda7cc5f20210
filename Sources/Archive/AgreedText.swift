import Markdown
package import Model

extension ArchivedDocument {
  /// The document with the digests of the texts that inspectorates have agreed, so that whoever asks for
  /// its state reads no file.
  func readingAgreedTexts(_ rules: PublishingRules, settings: ArchiveSettings) -> ArchivedDocument {
    guard let rule = rules.agreement else { return self }
    var document = self
    for index in editions.indices where !editions[index].status.agreements.isEmpty {
      guard case .at(let release) = editions[index].status.release,
        rule.covers(editions[index], release: release)
      else { continue }
      document.editions[index].textDigest = try? textDigest(of: editions[index].edition, settings: settings)
    }
    return document
  }

  /// The digest of the public text of one of the editions; an error where a file cannot be read.
  package func textDigest(of edition: Edition, settings: ArchiveSettings) throws -> Digest {
    let text = try EditionText(edition, settings: settings)
    let linked = try text.attachmentNames.compactMap { name -> (name: String, digest: Digest)? in
      guard let attachment = attachments.first(where: { $0.name == name }), let bytes = try attachment.read()
      else { return nil }
      return (name, Digest(of: bytes))
    }
    return text.publicTextDigest(attachments: linked)
  }
}
