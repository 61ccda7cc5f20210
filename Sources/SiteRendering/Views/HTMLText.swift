import Escaping
import Mustache

/// A piece of HTML that is ready to stand in a page: made by a template, or by escaping.
struct HTMLText: MustacheCustomRenderable, Sendable {
  let renderText: String
  var isNull: Bool { false }

  /// HTML that a template rendered.
  init(rendered html: String) {
    renderText = html.hasSuffix("\n") ? String(html.dropLast()) : html
  }

  /// A text, as a link and as a time where it is one.
  init(_ text: String, href: String? = nil, datetime: String? = nil) {
    var html = Bytes()
    if let href { html.append(tag: "a", attribute: "href", href) }
    if let datetime { html.append(tag: "time", attribute: "datetime", datetime) }
    html.append(html: text)
    if datetime != nil { html.append("</time>") }
    if href != nil { html.append("</a>") }
    renderText = String(decoding: html, as: UTF8.self)
  }
}

extension HTMLText {
  /// The pieces one after the other, each in an element where one is given.
  init(joining pieces: some Sequence<HTMLText>, element: String? = nil, separator: String = "") {
    var html = ""
    for piece in pieces {
      if !html.isEmpty { html += separator }
      if let element {
        html += "<\(element)>\(piece.renderText)</\(element)>"
      } else {
        html += piece.renderText
      }
    }
    self.init(rendered: html)
  }
}

extension Bytes {
  fileprivate mutating func append(tag: StaticString, attribute: StaticString, _ value: String) {
    append("<")
    append(tag)
    append(" ")
    append(attribute)
    append("=\"")
    append(html: value)
    append("\">")
  }
}
