import Diagnostics
private import Yams

extension YAMLValue {
  /// Reads one YAML document of a file, its first line being that line of the file.
  ///
  /// Anchors, tags, duplicate keys, keys that are not text and deep nesting are errors: they hide what a
  /// file says from the person who reads it. Nil where the text is no YAML; the report says why.
  package static func parse(_ text: String, firstLine: Int = 1, report: Report) -> YAMLValue? {
    guard let line = deepestLine(of: text) else {
      return parseBounded(text, offset: firstLine - 1, report: report)
    }
    report.error("yaml-nesting", line: firstLine - 1 + line, "the YAML is nested too deep")
    return nil
  }

  private static func parseBounded(_ text: String, offset: Int, report: Report) -> YAMLValue? {
    do {
      // Anchors live as long as the parser does.
      let parser = try Parser(yaml: text, resolver: .basic)
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else { return .mapping([], line: offset + 1) }
        var conversion = Conversion(offset: offset, report: report)
        return conversion.value(of: node)
      }
    } catch let error as YamlError {
      report.error(
        "yaml-syntax", line: offset + (error.line ?? 1), "the YAML cannot be read: \(error.words)",
        expected: "keys and values as `key: value`, text with `: ` or ` #` in quotation marks")
    } catch {
      report.error("yaml-syntax", line: offset + 1, "the YAML cannot be read")
    }
    return nil
  }

  /// The deepest nesting that is read, far above what any list here needs and far below any stack.
  private static let deepest = 32

  /// The first line on which the text nests deeper than is read.
  ///
  /// Brackets inside quotation marks count too: a text with 32 more opening than closing ones is no loss.
  private static func deepestLine(of text: String) -> Int? {
    var line = 1
    var brackets = 0
    var markers = 0
    var indent = 0
    var isLineStart = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        (markers, indent, isLineStart) = (0, 0, true)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isLineStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        isLineStart = false
      case UInt8(ascii: " ") where isLineStart: indent += 1
      case UInt8(ascii: "-") where isLineStart, UInt8(ascii: "?") where isLineStart: markers += 1
      default: isLineStart = false
      }
      if brackets > deepest || markers > deepest || indent > 8 * deepest { return line }
    }
    return nil
  }
}

/// Turns the nodes of Yams into values and reports what is not accepted.
private struct Conversion {
  let offset: Int
  let report: Report

  mutating func value(of node: Node) -> YAMLValue? {
    let line = offset + (node.mark?.line ?? 1)
    if node.anchor != nil {
      report.error(
        "yaml-anchor", line: line, "YAML anchors and aliases are not accepted", expected: "the value itself")
    }
    switch node {
    case .scalar(let scalar):
      return value(of: scalar, line: line)
    case .sequence(let sequence):
      let values = sequence.compactMap { value(of: $0) }
      return .sequence(values, line: line)
    case .mapping(let mapping):
      return .mapping(mapping.compactMap { pair(key: $0.key, value: $0.value) }, line: line)
    case .alias:
      report.error("yaml-anchor", line: line, "YAML anchors and aliases are not accepted")
      return nil
    }
  }

  private func value(of scalar: Node.Scalar, line: Int) -> YAMLValue {
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null" {
      return .nothing(line: line)
    }
    return .scalar(scalar.string, line: line)
  }

  private mutating func pair(key: Node, value node: Node) -> YAMLValue.Pair? {
    let line = offset + (key.mark?.line ?? node.mark?.line ?? 1)
    guard let name = key.scalar?.string else {
      report.error("yaml-syntax", line: line, "a key is not text", expected: "a word before the colon")
      return nil
    }
    guard let value = value(of: node) else { return nil }
    return YAMLValue.Pair(key: name, line: line, value: value)
  }
}

extension YamlError {
  /// The line of the problem within the text, counted from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// The problem in the library's words, and nothing of the text.
  fileprivate var words: Message {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      "\(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "the key \(quoting: duplicates.sorted().joined(separator: ", ")) stands there twice"
    case .reader: "a character that YAML does not allow"
    default: "it is no YAML document"
    }
  }
}
