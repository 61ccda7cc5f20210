import Diagnostics
import Escaping
import StrictYAML
import Templates

/// The templates of one language.
///
/// `{{words.key}}` is replaced when the templates are loaded, so that fixed words cost nothing on a page.
struct TemplateLibrary: Sendable {
  /// Appends what a template makes of a view.
  typealias Engine = @Sendable (_ name: String, _ view: any TemplateView, _ bytes: inout Bytes) -> Void

  /// What renders the templates, nil where they have errors.
  private let engine: Engine?

  /// Templates that another engine renders: tests hold it to the same pages.
  init(engine: @escaping Engine) {
    self.engine = engine
  }

  /// Reads the templates; what is wrong with them is reported, and then they cannot be rendered.
  init(_ sources: [(name: String, text: String)], words: Words, folder: String, report: Report) {
    let texts = sources.map { name, text in
      (name: name, text: words.inserted(into: text, file: "\(folder)/\(name).mustache", report))
    }
    for template in Template.allCases where !sources.contains(where: { $0.name == template.rawValue }) {
      let place = Place(file: "\(folder)/\(template.rawValue).mustache")
      report.add(Diagnostic(.error, "template", at: place, "the template is missing"))
    }
    do throws(TemplateProblems) {
      let templates = try TemplateSet(texts, marksAddresses: true)
      engine = { name, view, bytes in templates.render(name, view, to: &bytes) }
    } catch {
      engine = nil
      for problem in error.errors {
        let place = Place(file: "\(folder)/\(problem.template).mustache", line: problem.line)
        report.add(Diagnostic(.error, "template", at: place, "\(problem.message)"))
      }
    }
  }

  /// Appends the page.
  func render(_ template: Template, _ view: some TemplateView, to bytes: inout Bytes) {
    guard let engine else { preconditionFailure("templates with errors are never rendered") }
    engine(template.rawValue, view, &bytes)
  }

  /// The page.
  func render(_ template: Template, _ view: some TemplateView) -> Bytes {
    var bytes = Bytes()
    render(template, view, to: &bytes)
    return bytes
  }
}

/// The templates that pages are made with, by the names of their files.
enum Template: String, CaseIterable {
  case agency, area, areas, criteria, criterion, data, document, finding, findings, home
  case inspectorate, inspectorates, item, listing
  case guidanceCriteria = "guidance-criteria"
  case notFound = "not-found"
  case pack, redirect, removed, search, theme, themes
  case siteFooter = "site-footer"
  case siteHead = "site-head"
  case siteHeader = "site-header"
}
