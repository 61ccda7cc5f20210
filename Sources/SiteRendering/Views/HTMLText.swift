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

  /// A text.
  init(_ text: String) {
    var html = Bytes()
    html.append(html: text)
    bytes = html
  }

  /// A text as a moment or day that machines read.
  init(_ text: String, datetime: String) {
    self.init(HTMLText(text), in: "time", [("datetime", datetime)])
  }

  /// A link; the language is that of its words, where it is not that of the page.
  init(_ text: String, href: String, language: String? = nil) {
    self.init(HTMLText(text), in: "a", [("href", href), ("lang", language)])
  }

  /// A link around HTML that holds none.
  init(_ content: HTMLText, href: String) {
    self.init(content, in: "a", [("href", href)])
  }

  /// The content in an element with those of the attributes that have a value.
  private init(
    _ content: HTMLText, in element: StaticString, _ attributes: [(name: StaticString, value: String?)]
  ) {
    var html = Bytes()
    html.append("<")
    html.append(element)
    for (name, value) in attributes {
      if let value { html.append(attribute: name, value) }
    }
    html.append(">")
    html.append(contentsOf: content.bytes)
    html.append(closing: element)
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

  fileprivate mutating func append(attribute: StaticString, _ value: String) {
    append(" ")
    append(attribute)
    append("=\"")
    let start = count
    append(html: value)
    // Only addresses begin with a slash here.
    markAddress(from: start)
    append("\"")
  }
}
