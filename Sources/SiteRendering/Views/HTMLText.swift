import Escaping
import Templates

/// A piece of HTML that is ready to stand in a page: made by a template, or by escaping.
struct HTMLText: TemplateValue {
  let bytes: Bytes

  /// HTML that was rendered, without the newline at its end.
  init(rendered html: consuming Bytes) {
    if html.last == UInt8(ascii: "\n") { html.removeLast() }
    bytes = html
  }

  /// A text, as a link and as a time where it is one.
  init(_ text: String, href: String? = nil, datetime: String? = nil) {
    var html = Bytes()
    if let href { html.append(tag: "a", attribute: "href", href) }
    if let datetime { html.append(tag: "time", attribute: "datetime", datetime) }
    html.append(html: text)
    if datetime != nil { html.append("</time>") }
    if href != nil { html.append("</a>") }
    bytes = html
  }

  /// The pieces one after the other, each in an element where one is given.
  init(joining pieces: some Sequence<HTMLText>, element: StaticString? = nil, separator: StaticString = "") {
    var html = Bytes()
    for piece in pieces {
      if !html.isEmpty { html.append(separator) }
      if let element { html.append(tag: element) }
      html.append(contentsOf: piece.bytes)
      if let element { html.append(closing: element) }
    }
    bytes = html
  }

  func child(named name: String) -> (any TemplateValue)? { nil }
  func write(to html: inout Bytes) { html.append(contentsOf: bytes) }
  func writeUnescaped(to html: inout Bytes) { html.append(contentsOf: bytes) }
  var section: TemplateSection { .once }
}

extension Bytes {
  fileprivate mutating func append(tag: StaticString) {
    append("<")
    append(tag)
    append(">")
  }

  fileprivate mutating func append(closing tag: StaticString) {
    append("</")
    append(tag)
    append(">")
  }

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
