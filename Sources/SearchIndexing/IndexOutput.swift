/// Where the files of an index go: paths are below its folder.
package protocol IndexOutput: Sendable {
  /// Writes a file that is not there yet.
  func write(_ bytes: [UInt8], to path: String) throws
  /// Gives a folder the name by which it is found.
  func rename(_ folder: String, to path: String) throws
  /// Takes over a folder of the last index with all that is in it; false where that has no folder of the name.
  ///
  /// The name tells the bytes of the files: it is a digest of them.
  func keep(_ folder: String) throws -> Bool
  /// Takes over a file of the last index.
  func reuse(_ path: String, as new: String) throws
}

/// An output that has no last index.
extension IndexOutput {
  package func keep(_ folder: String) throws -> Bool { false }

  package func reuse(_ path: String, as new: String) throws {
    preconditionFailure("documents are kept from a last index, and there is none")
  }
}
