import Diagnostics

/// What to write instead of raw HTML.
enum RawHTML {
  static func remedy(for html: NodeText) -> Message {
    if html.starts(with: "<!--".utf8) { return "no comment: nobody sees it" }
    let name = html.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") || $0.isMarkdownSpace }
      .prefix(while: \.isASCIILetterOrDigit).string.lowercased()
    switch name {
    case "a": return "[words](address)"
    case "img": return "![what it shows](address)"
    case "b", "strong": return "**words**"
    case "i", "em": return "*words*"
    case "br": return "a backslash at the end of the line"
    case "hr": return "--- between empty lines"
    case "p", "div", "span", "section": return "a paragraph, with attributes such as {.class} at its end"
    case "table", "tr", "td", "th", "thead", "tbody": return "a table with pipes"
    case "ul", "ol", "li": return "a list"
    case "sup", "sub": return "a footnote such as [^1], or the words alone"
    case "abbr": return "the abbreviation alone; the glossary explains it"
    case "code", "pre": return "`words`"
    case "h1", "h2", "h3", "h4", "h5", "h6": return "## words"
    default: return "Markdown, or \\< for a less-than sign"
    }
  }
}
