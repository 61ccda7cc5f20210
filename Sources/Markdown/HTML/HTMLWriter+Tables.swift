import Escaping

/// How far the writing of a table has come.
struct TableProgress {
  let table: Table
  /// Whether it stands in a part of the page that can be scrolled.
  let isInScroller: Bool
  var row = 0
  var column = 0
}

extension HTMLWriter {
  mutating func open(customBlock node: Node, _ annotation: Annotation?) {
    switch annotation?.role {
    case .table(let table)?: open(table: node, table, annotation)
    case .footnotes?:
      startLine()
      html.append("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
    default: openRow()
    }
  }

  mutating func close(customBlock node: Node) {
    switch annotation(of: node)?.role {
    case .table?: closeTable()
    case .footnotes?: html.append("</ol>\n</section>\n")
    default: closeRow()
    }
  }

  // MARK: Tables

  /// Opens a table; one with a caption may be scrolled sideways, and the caption says what is scrolled.
  ///
  /// So may a wide one without, by the name of the heading above it, which may name others too and so makes no
  /// landmark.
  private mutating func open(table node: Node, _ table: Table, _ annotation: Annotation?) {
    startLine()
    let caption = node.firstChild.flatMap { $0.kind == .paragraph ? $0 : nil }
    let heading = table.alignments.count >= Self.fewestScrolledColumns ? lastHeading : nil
    if let caption {
      html.append("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
      html.append(html: PlainText.string(of: caption))
      html.append("\">\n")
    } else if let heading {
      html.append("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-labelledby=\"")
      html.append(html: heading)
      html.append("\">\n")
    }
    html.append("<table")
    write(attributesOf: annotation)
    html.append(">\n")
    self.table = TableProgress(table: table, isInScroller: caption != nil || heading != nil)
  }

  /// Tables of fewer columns are set to fit.
  private static let fewestScrolledColumns = 4

  private mutating func closeTable() {
    guard let table else { return }
    if table.row > 1 { html.append("</tbody>\n") }
    html.append(table.isInScroller ? "</table>\n</div>\n" : "</table>\n")
    self.table = nil
  }

  private mutating func openRow() {
    switch table?.row {
    case 0: html.append("<thead>\n<tr>\n")
    case 1: html.append("<tbody>\n<tr>\n")
    default: html.append("<tr>\n")
    }
    table?.column = 0
  }

  private mutating func closeRow() {
    html.append(table?.row == 0 ? "</tr>\n</thead>\n" : "</tr>\n")
    table?.row += 1
  }

  // MARK: Captions, cells and notes

  mutating func open(tableOrNoteParagraph node: Node, _ annotation: Annotation?) {
    if case .footnote(let number, _)? = annotation?.role {
      html.append("<li id=\"footnote-")
      html.append(decimal: number)
      html.append("\">")
    } else if node.isCaption {
      html.append("<caption>")
    } else {
      openCell()
    }
  }

  mutating func close(tableOrNoteParagraph node: Node) {
    if case .footnote(let number, let references)? = annotation(of: node)?.role {
      closeNote(number: number, references: references)
    } else if node.isCaption {
      html.append("</caption>\n")
    } else {
      html.append(table?.row == 0 ? "</th>\n" : "</td>\n")
      table?.column += 1
    }
  }

  private mutating func openCell() {
    guard let table else { return }
    html.append(table.row == 0 ? "<th scope=\"col\"" : "<td")
    let alignments = table.table.alignments
    switch table.column < alignments.count ? alignments[table.column] : .unset {
    case .unset: html.append(">")
    case .left: html.append(" class=\"align-left\">")
    case .center: html.append(" class=\"align-center\">")
    case .right: html.append(" class=\"align-right\">")
    }
  }

  private mutating func closeNote(number: Int, references: Int) {
    for occurrence in 0..<references {
      html.append(" <a href=\"#")
      html.append(footnoteReference: number, occurrence + 1)
      html.append("\" role=\"doc-backlink\" aria-label=\"Back to reference ")
      html.append(decimal: number)
      if occurrence > 0 {
        html.append("-")
        html.append(decimal: occurrence + 1)
      }
      html.append("\">\u{21A9}</a>")
    }
    html.append("</li>\n")
  }
}
