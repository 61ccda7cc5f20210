import Diagnostics
import StrictYAML

/// A YAML document that was read: its value, and the words of the report.
struct Reading {
  let value: YAMLValue?
  let report: Report

  init(_ text: String, firstLine: Int = 1) {
    report = Report(file: "list.yml")
    value = YAMLValue.parse(text, firstLine: firstLine, report: report)
  }

  /// The report as text.
  var problems: String {
    String(decoding: DiagnosticFormat.text.report(report.diagnostics), as: UTF8.self)
  }

  /// The fields of the document, nil where it could not be read.
  var fields: Fields? { value.map { Fields($0, report: report) } }
}

extension YAMLValue {
  /// The value on one line: `{a@1: b@1, c@2: [d@3]@3}@1`, `nothing` for a key without a value.
  var outline: String {
    switch self {
    case .scalar(let text, let line): "\(text)@\(line)"
    case .nothing(let line): "nothing@\(line)"
    case .sequence(let values, let line): "[\(values.map(\.outline).joined(separator: ", "))]@\(line)"
    case .mapping(let pairs, let line):
      "{\(pairs.map { "\($0.key)@\($0.line): \($0.value.outline)" }.joined(separator: ", "))}@\(line)"
    }
  }
}
