import Escaping

extension Citation {
  /// The `meta` elements by which library programs and Google Scholar read what a page is: the tags of
  /// Highwire Press, a line each.
  var tags: HTMLText {
    var html = Bytes()
    html.append(tag: "title", title)
    for author in authors { html.append(tag: "author", author) }
    html.append(tag: "publication_date", datedWithSlashes)
    html.append(tag: "technical_report_institution", publisher)
    if let reference { html.append(tag: "technical_report_number", reference) }
    html.append(tag: "language", language)
    html.append(tag: "fulltext_html_url", address)
    return HTMLText(rendered: html)
  }
}

extension Bytes {
  fileprivate mutating func append(tag name: StaticString, _ content: String) {
    append("<meta name=\"citation_")
    append(name)
    append("\" content=\"")
    append(html: content)
    append("\">\n")
  }
}
