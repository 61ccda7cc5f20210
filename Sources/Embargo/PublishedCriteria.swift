import Markdown
package import Model

/// The evaluation criteria that public guidance defines.
///
/// Those of the latest edition come first; a criterion that a later edition dropped keeps its page, as every
/// address does.
package struct PublishedCriteria: Sendable {
  /// The guidance that defines criteria, in the order of ids, each with what it defines, and the latest public
  /// edition that defines each, by name.
  package let guidance:
    [(document: PublishedDocument, criteria: [Criterion], editions: [String: PublishedEdition])]
  private let positions: [DocumentID: Int]

  /// Reads the public guidance; an error where a text cannot be read.
  package init(_ archive: PublishedArchive) throws {
    guidance = try archive.documents.compactMap { document in
      guard document.id.collection == .guidance else { return nil }
      var criteria: [Criterion] = []
      var editions: [String: PublishedEdition] = [:]
      for shown in document.editions.reversed() {
        let text = try EditionText(shown.edition, settings: archive.settings)
        for criterion in Criterion.all(in: text.markdown.blocks()) where editions[criterion.name] == nil {
          editions[criterion.name] = shown
          criteria.append(criterion)
        }
      }
      return criteria.isEmpty ? nil : (document, criteria, editions)
    }
    positions = Dictionary(
      guidance.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the guidance of that id defines; nothing where it is not public.
  package func criteria(of id: DocumentID) -> [Criterion] {
    positions[id].map { guidance[$0].criteria } ?? []
  }

  /// Whether one of the pages below `/criteria/` is at a path from the root.
  package func hasPage(_ path: String) -> Bool {
    let names = path.prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
    guard names.first == "criteria", (1...3).contains(names.count) else { return false }
    guard names.count > 1 else { return !guidance.isEmpty }
    let defined = DocumentID("guidance/\(names[1])").map(criteria) ?? []
    return names.count == 2 ? !defined.isEmpty : defined.contains { $0.slug == names[2] }
  }
}
