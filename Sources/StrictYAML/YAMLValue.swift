/// A value of a YAML document as it was written: scalars are text, and whoever reads them gives the type.
package indirect enum YAMLValue: Sendable {
  case scalar(String, line: Int)
  case sequence([YAMLValue], line: Int)
  case mapping([Pair], line: Int)
  /// A key without a value.
  case nothing(line: Int)

  package struct Pair: Sendable {
    package let key: String
    package let line: Int
    package let value: YAMLValue

    /// Puts together a key with its value, for a comparison with what was read.
    package init(key: String, line: Int, value: YAMLValue) {
      self.key = key
      self.line = line
      self.value = value
    }
  }

  /// The line of the file on which the value begins, counted from 1.
  package var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line), .nothing(let line): line
    }
  }

  /// What the value is, for messages.
  package var kind: String {
    switch self {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .nothing: "nothing"
    }
  }

  /// Whether the other value says the same in the same order, on whatever lines.
  package func hasSameContent(as other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.scalar(let text, _), .scalar(let otherText, _)): text == otherText
    case (.sequence(let values, _), .sequence(let others, _)):
      values.count == others.count && zip(values, others).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let pairs, _), .mapping(let others, _)):
      pairs.count == others.count
        && zip(pairs, others).allSatisfy { $0.key == $1.key && $0.value.hasSameContent(as: $1.value) }
    case (.nothing, .nothing): true
    default: false
    }
  }
}
