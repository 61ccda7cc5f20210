import Diagnostics
private import Yams

extension YAMLValue {
  /// Reads one YAML document of a file, its first line being that line of the file.
  ///
  /// Anchors, tags, duplicate keys, keys that are not text and deep nesting are errors: they hide what a
  /// file says from the person who reads it. Nil where the text is no YAML; the report says why.
  package static func parse(_ text: String, firstLine: Int = 1, report: Report) -> YAMLValue? {
    if let line = deepestLine(of: text) {
      report.error("yaml-nesting", line: firstLine - 1 + line, "the YAML is nested too deep")
      return nil
    }
    if let line = aliasLine(of: text) {
      report.anchor(line: firstLine - 1 + line)
      return nil
    }
    return parseBounded(text, offset: firstLine - 1, report: report)
  }

  private static func parseBounded(_ text: String, offset: Int, report: Report) -> YAMLValue? {
    do {
      // Anchors live as long as the parser does.
      // The encoding is given, since the parser looks it up in the environment otherwise.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
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

  /// The most aliases that the parser is given: each may double what the one before it stands for, and the
  /// parser reads all of it where an alias is a key.
  private static let mostAliases = 8

  /// The line of the first alias, where there are anchors and so many aliases that they could be a bomb.
  private static func aliasLine(of text: String) -> Int? {
    var line = 1
    var previous = UInt8(ascii: "\n")
    var marked: UInt8?
    var aliases: [Int] = []
    var hasAnchor = false
    for byte in text.utf8 {
      if let mark = marked, byte > UInt8(ascii: " "), byte != UInt8(ascii: "*") {
        if mark == UInt8(ascii: "*") { aliases.append(line) } else { hasAnchor = true }
      }
      let isMark = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&")
      marked = isMark && previous.mayPrecedeToken ? byte : nil
      if byte == UInt8(ascii: "\n") { line += 1 }
      previous = byte
    }
    return hasAnchor && aliases.count > mostAliases ? aliases.first : nil
  }
}

extension UInt8 {
  /// Whether a YAML token may begin after the byte.
  fileprivate var mayPrecedeToken: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

extension Report {
  fileprivate func anchor(line: Int) {
    error(
      "yaml-anchor", line: line, "YAML anchors and aliases are not accepted", expected: "the value itself")
  }
}

/// Turns the nodes of Yams into values and reports what is not accepted.
private struct Conversion {
  let offset: Int
  let report: Report

  mutating func value(of node: Node) -> YAMLValue? {
    let line = offset + (node.mark?.line ?? 1)
    reportProperties(of: node, line: line)
    // What an anchor names is not looked into: by way of aliases it may stand there a billion times.
    switch node {
    case .scalar(let scalar):
      return value(of: scalar, line: line)
    case .sequence(let sequence):
      return .sequence(node.anchor == nil ? sequence.compactMap { value(of: $0) } : [], line: line)
    case .mapping(let mapping):
      let pairs = node.anchor == nil ? mapping.compactMap { pair(key: $0.key, value: $0.value) } : []
      return .mapping(pairs, line: line)
    case .alias:
      report.anchor(line: line)
      return nil
    }
  }

  private func reportProperties(of node: Node, line: Int) {
    if node.anchor != nil { report.anchor(line: line) }
    guard let tag = node.unusualTag else { return }
    report.error(
      "yaml-tag", line: line, "the YAML tag \(quoting: tag) is not accepted", expected: "the value alone")
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
    reportProperties(of: key, line: line)
    guard let name = key.scalar?.string else {
      report.error("yaml-syntax", line: line, "a key is not text", expected: "a word before the colon")
      return nil
    }
    guard let value = value(of: node) else { return nil }
    return YAMLValue.Pair(key: name, line: line, value: value)
  }
}

extension Node {
  /// The tag of the node, nil where it is the one that such a node has by itself.
  fileprivate var unusualTag: String? {
    let usual: Tag.Name =
      switch self {
      case .scalar, .alias: .str
      case .sequence: .seq
      case .mapping: .map
      }
    return tag.description == usual.rawValue ? nil : tag.description
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
