/// What `checks` of `archive.yml` says of an editorial rule.
package enum CheckLevel: String, CaseIterable, Sendable {
  /// What it finds is a warning; so it is where nothing is said.
  case on
  /// It is not looked for.
  case off
  /// What it finds is an error: the edition cannot be published.
  case error
}
