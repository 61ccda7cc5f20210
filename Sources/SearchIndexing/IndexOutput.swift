/// Where the files of an index go: paths are below its folder.
package protocol IndexOutput: Sendable {
  /// Writes a file that is not there yet.
  func write(_ bytes: [UInt8], to path: String) throws
  /// Gives a folder the name by which it is found.
  func rename(_ folder: String, to path: String) throws
}
