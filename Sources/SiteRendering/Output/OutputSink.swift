package import Escaping
package import FileSystem

/// Where the files of a site go: a fresh folder, or a list in a test.
package protocol OutputSink: Sendable {
  /// Writes a file that is not there yet; its bytes are the parts one after the other.
  func write(_ parts: [Bytes], to path: String) throws
  /// Gives a file that was written a second name.
  func link(_ path: String, to original: String) throws
  /// Begins a file that is not there yet, to be written piece by piece.
  func open(_ path: String) throws -> any OutputFile
  /// Gives a folder, with all that was written in it, another name.
  func rename(_ folder: String, to path: String) throws
  /// The place on the disk for a file that is not there yet, and that something else writes.
  func reserve(_ path: String) throws -> String
  /// Takes over a folder of the last tree with all that is in it; false where that had none at the path.
  func keep(folder: String) throws -> Bool
  /// Takes over a file of the last tree; false where that had none at the path.
  func keep(file: String) throws -> Bool
  /// Takes over a file of the last tree under another path.
  func reuse(_ path: String, as new: String) throws
  /// The place on the disk of a file of the last tree, to read; nil where there is no last tree.
  func lastFile(_ path: String) throws -> String?
  /// A file that is no part of the site, for what does not fit into memory; whoever can read the site can read it.
  func scratch() throws -> ScratchFile
}

/// An output that has no last tree.
extension OutputSink {
  package func keep(folder: String) throws -> Bool { false }
  package func keep(file: String) throws -> Bool { false }

  package func reuse(_ path: String, as new: String) throws {
    preconditionFailure("what is kept is of a last tree, and there is none")
  }

  package func lastFile(_ path: String) throws -> String? { nil }
}

/// A file of a site that is written piece by piece, and complete when nobody holds it any more.
package protocol OutputFile: Sendable {
  /// Writes the bytes after those that are there.
  func append(_ bytes: Bytes) throws
}
