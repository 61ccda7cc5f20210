import Foundation
import FoundationXML
import Testing

/// An Atom feed, as an XML parser reads it.
struct Feed {
  /// The texts of an element's children by name, the `href` and `term` of those that have one, and its own
  /// `lang`.
  typealias Element = [String: [String]]

  let feed: Element
  let entries: [Element]

  init(_ text: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    (feed, entries) = (reader.feed, reader.entries)
  }

  /// The texts of each entry's elements of that name.
  func texts(_ name: String) -> [[String]] { entries.map { $0[name] ?? [] } }

  /// The titles of the entries.
  var titles: [String] { texts("title").flatMap(\.self) }

  private final class Reader: NSObject, XMLParserDelegate {
    var feed: Element = [:]
    var entries: [Element] = []
    private var isInEntry = false
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      if name == "entry" {
        isInEntry = true
        entries.append([:])
      }
      if let language = attributes["xml:lang"] { add(language, to: "lang") }
      if let value = attributes["href"] ?? attributes["term"] {
        add(value, to: attributes["rel"].map { "\(name) \($0)" } ?? name)
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "entry" { isInEntry = false }
      if !text.allSatisfy(\.isWhitespace) { add(text, to: name) }
      text = ""
    }

    private func add(_ value: String, to name: String) {
      if isInEntry {
        entries[entries.count - 1][name, default: []].append(value)
      } else {
        feed[name, default: []].append(value)
      }
    }
  }
}
