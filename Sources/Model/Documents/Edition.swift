package import PublishingCalendar

/// One edition of a document: what its front matter says of it, apart from when it may be public.
///
/// A class, since the same immutable edition stands in many lists and a reference is cheap to pass on.
package final class Edition: Sendable {
  package let id: EditionID
  package let title: String
  /// One plain paragraph.
  package let summary: String?
  package let wording: Wording
  /// The date that the document itself bears, where it differs from the release.
  package let dated: Day?
  package let inspectorates: [String]
  package let themes: [String]
  /// What this edition changes; there from edition 2 on.
  package let change: String?
  /// A change of no substance: listed, but not announced in feeds.
  package let isMinor: Bool
  /// The publisher's own number.
  package let reference: String?
  package let appliesTo: [String]
  package let source: Source?
  /// The language tag of the text: `en-GB`, `cy`.
  package let language: String
  package let translationOf: DocumentID?
  package let facts: Facts
  package let body: Body

  package init(
    id: EditionID, title: String, summary: String?, wording: Wording, dated: Day?,
    inspectorates: [String], themes: [String], change: String?, isMinor: Bool, reference: String?,
    appliesTo: [String], source: Source?, language: String, translationOf: DocumentID?,
    facts: Facts, body: Body
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.wording = wording
    self.dated = dated
    self.inspectorates = inspectorates
    self.themes = themes
    self.change = change
    self.isMinor = isMinor
    self.reference = reference
    self.appliesTo = appliesTo
    self.source = source
    self.language = language
    self.translationOf = translationOf
    self.facts = facts
    self.body = body
  }
}

/// Whose words an edition holds.
package enum Wording: String, CaseIterable, Sendable {
  /// The text that the inspectorates published.
  case official
  /// Our words about an official text.
  case summary
  /// A record of the facts of an official text only.
  case facts
}

/// Where the official original is.
package struct Source: Hashable, Sendable {
  package let name: String
  package let url: String

  package init(name: String, url: String) {
    self.name = name
    self.url = url
  }
}

/// What is said when an edition is withdrawn: the notice above its text.
package struct Withdrawal: Hashable, Sendable {
  package let at: Instant
  package let reason: String
  package let decidedBy: String?

  package init(at: Instant, reason: String, decidedBy: String?) {
    self.at = at
    self.reason = reason
    self.decidedBy = decidedBy
  }
}
