package import Diagnostics

/// The sealed documents that were not opened; they count as not released.
package struct UnopenedDocuments: Sendable {
  package fileprivate(set) var count = 0
  /// Why, for whoever checks the content.
  ///
  /// They stop nothing that is public, so that they are no diagnostics of the archive.
  package fileprivate(set) var diagnostics: [Diagnostic] = []

  /// Whether somebody asked for them to be opened, and one was not.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// That there are some, in a clause without a full stop; nil where there are none.
  package var words: String? {
    switch count {
    case 0: nil
    case 1: "1 sealed document was not opened, and counts as not released"
    default: "\(count) sealed documents were not opened, and count as not released"
    }
  }
}

extension UnopenedDocuments {
  /// Those of a folder, where there is no identity to open them with.
  init(count: Int, in folder: String) {
    guard count > 0 else { return }
    self.count = count
    diagnostics = [
      Diagnostic(
        .warning, "sealed", at: Place(file: folder), "\(words ?? "")",
        expected: "--identity FILE with a secret key that opens sealed documents")
    ]
  }

  /// Adds a file that an identity does not open, or that holds no document.
  mutating func add(_ file: String, reason: String) {
    count += 1
    diagnostics.append(
      Diagnostic(
        .error, "sealed", at: Place(file: file), "this sealed document cannot be opened: \(reason)",
        expected: "a file of findings seal, for one of the keys in --identity"))
  }
}
