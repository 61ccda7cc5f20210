import Escaping

extension Digest {
  /// The digest of all that a value is made of, down to its last part, so that no part can be forgotten.
  ///
  /// Values are equal in it where they have the same parts under the same names; sets and dictionaries have no order.
  /// It is slow: it looks at every part through a mirror. Functions are no part of a value.
  package init(ofPartsOf value: some Any) {
    var bytes = Bytes()
    bytes.append(partsOf: value)
    self.init(of: bytes)
  }
}

extension Bytes {
  fileprivate mutating func append(partsOf value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary, .set:
      append(unordered: mirror.children.map { Bytes(partsOf: $0.value) })
    case .enum where mirror.children.isEmpty:
      append(leaf: "\(value)")
    case .some:
      append("(")
      for ancestor in sequence(first: mirror, next: \.superclassMirror) {
        for child in ancestor.children {
          append(leaf: child.label ?? "")
          append(partsOf: child.value)
        }
      }
      append(")")
    case nil: append(leaf: "\(value)")
    }
  }

  private init(partsOf value: Any) {
    self.init()
    append(partsOf: value)
  }

  private mutating func append(unordered parts: [Bytes]) {
    append("{")
    for part in parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      append(decimal: part.count)
      append(":")
      append(contentsOf: part)
    }
    append("}")
  }

  /// A text with its length before it, so that no two lists of texts look the same.
  private mutating func append(leaf text: String) {
    append(decimal: text.utf8.count)
    append(":")
    append(verbatim: text)
  }
}
