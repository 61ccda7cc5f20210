import Escaping

/// One rendering: the values of the sections around the place that is being written.
struct TemplateRendering {
  private var stack: [any TemplateValue]
  /// Where the list stands whose element is the nearest value, nil where that is none of a list.
  private var position: (isFirst: Bool, isLast: Bool)?

  init(_ view: any TemplateValue) {
    stack = [view]
  }

  mutating func render(_ nodes: [TemplateNode], to bytes: inout Bytes) {
    for node in nodes {
      switch node {
      case .text(let text): bytes.append(contentsOf: text)
      case .variable(let path, isEscaped: true): value(path)?.write(to: &bytes)
      case .variable(let path, isEscaped: false): value(path)?.writeUnescaped(to: &bytes)
      case .address(let path):
        let start = bytes.count
        value(path)?.write(to: &bytes)
        bytes.markAddress(from: start)
      case .section(let path, let inner): renderSection(path, inner, to: &bytes)
      case .inverted(let path, let inner):
        if case .hidden = value(path)?.section ?? .hidden { render(inner, to: &bytes) }
      case .partial, .block: preconditionFailure("templates are linked before they are rendered")
      }
    }
  }

  private mutating func renderSection(_ path: TemplatePath, _ nodes: [TemplateNode], to bytes: inout Bytes) {
    guard let value = value(path) else { return }
    switch value.section {
    case .hidden: return
    case .shown: render(nodes, to: &bytes)
    case .once: render(nodes, with: value, at: nil, to: &bytes)
    case .each(let elements):
      for (index, element) in elements.enumerated() {
        render(nodes, with: element, at: (index == 0, index == elements.count - 1), to: &bytes)
      }
    }
  }

  private mutating func render(
    _ nodes: [TemplateNode], with value: any TemplateValue, at place: (isFirst: Bool, isLast: Bool)?,
    to bytes: inout Bytes
  ) {
    let around = position
    position = place
    stack.append(value)
    render(nodes, to: &bytes)
    stack.removeLast()
    position = around
  }

  private func value(_ path: TemplatePath) -> (any TemplateValue)? {
    switch path {
    case .current: return stack[stack.count - 1]
    case .isFirst: return position?.isFirst
    case .isLast: return position?.isLast
    case .first(let name):
      guard case .each(let elements)? = lookUp(name)?.section else { return nil }
      return elements.first
    case .name(let name, let rest, let climbs):
      var value = climbs ? lookUp(name) : stack[stack.count - 1].child(named: name)
      for name in rest { value = value?.child(named: name) }
      return value
    }
  }

  /// The value of the name in the nearest section that has one.
  private func lookUp(_ name: String) -> (any TemplateValue)? {
    var index = stack.count - 1
    while index >= 0 {
      if let value = stack[index].child(named: name) { return value }
      index -= 1
    }
    return nil
  }
}
