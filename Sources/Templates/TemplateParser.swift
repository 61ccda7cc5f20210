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
  /// Whether addresses are told from other values.
  private let marksAddresses: Bool
  private var rest: Substring
  private var line = 1
  /// Whether nothing but white space has come since the last line end, a tag left out.
  private var isLineStart = true

  /// A tag as it is written.
  private struct Tag {
    /// The mark before the name, a space where there is none.
    let kind: Character
    let name: String
    let line: Int
  }

  init(_ name: String, _ text: String, marksAddresses: Bool) {
    self.name = name
    self.marksAddresses = marksAddresses
    rest = text[...]
  }

  mutating func parse() throws(TemplateError) -> [TemplateNode] {
    try nodes(until: nil)
  }

  private func error(_ message: String, at line: Int) -> TemplateError {
    TemplateError(template: name, line: line, message: message)
  }

  /// The pieces up to the tag that closes the one given, or to the end.
  private mutating func nodes(until opening: Tag?) throws(TemplateError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let braces = rest.firstRange(of: "{{") {
      let text = rest[..<braces.lowerBound]
      rest = rest[braces.upperBound...]
      let tag = try tag(after: text, to: &nodes)
      let place = TemplatePlace(template: name, line: tag.line)
      switch tag.kind {
      case "!": break
      case "#": nodes.append(.section(try path(tag), try self.nodes(until: tag)))
      case "^": nodes.append(.inverted(try path(tag), try self.nodes(until: tag)))
      case "$": nodes.append(.block(tag.name, try self.nodes(until: tag)))
      case ">": nodes.append(.partial(tag.name, place: place, overrides: [:]))
      case "<":
        isLineStart = true
        nodes.append(.partial(tag.name, place: place, overrides: try overrides(until: tag)))
      case "{", "&": nodes.append(.variable(try path(tag), isEscaped: false))
      case "/":
        guard tag.name == opening?.name else {
          throw error("{{/\(tag.name)}} closes what is not open", at: tag.line)
        }
        return nodes
      case _ where marksAddresses && Self.expectsAddress(after: text): nodes.append(.address(try path(tag)))
      default: nodes.append(.variable(try path(tag), isEscaped: true))
      }
    }
    if let opening { throw error("{{/\(opening.name)}} is missing", at: opening.line) }
    append(rest, to: &nodes)
    return nodes
  }

  /// The blocks between `{{<base}}` and `{{/base}}`; text between them is not shown.
  private mutating func overrides(until base: Tag) throws(TemplateError) -> [String: [TemplateNode]] {
    var overrides: [String: [TemplateNode]] = [:]
    for node in try nodes(until: base) {
      switch node {
      case .block(let name, let nodes): overrides[name] = nodes
      case .text: break
      default: throw error("only blocks may stand in {{<\(base.name)}}", at: base.line)
      }
    }
    return overrides
  }

  /// Whether a value after the text is an address: of a link, an image or a form, or where a page leads on to.
  private static func expectsAddress(after text: Substring) -> Bool {
    [" href=\"", " src=\"", " action=\"", "; url="].contains(where: text.hasSuffix)
  }

  private func path(_ tag: Tag) throws(TemplateError) -> TemplatePath {
    guard let path = TemplatePath(tag.name[...]) else {
      throw error("'\(tag.name)' is no name", at: tag.line)
    }
    return path
  }

  // MARK: Tags

  /// Reads a tag after its braces, and adds the text before it; a tag that stands alone on its line takes
  /// the whole line away.
  private mutating func tag(
    after text: Substring, to nodes: inout [TemplateNode]
  ) throws(TemplateError) -> Tag {
    let isTriple = rest.first == "{"
    guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}"),
      case var content = rest[..<end.lowerBound], content.first == "!" || !content.contains("{{")
    else { throw error("a tag does not end", at: line + text.count(where: \.isNewline)) }
    let kind = content.first ?? " "
    let isMarked = "!#^$><{&/".contains(kind)
    if isMarked { content = content.dropFirst() }
    let after = rest[end.upperBound...]
    let lead = text.lastIndex(where: \.isNewline).map { text[text.index(after: $0)...] } ?? text
    let startsLine = (lead.startIndex != text.startIndex || isLineStart) && lead.allSatisfy(Self.isBlank)
    let endOfLine = after.prefix(while: Self.isBlank).endIndex
    let endsLine = after[endOfLine...].first.map(\.isNewline) ?? true
    let standsAlone = startsLine && endsLine && isMarked && kind != "{" && kind != "&"
    append(standsAlone ? text[..<lead.startIndex] : text, to: &nodes)
    let tag = Tag(kind: isMarked ? kind : " ", name: Self.trimmed(content), line: line)
    line += content.count(where: \.isNewline)
    if standsAlone, endOfLine < after.endIndex {
      rest = after[endOfLine...].dropFirst()
      line += 1
    } else {
      rest = standsAlone ? after[endOfLine...] : after
    }
    isLineStart = standsAlone
    return tag
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? "")
  }

  private mutating func append(_ text: Substring, to nodes: inout [TemplateNode]) {
    guard !text.isEmpty else { return }
    line += text.count(where: \.isNewline)
    nodes.append(.text(Bytes(text.utf8)))
  }
}
