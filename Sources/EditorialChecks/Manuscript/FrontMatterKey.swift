import Diagnostics

/// A value of the front matter: a key, a key within its mapping, or an entry of its list.
struct FrontMatterKey: Hashable, Sendable {
  let key: String
  /// The key within the mapping.
  let inner: String?
  /// The place in the list, counted from 0.
  let entry: Int?

  init(_ key: String, _ inner: String? = nil, entry: Int? = nil) {
    self.key = key
    self.inner = inner
    self.entry = entry
  }

  /// The key as messages name it: `'statement.due'`; the names of milestones are the author's, and quoted.
  var naming: Message {
    guard let inner else { return "'\(key)'" }
    return key == "milestones" ? "the milestone \(quoting: inner)" : "'\(key).\(inner)'"
  }
}
