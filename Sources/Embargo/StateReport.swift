package import Model
package import PublishingCalendar

/// The state of an edition at an instant, with the reason and the next change that is known.
package struct StateReport: Sendable {
  package let id: EditionID
  /// The path as the user would type it.
  package let file: String
  package let state: EditionState
  /// Why, in one sentence without a full stop that quotes nothing of the edition's text.
  package let reason: String
  package let release: Instant?
  /// When the state will change by itself; nil where somebody has to act, or nothing will.
  package let changes: Instant?
  /// What keeps it from readers; nil where it is public, or its text was removed.
  package let wait: EditionWait?
}
