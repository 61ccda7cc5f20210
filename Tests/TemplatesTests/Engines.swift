import Escaping
import Mustache
import Templates

/// What our engine makes of the template with the partials.
func ours(_ template: String, _ view: Tree, partials: [String: String] = [:]) throws -> String {
  guard case .view(let members) = view else { preconditionFailure("a template is given a view") }
  let others = partials.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }
  let templates = try TemplateSet([(name: "main", text: template)] + others)
  var bytes = Bytes()
  templates.render("main", View(members: members), to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// What swift-mustache makes of them; it escapes apostrophes beyond what the specification says.
func reference(_ template: String, _ view: Any, partials: [String: String] = [:]) throws -> String {
  var library = MustacheLibrary()
  try library.register(template, named: "main")
  for (name, text) in partials { try library.register(text, named: name) }
  let result = library.render(view, withTemplate: "main") ?? ""
  return result.replacing("&#39;", with: "'")
}
