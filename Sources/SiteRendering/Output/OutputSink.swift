package import Escaping

/// Where the files of a site go: a fresh folder, or a list in a test.
package protocol OutputSink: Sendable {
  /// Writes a file that is not there yet; its bytes are the parts one after the other.
  func write(_ parts: [Bytes], to path: String) throws
  /// Gives a file that was written a second name.
  func link(_ path: String, to original: String) throws
}
