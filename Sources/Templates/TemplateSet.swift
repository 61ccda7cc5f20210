package import Escaping

/// Templates that may build on each other, ready to render into bytes.
///
/// The syntax is that of Mustache with inheritance, of which swift-mustache is the reference: tests hold
/// both to the same output. Names are resolved and partials put in their places when the set is made, so
/// that a page costs no more than its values.
package struct TemplateSet: Sendable {
  private let templates: [String: [TemplateNode]]

  /// Reads the templates by name; every problem of every template is thrown at once.
  package init(_ sources: [(name: String, text: String)]) throws(TemplateProblems) {
    var errors: [TemplateError] = []
    var parsed: [String: [TemplateNode]] = [:]
    for (name, text) in sources {
      var parser = TemplateParser(name, text)
      do throws(TemplateError) {
        parsed[name] = try parser.parse()
      } catch {
        errors.append(error)
      }
    }
    var linked: [String: [TemplateNode]] = [:]
    for (name, _) in sources {
      guard let nodes = parsed[name] else { continue }
      var linker = TemplateLinker(name: name, templates: parsed)
      linked[name] = linker.link(nodes)
      errors += linker.errors
    }
    guard errors.isEmpty else { throw TemplateProblems(errors: errors) }
    templates = linked
  }

  package func contains(_ name: String) -> Bool { templates[name] != nil }

  /// Appends the template of that name with the values of the view; a name without a template is a mistake
  /// of the program.
  package func render(_ name: String, _ view: some TemplateView, to bytes: inout Bytes) {
    guard let nodes = templates[name] else { preconditionFailure("there is no template '\(name)'") }
    var rendering = TemplateRendering(view)
    rendering.render(nodes, to: &bytes)
  }
}

/// Everything that is wrong with a set of templates.
package struct TemplateProblems: Error {
  package let errors: [TemplateError]
}

/// Puts partials and the blocks that replace others in their places.
private struct TemplateLinker {
  let name: String
  let templates: [String: [TemplateNode]]
  var errors: [TemplateError] = []

  /// Deeper than this, a template includes itself.
  private static let deepest = 16

  init(name: String, templates: [String: [TemplateNode]]) {
    self.name = name
    self.templates = templates
  }

  mutating func link(
    _ nodes: [TemplateNode], replacing overrides: [String: [TemplateNode]] = [:], depth: Int = 0
  ) -> [TemplateNode] {
    var result: [TemplateNode] = []
    for node in nodes {
      switch node {
      case .text, .variable: result.append(node)
      case .section(let path, let inner):
        result.append(.section(path, link(inner, replacing: overrides, depth: depth)))
      case .inverted(let path, let inner):
        result.append(.inverted(path, link(inner, replacing: overrides, depth: depth)))
      case .block(let block, let inner):
        result += link(overrides[block] ?? inner, replacing: overrides, depth: depth)
      case .partial(let partial, let line, let own):
        guard let inner = templates[partial], depth < Self.deepest else {
          let reason =
            depth < Self.deepest ? "there is no template '\(partial)'" : "'\(partial)' includes itself"
          errors.append(TemplateError(template: name, line: line, message: reason))
          continue
        }
        result += link(inner, replacing: own.merging(overrides) { _, outer in outer }, depth: depth + 1)
      }
    }
    return result
  }
}
