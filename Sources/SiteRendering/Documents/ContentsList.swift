import Escaping
import Markdown

/// The headings of a document as a list of links, two levels deep.
///
/// Written without a template: it stands on every page, twice, and is nothing but a list.
struct ContentsList {
  private let headings: [Heading]

  /// A shorter text needs no list of its contents.
  private static let fewestSections = 3

  /// The list of the headings of the second and third level, nil where there are few.
  init?(_ headings: [Heading]) {
    let listed = headings.filter { $0.level <= 3 && !$0.text.isEmpty }
    guard listed.count(where: { $0.level == 2 }) >= Self.fewestSections else { return nil }
    self.headings = listed
  }

  /// The list as HTML.
  var html: HTMLText {
    var html = Bytes()
    html.append("<ol>")
    var level = 2
    var isFirst = true
    for heading in headings {
      if heading.level == 3, level == 2, !isFirst {
        html.append("\n<ol>")
        level = 3
      } else {
        if !isFirst { html.append("</li>") }
        if heading.level == 2, level == 3 {
          html.append("\n</ol></li>")
          level = 2
        }
      }
      html.append("\n<li><a href=\"#")
      html.append(html: heading.id)
      html.append("\">")
      html.append(html: heading.text)
      html.append("</a>")
      isFirst = false
    }
    html.append("</li>")
    if level == 3 { html.append("\n</ol></li>") }
    html.append("\n</ol>")
    return HTMLText(rendered: html)
  }
}
