/// A value of the front matter: a key, a key within its mapping, or an entry of its list.
package struct FrontMatterKey: Hashable, Sendable, CustomStringConvertible {
  package let key: String
  /// The key within the mapping.
  package let inner: String?
  /// The place in the list, counted from 0.
  package let entry: Int?

  init(_ key: String, _ inner: String? = nil, entry: Int? = nil) {
    self.key = key
    self.inner = inner
    self.entry = entry
  }

  /// The key as authors know it: `statement.due`.
  package var description: String { inner.map { "\(key).\($0)" } ?? key }
}
