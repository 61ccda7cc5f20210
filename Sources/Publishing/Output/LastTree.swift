/// The tree that the last build of a folder wrote, of which the next may take over files.
struct LastTree: Sendable {
  /// Where it is; it is not modified.
  let path: String
  /// The paths of its files.
  let files: [String]
}
