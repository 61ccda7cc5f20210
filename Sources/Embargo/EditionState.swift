/// What an edition is at an instant: the first of these that applies.
package enum EditionState: String, CaseIterable, Sendable {
  /// The text was taken down for good.
  case removed
  /// It has no release.
  case draft
  /// It has errors.
  case invalid
  case awaitingAgreement = "awaiting-agreement"
  case held
  /// Its release fell into a moratorium; it needs a new one.
  case moratorium
  /// Its release is still to come.
  case embargoed
  case withdrawn, superseded, published

  /// Whether readers see the edition.
  package var isPublic: Bool {
    switch self {
    case .withdrawn, .superseded, .published: true
    default: false
    }
  }
}
