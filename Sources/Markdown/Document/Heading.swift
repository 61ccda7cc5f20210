/// A heading of a document.
package struct Heading: Hashable, Sendable {
  /// The level at which it is shown, 1 to 6.
  package let level: Int
  /// The id in the output.
  package let id: String
  /// Its words without markup, attributes and footnotes.
  package let text: String
  /// The line of the file.
  package let line: Int
}
