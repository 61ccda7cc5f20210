import Diagnostics
import Escaping
import Mustache
import StrictYAML

/// The templates of one language, ready to render.
///
/// `{{words.key}}` is replaced when the templates are loaded, so that fixed words cost nothing on a page.
struct TemplateLibrary: Sendable {
  private let library: MustacheLibrary

  /// Where a page holds the body of a document; it cannot come from content, which holds no NUL.
  static let bodyMark = "\u{0}"

  init(_ sources: [(name: String, text: String)], words: Words, folder: String, report: Report) {
    EscapedHTML.register()
    var library = MustacheLibrary()
    for (name, text) in sources {
      let file = "\(folder)/\(name).mustache"
      do {
        try library.register(EscapedHTML.pragma + words.inserted(into: text, file: file, report), named: name)
      } catch {
        report.add(
          Diagnostic(
            .error, "template", at: Place(file: file),
            "the template cannot be read: \(String(describing: error))"))
      }
    }
    for name in Template.allCases.map(\.rawValue) where library.getTemplate(named: name) == nil {
      report.add(
        Diagnostic(
          .error, "template", at: Place(file: "\(folder)/\(name).mustache"), "the template is missing"))
    }
    self.library = library
  }

  /// The page as text.
  func render(_ template: Template, _ view: some MustacheParent) -> String {
    library.render(view, withTemplate: template.rawValue) ?? ""
  }
}

/// The templates that pages are made with, by the names of their files.
enum Template: String, CaseIterable {
  case area, areas, document, home, inspectorate, inspectorates, item, listing
  case notFound = "not-found"
  case redirect, removed, theme, themes
  case siteFooter = "site-footer"
  case siteHead = "site-head"
  case siteHeader = "site-header"
}

/// The escape of `{{…}}`: the same as everywhere else in the output, and one pass over the bytes.
private struct EscapedHTML: MustacheContentType {
  static let pragma = "{{% CONTENT_TYPE:FINDINGS}}"

  static func register() {
    MustacheContentTypes.register(EscapedHTML(), named: "FINDINGS")
  }

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x26, 0x3C, 0x3E].contains($0) }) else { return text }
    var bytes = Bytes()
    bytes.append(html: text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
