package import Diagnostics
package import Markdown

/// Whether a document is public, or the edition of that number.
package typealias PublicityTest = (_ document: DocumentID, _ edition: Int?) -> Bool

/// The parsed text of an edition, with what can be said of it.
package struct EditionText: ~Copyable {
  package let markdown: MarkdownDocument
  let edition: Edition
  /// The bytes of the Markdown.
  package let size: Int
  private let references: [(link: Link, reference: Reference)]

  /// Reads and parses the body of an edition; an error where the file cannot be read or has changed.
  package init(_ edition: Edition, settings: ArchiveSettings) throws {
    self.edition = edition
    let features = MarkdownFeatures(
      numberedParagraphs: edition.id.document.collection == .guidance, topHeadingLevel: 2)
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
  package var attachmentNames: [String] {
    var names: [String] = []
    for case .attachment(let name, _) in references.lazy.map(\.reference) where !names.contains(name) {
      names.append(name)
    }
    return names
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
      case .document(let document, _) where !isPublic(document, nil),
        .file(_, let document) where !isPublic(document, nil):
        found.append(
          Self.missing(document, named: link.destination, at: place, suggestions: suggestions))
      case .edition(let edition, _) where !isPublic(edition.document, edition.number):
        found.append(
          Self.missing(edition.document, named: link.destination, at: place, suggestions: suggestions))
      case .attachment(let name, _) where attachment(name) == nil:
        found.append(
          Diagnostic(
            .error, "missing-attachment", at: place, "there is no file \(quoting: name) beside the edition",
            expected: "the name of a file in the folder of the document"))
      case .fragment(let id) where !id.isEmpty && !anchors.contains(id):
        found.append(
          Diagnostic(
            .warning, "dangling-fragment", at: place, "nothing in this text has the id \(quoting: id)",
            suggestion: nearMiss(for: id, among: anchors), isSuggestionQuoted: true))
      case .unknown(let path):
        found.append(
          Diagnostic(
            .error, "dangling-link", at: place, "the link \(quoting: path) leads nowhere",
            expected: "a document such as letters/leeds-2024, an attachment, or an https address"))
      default: break
      }
    }
    for (key, document) in edition.namedDocuments where !isPublic(document, nil) {
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
    switch reference.written(in: document) {
    case .document(let id, let fragment):
      guard isPublic(id, nil) else { return .plainText }
      return .address(id.address.path + (fragment.map { "#" + $0 } ?? ""))
    case .edition(let id, let fragment):
      guard isPublic(id.document, id.number) else { return .plainText }
      return .address(id.address.path + (fragment.map { "#" + $0 } ?? ""))
    case .file(_, let id):
      return isPublic(id, nil) ? .asWritten : .plainText
    case .attachment(let name, let fragment):
      return .address(document.address.file(name).path + (fragment.map { "#" + $0 } ?? ""))
    case .fragment, .page, .elsewhere, .unknown: return .asWritten
    }
  }
}

extension Edition {
  /// The documents that the front matter names, by key.
  package var namedDocuments: [(key: String, document: DocumentID)] {
    facts.references + (translationOf.map { [("translation-of", $0)] } ?? [])
  }
}
