package import Escaping

/// Templates that may build on each other, ready to render into bytes.
///
/// The syntax is that of Mustache with inheritance, of which swift-mustache is the reference: tests hold
/// both to the same output. Names are resolved and partials put in their places when the set is made, so
/// that a page costs no more than its values.
package struct TemplateSet: Sendable {
  private let templates: [String: [TemplateNode]]

  /// Reads the templates by name; every problem of every template is thrown at once.
  ///
  /// - Parameter marksAddresses: Whether the addresses from the root of a site that a page links to are marked
  ///   (`Bytes.addressMark`), so that they can be written anew for another site.
  package init(
    _ sources: [(name: String, text: String)], marksAddresses: Bool = false
  ) throws(TemplateProblems) {
    var errors: [TemplateError] = []
    var parsed: [String: [TemplateNode]] = [:]
    for (name, text) in sources {
      var parser = TemplateParser(name, text, marksAddresses: marksAddresses)
      do throws(TemplateError) {
        parsed[name] = try parser.parse()
      } catch {
        errors.append(error)
        parsed[name] = []
      }
    }
    var linked: [String: [TemplateNode]] = [:]
    for (name, _) in sources {
      guard let nodes = parsed[name] else { continue }
      var linker = TemplateLinker(templates: parsed)
      linked[name] = linker.link(nodes)
      errors += linker.errors.filter { !errors.contains($0) }
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
  let templates: [String: [TemplateNode]]
  private(set) var errors: [TemplateError] = []
  private var isEndless = false

  /// Deeper than this, a template includes itself.
  private static let deepest = 16

  init(templates: [String: [TemplateNode]]) {
    self.templates = templates
  }

  mutating func link(
    _ nodes: [TemplateNode], replacing overrides: [String: [TemplateNode]] = [:], depth: Int = 0
  ) -> [TemplateNode] {
    var result: [TemplateNode] = []
    for node in nodes where !isEndless {
      switch node {
      case .text, .variable, .address: result.append(node)
      case .section(let path, let inner):
        result.append(.section(path, link(inner, replacing: overrides, depth: depth)))
      case .inverted(let path, let inner):
        result.append(.inverted(path, link(inner, replacing: overrides, depth: depth)))
      case .block(let block, let inner):
        // What replaces a block cannot be replaced by itself.
        var others = overrides
        let override = others.removeValue(forKey: block)
        result += link(override ?? inner, replacing: others, depth: depth)
      case .partial(let partial, let place, let own):
        let inherited = own.merging(overrides) { _, outer in outer }
        result += link(partial, at: place, replacing: inherited, depth: depth)
      }
    }
    return result
  }

  private mutating func link(
    _ partial: String, at place: TemplatePlace, replacing overrides: [String: [TemplateNode]], depth: Int
  ) -> [TemplateNode] {
    guard depth < Self.deepest else {
      isEndless = true
      report("'\(partial)' includes itself", at: place)
      return []
    }
    guard let nodes = templates[partial] else {
      report("there is no template '\(partial)'", at: place)
      return []
    }
    return link(nodes, replacing: overrides, depth: depth + 1)
  }

  private mutating func report(_ message: String, at place: TemplatePlace) {
    errors.append(TemplateError(template: place.template, line: place.line, message: message))
  }
}
