/// A place in an object store, reached by a remote of the configuration of `rclone`.
package struct ObjectStoreAddress: Hashable, Sendable, CustomStringConvertible {
  let remote: String
  /// The bucket, and what stands before the names of its objects where there is anything.
  let path: String

  /// Reads `rclone:REMOTE:PATH`.
  ///
  /// A remote that is described on the spot (`:s3,option=value:`) would show its secrets to every user of the machine,
  /// and is refused.
  init(_ text: String) throws(TargetError) {
    guard let (remote, path) = ReleaseTarget.parts(of: text), ReleaseTarget.isName(remote, with: "-._+@"),
      ReleaseTarget.isPlain(path)
    else { throw .notObjectStore(text) }
    self.remote = String(remote)
    self.path = String(path)
  }

  /// The place of an object, as `rclone` has it.
  func object(_ name: String) -> String { "\(remote):\(path)/\(name)" }

  /// The place itself, as `rclone` has it.
  var root: String { "\(remote):\(path)" }

  package var description: String { "rclone:\(root)" }
}
