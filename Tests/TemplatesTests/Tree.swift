import Escaping
import Mustache
import Templates

/// A value that both engines can be given.
enum Tree: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([Tree])
  case view([String: Tree])
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: Tree...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, Tree)...) {
    self = .view(Dictionary(uniqueKeysWithValues: members))
  }
}

// MARK: As our engine takes it

extension Tree: TemplateValue {
  private var value: any TemplateValue {
    switch self {
    case .text(let text): text
    case .number(let number): number
    case .flag(let flag): flag
    case .list(let elements): elements
    case .view(let members): View(members: members)
    }
  }

  func child(named name: String) -> (any TemplateValue)? { value.child(named: name) }
  func write(to bytes: inout Bytes) { value.write(to: &bytes) }
  func writeUnescaped(to bytes: inout Bytes) { value.writeUnescaped(to: &bytes) }
  var section: TemplateSection { value.section }
}

struct View: TemplateView {
  let members: [String: Tree]

  func child(named name: String) -> (any TemplateValue)? { members[name] }
}

// MARK: As swift-mustache takes it

extension Tree {
  /// The value in Swift's own types.
  var native: Any {
    switch self {
    case .text(let text): text
    case .number(let number): number
    case .flag(let flag): flag
    case .list(let elements): elements.map(\.native)
    case .view(let members): members.mapValues(\.native)
    }
  }

  /// The value so that swift-mustache, too, shows nothing for a list or a view, and keeps the nearest value
  /// in the inverted section of an empty list.
  var plain: Any {
    switch self {
    case .list(let elements): elements.isEmpty ? Nothing() : PlainList(elements: elements.map(\.plain))
    case .view(let members): PlainView(members: members.mapValues(\.plain))
    case .text, .number, .flag: native
    }
  }
}

private struct Nothing: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}

private struct PlainList: MustacheSequence, MustacheTransformable, MustacheParent, MustacheCustomRenderable {
  let elements: [Any]
  let renderText = ""
  let isNull = false

  func makeIterator() -> IndexingIterator<[Any]> { elements.makeIterator() }
  func transform(_ name: String) -> Any? { name == "first" ? elements.first : nil }
  func child(named: String) -> Any? { nil }
}

private struct PlainView: MustacheParent, MustacheCustomRenderable {
  let members: [String: Any]
  let renderText = ""
  let isNull = false

  func child(named name: String) -> Any? { members[name] }
}
