import Diagnostics
import Escaping
import Model
import StrictYAML

extension Fields {
  /// The collections that a list names.
  mutating func collections(_ key: String) -> [DocumentCollection] {
    let names = DocumentCollection.allCases.map(\.rawValue)
    return texts(key).compactMap { text, line in
      if let collection = DocumentCollection(rawValue: text) { return collection }
      report.error(
        "unknown-id", line: line, "\(quoting: text) is no collection",
        expected: "one of \(names.joined(separator: ", "))", suggestion: nearMiss(for: text, among: names))
      return nil
    }
  }

  /// A language tag: `en-GB`, `cy`.
  mutating func language(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (2...3).contains(parts.first?.count ?? 0) && parts.count <= 3
      && parts.allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    if isTag { return text }
    reportWrong(key, "'\(key)' is \(quoting: text)", expected: "a language tag such as en-GB or cy")
    return nil
  }

  /// The address of a page on the web.
  mutating func webAddress(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if WebAddress.isValid(text) { return text }
    reportWrong(key, "'\(key)' is \(quoting: text)", expected: "an address that begins with https://")
    return nil
  }
}

/// Addresses of pages elsewhere.
enum WebAddress {
  /// Whether the text is an http or https address of visible characters.
  static func isValid(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    let rest = text.dropFirst(scheme.count)
    guard let first = rest.unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil
    else { return false }
    return text.utf8.count <= 2000
      && !text.unicodeScalars.contains {
        $0.isInvisible || $0.properties.isWhitespace || $0 == "\"" || $0 == "<"
      }
  }
}
