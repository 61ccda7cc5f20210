package import Escaping

/// Something that a template can show: a text, a flag, a list, or a view with values by name.
package protocol TemplateValue: Sendable {
  /// The value of that name, nil where there is none.
  func child(named name: String) -> (any TemplateValue)?
  /// Appends what `{{name}}` shows.
  func write(to bytes: inout Bytes)
  /// Appends what `{{{name}}}` shows: the value must be HTML.
  func writeUnescaped(to bytes: inout Bytes)
  /// What `{{#name}}` is shown for.
  var section: TemplateSection { get }
}

/// How often a section is shown, and with what.
package enum TemplateSection {
  case hidden
  /// Shown once, with the values around it.
  case shown
  /// Shown once, with the value itself as the nearest.
  case once
  case each([any TemplateValue])
}

/// A value that is a number of named values: a page, a row, a link.
package protocol TemplateView: TemplateValue {}

extension TemplateView {
  package func write(to bytes: inout Bytes) {}
  package func writeUnescaped(to bytes: inout Bytes) {}
  package var section: TemplateSection { .once }
}

extension String: TemplateValue {
  package func child(named name: String) -> (any TemplateValue)? { nil }
  package func write(to bytes: inout Bytes) { bytes.append(html: self) }
  package func writeUnescaped(to bytes: inout Bytes) { bytes.append(verbatim: self) }
  package var section: TemplateSection { .once }
}

extension Int: TemplateValue {
  package func child(named name: String) -> (any TemplateValue)? { nil }
  package func write(to bytes: inout Bytes) { bytes.append(decimal: self) }
  package func writeUnescaped(to bytes: inout Bytes) { bytes.append(decimal: self) }
  package var section: TemplateSection { .once }
}

extension Bool: TemplateValue {
  package func child(named name: String) -> (any TemplateValue)? { nil }
  package func write(to bytes: inout Bytes) { bytes.append(self ? "true" : "false") }
  package func writeUnescaped(to bytes: inout Bytes) { write(to: &bytes) }
  package var section: TemplateSection { self ? .shown : .hidden }
}

extension Array: TemplateValue where Element: TemplateValue {
  package func child(named name: String) -> (any TemplateValue)? { nil }
  package func write(to bytes: inout Bytes) {}
  package func writeUnescaped(to bytes: inout Bytes) {}
  package var section: TemplateSection { isEmpty ? .hidden : .each(self) }
}

/// HTML that is ready to stand in a page.
package struct HTMLBytes: TemplateValue {
  private let html: Bytes

  package init(_ html: Bytes) {
    self.html = html
  }

  package func child(named name: String) -> (any TemplateValue)? { nil }
  package func write(to bytes: inout Bytes) { bytes.append(contentsOf: html) }
  package func writeUnescaped(to bytes: inout Bytes) { bytes.append(contentsOf: html) }
  package var section: TemplateSection { .once }
}
