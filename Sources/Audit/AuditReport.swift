package import Archive

/// What an audit found.
package struct AuditReport: Sendable {
  /// A file that is another one, or is not there, in the site of the content without what is unreleased.
  package struct Difference: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// Its bytes depend on what is unreleased.
      case differs
      /// It is there because of what is unreleased.
      case added
      /// It is missing because of what is unreleased.
      case missing
    }

    package let kind: Kind
    /// The path in the site.
    package let file: String
  }

  /// Words of something unreleased in a file of the site.
  package struct Leak: Hashable, Sendable {
    /// The path in the site.
    package let file: String
    package let secret: Secret
  }

  /// Words of something unreleased that its authors have told readers elsewhere: an announcement may name a letter.
  package struct Mention: Hashable, Sendable {
    /// The path in the content.
    package let source: String
    package let secret: Secret
  }

  /// The sealed documents of which nothing was looked for.
  package let unopened: UnopenedDocuments
  /// In the order of the files.
  package internal(set) var differences: [Difference] = []
  /// What stands in files of which the comparison proves nothing: those that differ, and attachments.
  package internal(set) var leaks: [Leak] = []
  /// What stops nothing: one or two words or the name of an entry in an attachment, words in an attachment that readers
  /// have seen, or words that only come together in a page which is the same without what is unreleased.
  package internal(set) var chances: [Leak] = []
  /// Files that could not be looked into.
  package internal(set) var unread: [String] = []
  /// What an outsider can learn, since public texts say it.
  package internal(set) var mentions: [Mention] = []
  package internal(set) var fileCount = 0
  package internal(set) var unreleasedCount = 0
  package internal(set) var phraseCount = 0

  /// Whether nothing is known to have leaked of what was looked for.
  package var isClean: Bool { differences.isEmpty && leaks.isEmpty }
}
