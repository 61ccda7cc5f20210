import Escaping
import PublishingCalendar

extension Citation {
  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The citation as an entry of BibTeX.
  ///
  /// The names of authors and the title stand in braces of their own: an inspectorate has no first name, and
  /// the capitals of a place stay.
  var bibTeX: Bytes {
    var entry = Bytes()
    entry.append("@techreport{")
    entry.append(verbatim: key)
    entry.append(",\n  author = {")
    for (index, author) in authors.enumerated() {
      if index > 0 { entry.append(" and ") }
      entry.append("{")
      entry.append(bibTeX: author)
      entry.append("}")
    }
    entry.append("},\n")
    entry.append(field: "title", title, braces: ("{{", "}}"))
    entry.append(field: "institution", publisher, braces: ("{{", "}}"))
    entry.append(field: "type", kind)
    if let reference { entry.append(field: "number", reference) }
    entry.append(field: "year", String(dated.year))
    entry.append("  month = ")
    entry.append(Self.months[dated.month - 1])
    entry.append(",\n")
    entry.append(field: "day", String(dated.dayOfMonth))
    entry.append(field: "version", String(number))
    if let note { entry.append(field: "note", note) }
    entry.append(field: "language", language)
    entry.append("  url = {")
    entry.append(verbatim: address)
    entry.append("}\n}\n")
    return entry
  }
}

extension Bytes {
  fileprivate mutating func append(
    field name: StaticString, _ value: String, braces: (StaticString, StaticString) = ("{", "}")
  ) {
    append("  ")
    append(name)
    append(" = ")
    append(braces.0)
    append(bibTeX: value)
    append(braces.1)
    append(",\n")
  }
}
