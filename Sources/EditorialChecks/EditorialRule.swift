import Model

/// One thing that whoever publishes looks for before a text goes out.
///
/// Each stands in a file of its own in `Rules`, with what it takes for a slip and what not, and all of them
/// in `EditorialRule.all`.
package struct EditorialRule: Sendable {
  /// The name in diagnostics, in `checks` of `archive.yml` and in `{allow=…}`.
  package let name: String
  /// What is found, as the end of a sentence that begins with "Warns where".
  package let summary: String
  let check: Check

  enum Check: Sendable {
    /// Looks at one edition. The words are those whose spots it asks the manuscript for.
    case edition(words: @Sendable (Lists) -> [Word], find: @Sendable (Manuscript) -> [Slip])
    /// Looks at the lists, and at what all editions need of them.
    case lists(find: @Sendable (ListsInUse) -> [ListSlip])
  }

  /// A rule about editions that looks for some words, or for none.
  init(
    _ name: String, _ summary: String, words: [Word] = [], find: @escaping @Sendable (Manuscript) -> [Slip]
  ) {
    self.init(name: name, summary: summary, check: .edition(words: { _ in words }, find: find))
  }

  init(name: String, summary: String, check: Check) {
    self.name = name
    self.summary = summary
    self.check = check
  }
}
