import Escaping

/// What is wrong with a template, and where.
package struct TemplateError: Error, Hashable {
  package let template: String
  package let line: Int
  package let message: String
}

/// Reads the text of one template in the syntax of Mustache, with inheritance.
struct TemplateParser {
  private let name: String
  private var rest: Substring
  private var line = 1
  /// Whether nothing but white space has come since the last line end, a tag left out.
  private var isLineStart = true

  init(_ name: String, _ text: String) {
    self.name = name
    rest = text[...]
  }

  mutating func parse() throws(TemplateError) -> [TemplateNode] {
    try nodes(until: nil)
  }

  private func error(_ message: String) -> TemplateError {
    TemplateError(template: name, line: line, message: message)
  }

  /// The pieces up to the tag that closes a section, or to the end.
  private mutating func nodes(until closing: String?) throws(TemplateError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let opening = rest.firstRange(of: "{{") {
      let text = rest[..<opening.lowerBound]
      rest = rest[opening.upperBound...]
      let tag = try tag(after: text, to: &nodes)
      switch tag.kind {
      case "!": break
      case "#": nodes.append(.section(try path(tag.name), try self.nodes(until: tag.name)))
      case "^": nodes.append(.inverted(try path(tag.name), try self.nodes(until: tag.name)))
      case "$": nodes.append(.block(tag.name, try self.nodes(until: tag.name)))
      case ">": nodes.append(.partial(tag.name, line: line, overrides: [:]))
      case "<":
        let line = line
        nodes.append(.partial(tag.name, line: line, overrides: try overrides(until: tag.name)))
      case "{", "&": nodes.append(.variable(try path(tag.name), isEscaped: false))
      case "/":
        guard tag.name == closing else { throw error("{{/\(tag.name)}} closes what is not open") }
        return nodes
      default: nodes.append(.variable(try path(tag.name), isEscaped: true))
      }
    }
    guard closing == nil else { throw error("{{/\(closing ?? "")}} is missing") }
    append(rest, to: &nodes)
    return nodes
  }

  /// The blocks between `{{<base}}` and `{{/base}}`; text between them is not shown.
  private mutating func overrides(until closing: String) throws(TemplateError) -> [String: [TemplateNode]] {
    var overrides: [String: [TemplateNode]] = [:]
    for case .block(let name, let nodes) in try nodes(until: closing) { overrides[name] = nodes }
    return overrides
  }

  private func path(_ text: String) throws(TemplateError) -> TemplatePath {
    guard let path = TemplatePath(text[...]) else { throw error("'\(text)' is no name") }
    return path
  }

  // MARK: Tags

  /// Reads a tag after its braces, and adds the text before it; a tag that stands alone on its line takes
  /// the whole line away.
  private mutating func tag(
    after text: Substring, to nodes: inout [TemplateNode]
  ) throws(TemplateError) -> (kind: Character, name: String) {
    let isTriple = rest.first == "{"
    guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}") else { throw error("a tag does not end") }
    var content = rest[..<end.lowerBound]
    let kind = content.first ?? " "
    let isMarked = "!#^$><{&/".contains(kind)
    if isMarked { content = content.dropFirst() }
    let after = rest[end.upperBound...]
    let lead = text.lastIndex(of: "\n").map { text[text.index(after: $0)...] } ?? text
    let startsLine = (lead.startIndex != text.startIndex || isLineStart) && lead.allSatisfy { $0 == " " }
    let endOfLine = after.prefix { $0 == " " }.endIndex
    let endsLine = after[endOfLine...].first.map(\.isNewline) ?? true
    let standsAlone = startsLine && endsLine && isMarked && kind != "{" && kind != "&"
    append(standsAlone ? text[..<lead.startIndex] : text, to: &nodes)
    line += content.count(where: \.isNewline)
    if standsAlone, let newline = after[endOfLine...].first {
      rest = after[endOfLine...].dropFirst()
      if newline.isNewline { line += 1 }
      isLineStart = true
    } else {
      rest = after
      isLineStart = false
    }
    return (isMarked ? kind : " ", String(content.drop { $0 == " " }.prefix { $0 != " " && $0 != "\n" }))
  }

  private mutating func append(_ text: Substring, to nodes: inout [TemplateNode]) {
    guard !text.isEmpty else { return }
    line += text.count(where: \.isNewline)
    nodes.append(.text(Bytes(text.utf8)))
  }
}
