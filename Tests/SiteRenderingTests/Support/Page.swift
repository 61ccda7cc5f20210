import Foundation
import FoundationXML
import Testing

/// A page as a reader's program sees it: it must be well-formed to be read at all.
struct Page {
  let html: String
  private let document: XMLDocument

  /// The elements that have no end tag in HTML.
  private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

  init(_ html: String) throws {
    self.html = html
    let prefix = "<!doctype html>\n"
    try #require(html.hasPrefix(prefix))
    let xml = Data(Self.xml(String(html.dropFirst(prefix.count))).utf8)
    // A document is made of anything; the parser is strict.
    let parser = XMLParser(data: xml)
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    document = try XMLDocument(data: xml, options: .nodePreserveWhitespace)
  }

  /// The page as XML: void elements closed, the text of data blocks escaped, and the control characters
  /// away that HTML reads over.
  private static func xml(_ html: String) -> String {
    html.replacing(/<([a-z]+)((?:[^">]|"[^"]*")*)>/) { tag -> String in
      void.contains(String(tag.1)) ? "<\(tag.1)\(tag.2)/>" : String(tag.0)
    }.replacing(/(<script[^>]*>)(.*?)<\/script>/.dotMatchesNewlines()) { block -> String in
      "\(block.1)\(block.2.replacing("&", with: "&amp;").replacing(">", with: "&gt;"))</script>"
    }.replacing(/[\u{1}-\u{8}\u{B}]/, with: "")
  }

  /// The texts of what the XPath finds, with white space as single spaces.
  func texts(_ path: String) throws -> [String] {
    try document.nodes(forXPath: path).map { node in
      (node.stringValue ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// The text of the one thing that the XPath finds.
  func text(_ path: String, _ place: SourceLocation = #_sourceLocation) throws -> String {
    let texts = try texts(path)
    try #require(texts.count == 1, "\(path) finds \(texts)", sourceLocation: place)
    return texts[0]
  }

  func has(_ path: String) throws -> Bool { try !document.nodes(forXPath: path).isEmpty }

  /// The values of a row of the summary list.
  func facts(_ label: String) throws -> [String] {
    try texts("//dl[@class='facts']/div[dt='\(label)']/dd")
  }

  /// The labels of the summary list.
  var factLabels: [String] { get throws { try texts("//dl[@class='facts']/div/dt") } }

  /// Everything that readers read.
  var words: String { get throws { try text("/html/body") } }

  /// The schema.org data.
  var structuredData: JSONValue {
    get throws { try JSONValue(text("//script[@type='application/ld+json']")) }
  }
}
