package import Diagnostics

/// The names of the attachments that the editions of a document link to, in the order of the editions.
///
/// Names that differ only by letter case are one file to some systems. The later edition has the error, so
/// that a file of an unreleased edition can never break what is public.
package struct AttachmentNames {
  private var names: [String: String] = [:]

  package init() {}

  /// Adds the names of the next edition, and gives the errors where they meet others.
  package mutating func add(_ linked: [String], file: String) -> [Diagnostic] {
    linked.compactMap { name in
      let known = names[name.lowercased(), default: name]
      names[name.lowercased()] = known
      guard known != name else { return nil }
      return Diagnostic(
        .error, "duplicate-address", at: Place(file: file),
        "the attachment \(quoting: name) differs from another only by letter case",
        expected: "names that differ in more than letter case")
    }
  }
}
