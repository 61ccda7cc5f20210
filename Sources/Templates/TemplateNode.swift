import Escaping

/// A piece of a template.
indirect enum TemplateNode: Sendable {
  case text(Bytes)
  case variable(TemplatePath, isEscaped: Bool)
  /// A variable that is the value of an attribute which holds an address.
  case address(TemplatePath)
  case section(TemplatePath, [TemplateNode])
  case inverted(TemplatePath, [TemplateNode])
  /// Another template in this place, with blocks of it replaced.
  case partial(String, place: TemplatePlace, overrides: [String: [TemplateNode]])
  /// A part that a template which builds on this one may replace.
  case block(String, [TemplateNode])
}

/// Where a tag stands.
struct TemplatePlace: Sendable {
  let template: String
  let line: Int
}

/// What a tag names.
enum TemplatePath: Sendable {
  /// `{{.}}`: the value of the section around it.
  case current
  /// `{{a.b}}` in the nearest value around it that has an `a`; `{{.a}}` in the nearest alone.
  case name(String, rest: [String], climbs: Bool)
  /// `{{#first(names)}}`: the first element of a list.
  case first(String)
  /// `{{#first()}}`, `{{#last()}}`: where the list around it stands.
  case isFirst
  case isLast

  /// The path written in a tag, nil where it is none.
  init?(_ text: Substring) {
    switch text {
    case ".": self = .current
    case "first()": self = .isFirst
    case "last()": self = .isLast
    case _ where text.hasPrefix("first(") && text.hasSuffix(")"):
      let name = text.dropFirst(6).dropLast()
      guard Self.isName(name) else { return nil }
      self = .first(String(name))
    default:
      let climbs = text.first != "."
      let names = (climbs ? text : text.dropFirst()).split(separator: ".", omittingEmptySubsequences: false)
      guard let first = names.first, names.allSatisfy(Self.isName) else { return nil }
      self = .name(String(first), rest: names.dropFirst().map(String.init), climbs: climbs)
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}
