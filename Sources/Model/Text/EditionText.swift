package import Diagnostics
package import Markdown

/// Whether readers find what a reference leads to: a document, an edition or a generated page.
package typealias PublicityTest = (Reference) -> Bool

/// The parsed text of an edition, with what can be said of it.
package struct EditionText: ~Copyable {
  package private(set) var markdown: MarkdownDocument
  let edition: Edition
  /// The bytes of the Markdown.
  package let size: Int
  private let references: [(link: Link, reference: Reference)]

  /// Reads and parses the body of an edition; an error where the file cannot be read or has changed.
  package init(_ edition: Edition, settings: ArchiveSettings) throws {
    self.edition = edition
    let features = MarkdownFeatures(
      numberedParagraphs: edition.id.document.collection == .guidance, topHeadingLevel: 2,
      attributesMustBeReadable: edition.id.document.collection == .letters)
    let source = try edition.body.read()
    size = source.count
    markdown = MarkdownDocument(
      source, file: edition.body.file, firstLine: edition.body.firstLine,
      firstByte: edition.body.start,
      features: features)
    references = markdown.links.map {
      ($0, Reference($0.destination, settings: settings).written(in: edition.id.document))
    }
  }

  /// The names of the attachments that the text links to, each once, in their order.
  package var attachmentNames: [String] { attachmentLinks.map(\.name) }

  /// The attachments that the text links to, each once, with the line of the first link.
  package var attachmentLinks: [(name: String, line: Int)] {
    var seen: Set<String> = []
    return references.compactMap { link, reference in
      guard case .attachment(let name, _) = reference, seen.insert(name).inserted else { return nil }
      return (name, link.line)
    }
  }

  /// Gives blocks ids, classes and markup for the output; the digest of the text is taken before.
  package mutating func mark(_ marks: [Int: BlockMark]) {
    markdown.mark(marks)
  }

  /// The words of the first link to an attachment; nil where it has none.
  package func title(ofAttachment name: String) -> String? {
    let link = references.first { if case .attachment(name, _) = $0.reference { true } else { false } }?.link
    return link.flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  /// The links of which the archive decides where they lead, as they are written, each once.
  package var archiveLinks: [String] {
    var seen: Set<String> = []
    return references.compactMap { link, reference in
      switch reference {
      case .document, .edition, .file, .page: seen.insert(link.destination).inserted ? link.destination : nil
      case .attachment, .fragment, .elsewhere, .unknown: nil
      }
    }
  }

  /// The links to parts of other documents.
  package var fragments: [DocumentFragment] {
    references.compactMap { link, reference in
      guard case .document(let document, let fragment?) = reference else { return nil }
      return DocumentFragment(
        document: document, fragment: fragment, place: Place(file: edition.body.file, line: link.line))
    }
  }

  /// Everything that is wrong with the text.
  ///
  /// A document that is not public is the same warning as one that is not there; only public ones are
  /// suggested.
  package func diagnostics(
    isPublic: PublicityTest, suggestions: [String], attachment: (String) -> Attachment?
  ) -> [Diagnostic] {
    var found = markdown.diagnostics
    let anchors = references.isEmpty ? [] : Set(markdown.anchors)
    for (link, reference) in references {
      let place = Place(file: edition.body.file, line: link.line)
      if link.isImage, !reference.isImage {
        found.append(
          Diagnostic(
            .error, "image", at: place,
            "the image \(quoting: link.destination) is no picture beside the edition",
            expected: "a PNG, JPEG or WebP file in the folder of the document"))
        continue
      }
      switch reference {
      case .document(let document, _) where !isPublic(reference),
        .file(_, let document) where !isPublic(reference):
        found.append(
          Self.missing(document, named: link.destination, at: place, suggestions: suggestions))
      case .edition(let edition, _) where !isPublic(reference):
        found.append(
          Self.missing(edition.document, named: link.destination, at: place, suggestions: suggestions))
      case .page(let path) where !isPublic(reference):
        found.append(
          Diagnostic(
            .warning, "page-not-public", at: place, "the site has no page \(quoting: path)",
            expected: "the address of a page that is there; until then its name shows without a link"))
      case .attachment(let name, _) where attachment(name) == nil:
        found.append(
          Diagnostic(
            .error, "missing-attachment", at: place, "there is no file \(quoting: name) beside the edition",
            expected: "the name of a file in the folder of the document",
            suggestion: [name.lowercased(), "https://" + name].first {
              $0.hasPrefix("https://www.") || attachment($0) != nil
            }, isSuggestionQuoted: true))
      case .fragment(let id) where !id.isEmpty && !anchors.contains(id):
        found.append(
          Diagnostic(
            .warning, "dangling-fragment", at: place, "nothing in this text has the id \(quoting: id)",
            suggestion: nearMiss(for: id, among: anchors), isSuggestionQuoted: true))
      case .unknown(let path):
        found.append(
          Diagnostic(
            .error, "dangling-link", at: place, "the link \(quoting: path) leads nowhere",
            expected: "a document such as letters/leeds-2024, an attachment, or an https address",
            suggestion: Reference.repair(of: path, among: suggestions), isSuggestionQuoted: true))
      default: break
      }
    }
    for (key, document) in edition.namedDocuments where !isPublic(.document(document, fragment: nil)) {
      let place = Place(file: edition.body.file)
      found.append(
        Self.missing(document, named: "\(key): \(document)", at: place, suggestions: suggestions))
    }
    return found
  }

  private static func missing(
    _ document: DocumentID, named text: String, at place: Place, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "document-not-public", at: place, "\(quoting: text) is no public document",
      expected: "the id of a document; until it is public, its name shows without a link",
      suggestion: nearMiss(for: document.description, among: suggestions))
  }

  /// What becomes of a link on the page: documents that are not public are plain text, as those that do
  /// not exist.
  package static func target(
    of reference: Reference, in document: DocumentID, isPublic: PublicityTest
  ) -> LinkTarget {
    let reference = reference.written(in: document)
    switch reference {
    case .document(let id, let fragment):
      guard isPublic(reference) else { return .plainText }
      return .address(id.address.path + (fragment.map { "#" + $0 } ?? ""))
    case .edition(let id, let fragment):
      guard isPublic(reference) else { return .plainText }
      return .address(id.address.path + (fragment.map { "#" + $0 } ?? ""))
    case .file, .page: return isPublic(reference) ? .asWritten : .plainText
    case .attachment(let name, let fragment):
      return .address(document.address.file(name).path + (fragment.map { "#" + $0 } ?? ""))
    case .fragment, .elsewhere, .unknown: return .asWritten
    }
  }
}

extension Edition {
  /// The documents that the front matter names, by key.
  package var namedDocuments: [(key: String, document: DocumentID)] {
    facts.references + (translationOf.map { [("translation-of", $0)] } ?? [])
  }
}
