package import Escaping

/// A file in a container.
package struct PackedFile: Equatable, Sendable {
  /// The path from the folder of the content, such as `letters/leeds-2027/edition-1.md`.
  package let path: String
  /// Who may do what with it, as in chmod(2).
  package let mode: UInt32
  package let bytes: Bytes

  package init(path: String, mode: UInt32, bytes: Bytes) {
    self.path = path
    self.mode = mode
    self.bytes = bytes
  }
}
