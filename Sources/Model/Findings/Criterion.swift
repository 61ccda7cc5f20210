import Escaping
package import Markdown

/// An evaluation criterion, as a table of guidance defines it.
package struct Criterion: Hashable, Sendable {
  /// A cell beside the name of the criterion, with the words above its column.
  package struct Part: Hashable, Sendable {
    package let heading: String
    package let text: String
  }

  /// `EC3`, as it is written.
  package let name: String
  /// What the table says of it, in the order of the columns.
  package let parts: [Part]
  /// The id of the nearest heading above the table, if there is one.
  package let section: String?

  /// The name in an address: `ec3`.
  package var slug: String { name.lowercased() }

  /// Its words, one part after the other.
  package var text: String { parts.map(\.text).joined(separator: " ") }

  /// The criteria that the tables of a text define: those whose first column holds their names.
  package static func all(in blocks: [Block]) -> [Criterion] {
    CriterionTables(blocks).criteria
  }
}

/// The names of evaluation criteria: `EC` and a number without zeros before it.
package enum CriterionNames {
  /// Whether the text is such a name and nothing else.
  package static func isName(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    return text.hasPrefix("EC") && (1...3).contains(digits.count) && digits.first != UInt8(ascii: "0")
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether the text begins as a name does, in whatever letter case, and is none: `ec3`, `EC 4`, `EC1.2`.
  static func isNearName(_ text: String) -> Bool {
    let letters = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard !isName(text), letters.prefix(2).map({ $0.properties.lowercaseMapping }) == ["e", "c"] else {
      return false
    }
    let number = letters.dropFirst(2).drop { !$0.properties.isAlphabetic && !$0.isASCIIDigit }
    return number.first?.isASCIIDigit ?? false
  }

  /// The name that was probably meant, where the text has one number alone: `EC4` for `EC 4` and `EC04`.
  static func likelyName(for text: String) -> String? {
    let numbers = text.unicodeScalars.split { !$0.isASCIIDigit }
    guard numbers.count == 1, let number = numbers[0].count <= 6 ? Int(String(numbers[0])) : nil else {
      return nil
    }
    let name = "EC\(number)"
    return isName(name) ? name : nil
  }

  /// The names that a text holds as whole words, each once, in the order of the text.
  static func names(in text: String) -> [String] {
    let text = Bytes(text.utf8)
    var names: [String] = []
    var start = text.startIndex
    while let letter = text[start...].firstIndex(of: UInt8(ascii: "E")) {
      start = letter + 1
      guard start < text.count, text[start] == UInt8(ascii: "C"),
        letter == 0 || !text[letter - 1].isLetterOrDigit
      else { continue }
      let name = String(decoding: text[letter...].prefix(while: \.isLetterOrDigit), as: UTF8.self)
      if isName(name), !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
