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
}
