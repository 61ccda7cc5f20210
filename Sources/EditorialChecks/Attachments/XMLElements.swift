import Escaping

/// The elements of a small XML document, by their names without prefix.
///
/// It is no parser: it reads the words between a tag and the next, which is all that properties consist of.
struct XMLElements {
  private let bytes: Bytes

  init(in bytes: Bytes) {
    self.bytes = bytes
  }

  /// The words directly in each element that has one of the names.
  func texts(of names: Set<String>) -> [String] {
    var texts: [String] = []
    var position = bytes.startIndex
    while let bracket = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = bracket + 1
      let tag = bytes[position...].prefix(Self.longestName)
      let qualified = tag.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 > 0x20 }
      let name = qualified.split(separator: UInt8(ascii: ":")).last ?? qualified
      guard names.contains(String(decoding: name, as: UTF8.self)),
        let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")),
        bytes[end - 1] != UInt8(ascii: "/")
      else { continue }
      let words = bytes[(end + 1)...].prefix { $0 != UInt8(ascii: "<") }
      texts.append(Self.decoded(String(decoding: words, as: UTF8.self)))
      position = words.endIndex
    }
    return texts
  }

  /// The longest name of an element that is looked at, in bytes.
  private static let longestName = 64

  private static func decoded(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { text, entity in
        text.split(separator: entity.0, omittingEmptySubsequences: false).joined(separator: entity.1)
      }
  }
}
