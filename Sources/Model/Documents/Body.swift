package import Escaping

/// Where the Markdown of an edition is: read when it is needed, so that memory holds no archive of text.
package struct Body: Sendable {
  private let storage: FileStorage
  /// The digest of the whole file when its front matter was read.
  package let digest: Digest
  /// The bytes before the body: the front matter.
  package let start: Int
  /// The path as the user would type it, for diagnostics.
  package let file: String
  /// The line of the file on which the body begins.
  package let firstLine: Int

  package init(_ storage: FileStorage, digest: Digest, start: Int, file: String, firstLine: Int) {
    self.storage = storage
    self.digest = digest
    self.start = start
    self.file = file
    self.firstLine = firstLine
  }

  /// The largest file of a document, in bytes.
  package static let sizeLimit = 2 << 20

  /// The Markdown; an error where the file is not what it was when its front matter was read, since the
  /// one may then not belong to the other.
  package func read() throws -> Bytes {
    try Bytes(readFile()[start...])
  }

  /// The front matter with the two lines around it; an error as for the Markdown.
  package func readFrontMatter() throws -> Bytes {
    try Bytes(readFile()[..<start])
  }

  /// The whole file; an error as for the Markdown.
  package func readFile() throws -> Bytes {
    guard let bytes = try storage.read(limit: Self.sizeLimit), Digest(of: bytes) == digest else {
      throw BodyChanged(file: file)
    }
    return bytes
  }
}

/// A file that was edited while the archive was read.
package struct BodyChanged: Error, CustomStringConvertible {
  package let file: String

  package init(file: String) {
    self.file = file
  }

  package var description: String { "\(file) changed while it was read; run the command again" }
}
