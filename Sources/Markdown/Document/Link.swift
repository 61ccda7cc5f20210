/// A link or image of a document.
package struct Link: Hashable, Sendable {
  /// The destination as the author means it: entities and escapes decoded, nothing percent-encoded.
  package let destination: String
  /// Its words without markup; of an image its alternative text.
  package let text: String
  /// Whether it is an image.
  package let isImage: Bool
  /// The line of the file.
  package let line: Int
}

/// What becomes of a link or image where it is written.
package enum LinkTarget: Hashable, Sendable {
  /// The destination stays as the author wrote it.
  case asWritten
  /// The destination is another address.
  case address(String)
  /// No link: only the words of the link, or the alternative text of the image.
  case plainText
}
