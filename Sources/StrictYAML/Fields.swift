package import Diagnostics

/// The keys of one mapping while they are read; each read key is a known key, and the others are errors.
///
/// A value of the wrong type is reported and read as absent.
package struct Fields {
  package let line: Int
  package let report: Report
  private let pairs: [YAMLValue.Pair]
  private let isMapping: Bool
  private var known: [String] = []
  /// Whether the keys are names of the author's choosing.
  private var areKeysChosen = false

  /// The fields of a mapping; anything else is reported, and read as an empty mapping.
  package init(_ value: YAMLValue, report: Report) {
    self.report = report
    line = value.line
    if case .mapping(let pairs, _) = value {
      self.pairs = pairs
      isMapping = true
      reportDuplicates()
    } else {
      pairs = []
      isMapping = false
      report.error("wrong-type", line: value.line, "this is \(value.kind)", expected: "keys and values")
    }
  }

  private func reportDuplicates() {
    var seen: Set<String> = []
    for pair in pairs where !seen.insert(pair.key).inserted {
      report.error("duplicate-key", line: pair.line, "the key \(quoting: pair.key) stands there twice")
    }
  }

  /// Reports every key that was not asked for.
  package func reportUnknownKeys() {
    for pair in pairs where !known.contains(pair.key) {
      report.error(
        "unknown-key", line: pair.line, "unknown key \(quoting: pair.key)",
        expected: "one of \(known.sorted().joined(separator: ", "))",
        suggestion: nearMiss(for: pair.key, among: known))
    }
  }

  /// The line of a key, or of the mapping where the key is absent.
  package func line(of key: String) -> Int {
    pairs.first { $0.key == key }?.line ?? line
  }

  package func contains(_ key: String) -> Bool {
    pairs.contains { $0.key == key }
  }

  /// A key as messages name it: one of the author's choosing is text of the content.
  package func naming(_ key: String) -> Message {
    areKeysChosen ? "\(quoting: key)" : "'\(key)'"
  }

  // MARK: Values

  /// The value of a key, nil where the key is absent; a key without a value is reported.
  package mutating func value(_ key: String) -> YAMLValue? {
    known.append(key)
    guard let pair = pairs.first(where: { $0.key == key }) else { return nil }
    if case .nothing = pair.value {
      report.error(
        "wrong-type", line: pair.line, "\(naming(key)) has no value", expected: "a value, or the key left out"
      )
      return nil
    }
    return pair.value
  }

  /// Reports that the value of a key is not what it should be.
  package func reportWrong(_ key: String, _ message: Message, expected: Message, suggestion: String? = nil) {
    report.error("wrong-value", line: line(of: key), message, expected: expected, suggestion: suggestion)
  }

  private func reportType(_ key: String, _ value: YAMLValue, expected: Message) {
    report.error("wrong-type", line: line(of: key), "\(naming(key)) is \(value.kind)", expected: expected)
  }

  package mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard case .scalar(let text, _) = value else {
      reportType(key, value, expected: "text")
      return nil
    }
    return text
  }

  /// Reports those of the keys that are not there.
  package func require(_ keys: String...) {
    for key in keys where isMapping && !contains(key) {
      report.error("missing-key", line: line, "the key '\(key)' is missing", expected: "'\(key): …'")
    }
  }

  /// The text of a key that must be there and not be empty.
  package mutating func requiredText(_ key: String) -> String? {
    require(key)
    guard let text = text(key) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report.error("missing-key", line: line(of: key), "'\(key)' is empty", expected: "text")
      return nil
    }
    return text
  }

  package mutating func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      reportWrong(key, "'\(key)' is \(quoting: text)", expected: "true or false")
      return nil
    }
  }

  /// A whole number that is not negative.
  package mutating func count(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), number >= 0, text.utf8.count <= 9 else {
      reportWrong(key, "'\(key)' is \(quoting: text)", expected: "a whole number")
      return nil
    }
    return number
  }

  /// The value of a key whose text is one of a type's raw values.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    reportWrong(
      key, "'\(key)' is \(quoting: text)", expected: "one of \(names.joined(separator: ", "))",
      suggestion: nearMiss(for: text, among: names))
    return nil
  }

  /// The texts of a list with the line of each; a text alone is read as a list of one where that is allowed.
  package mutating func texts(_ key: String, orOne: Bool = false) -> [(text: String, line: Int)] {
    guard let value = value(key) else { return [] }
    if orOne, case .scalar(let text, let line) = value { return [(text, line)] }
    guard case .sequence(let values, _) = value else {
      reportType(key, value, expected: "a list of texts")
      return []
    }
    return values.compactMap { value in
      if case .scalar(let text, let line) = value { return (text, line) }
      report.error(
        "wrong-type", line: value.line, "an entry of '\(key)' is \(value.kind)", expected: "text")
      return nil
    }
  }

  package mutating func fields(_ key: String) -> Fields? {
    guard let value = value(key) else { return nil }
    guard case .mapping = value else {
      reportType(key, value, expected: "keys and values")
      return nil
    }
    return Fields(value, report: report)
  }

  /// The mappings of a list.
  package mutating func list(_ key: String) -> [Fields] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let values, _) = value else {
      reportType(key, value, expected: "a list of keys and values")
      return []
    }
    return values.map { Fields($0, report: report) }
  }

  /// The keys in the order of the file, for a mapping whose keys are names of the author's choosing.
  package mutating func names() -> [String] {
    let names = pairs.map(\.key)
    known += names
    areKeysChosen = true
    return names
  }
}
