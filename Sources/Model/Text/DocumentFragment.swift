package import Diagnostics

/// A link to a part of a document, to be checked when all documents are read.
package struct DocumentFragment: Sendable {
  package let document: DocumentID
  package let fragment: String
  package let place: Place

  package init(document: DocumentID, fragment: String, place: Place) {
    self.document = document
    self.fragment = fragment
    self.place = place
  }

  /// A warning where the document is known and has no such part.
  package func warning(anchors: [DocumentID: Set<String>]) -> Diagnostic? {
    guard let known = anchors[document], !known.contains(fragment) else { return nil }
    return Diagnostic(
      .warning, "dangling-fragment", at: place,
      "\(quoting: document.description) has no part \(quoting: fragment)",
      expected: "the id of a heading or paragraph there",
      suggestion: nearMiss(for: fragment, among: known))
  }
}
