import Escaping
import Markdown

/// The headings of a document as a list of links, two levels deep.
///
/// Written without a template: it stands on every page, twice, and is nothing but a list.
struct ContentsList {
  /// A line of the list.
  struct Entry {
    var level = 2
    let id: String
    let text: String
  }

  private let entries: [Entry]

  /// A shorter text needs no list of its contents.
  private static let fewestSections = 3

  /// The list of the headings of the second and third level, and of what the page has below the text; nil where
  /// there are few.
  init?(_ headings: [Heading], below: [Entry] = []) {
    let listed = headings.filter { $0.level <= 3 && !$0.text.isEmpty }
    entries = listed.map { Entry(level: $0.level, id: $0.id, text: $0.text) } + below
    guard entries.count(where: { $0.level == 2 }) >= Self.fewestSections else { return nil }
  }

  /// The list as HTML.
  var html: HTMLText {
    var html = Bytes()
    html.append("<ol>")
    var level = 2
    var isFirst = true
    for entry in entries {
      if entry.level == 3, level == 2, !isFirst {
        html.append("\n<ol>")
        level = 3
      } else {
        if !isFirst { html.append("</li>") }
        if entry.level == 2, level == 3 {
          html.append("\n</ol></li>")
          level = 2
        }
      }
      html.append("\n<li><a href=\"#")
      html.append(html: entry.id)
      html.append("\">")
      html.append(html: entry.text)
      html.append("</a>")
      isFirst = false
    }
    html.append("</li>")
    if level == 3 { html.append("\n</ol></li>") }
    html.append("\n</ol>")
    return HTMLText(rendered: html)
  }
}
