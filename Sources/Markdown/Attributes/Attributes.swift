/// What an author wrote between braces at the end of a heading, list item or paragraph.
package struct Attributes: Hashable, Sendable {
  /// A key with its value, such as `agencies="police health"`.
  package struct Value: Hashable, Sendable {
    /// The name before the equals sign.
    package var key: String
    /// The text after it, without quotation marks.
    package var value: String
  }

  /// The id that the author chose.
  package var id: String?
  /// The classes, each once.
  package var classes: [String] = []
  /// In the order of the source; every key stands once.
  package var values: [Value] = []

  /// The keys that mean something to us.
  static let knownKeys = ["agencies", "allow", "criteria", "kind"]

  /// The words of the value of a key, or none where the key is absent.
  package subscript(key: String) -> [String] {
    guard let value = values.first(where: { $0.key == key })?.value else { return [] }
    return value.split(separator: " ").map(String.init)
  }

  /// Whether the author wrote nothing.
  package var isEmpty: Bool { id == nil && classes.isEmpty && values.isEmpty }
}
