import Escaping

/// A link reference definition of the source: `[label]: destination "title"`.
///
/// cmark takes definitions out of the tree. They are found again in the source, since tables and footnotes
/// need them and since a definition that nothing uses is text that nobody would see.
struct ReferenceDefinition {
  /// As it stands between the brackets, on one line.
  let label: Bytes
  /// Everything after the colon, on one line.
  let text: Bytes
  let line: Int
  let lastLine: Int
  /// Whether a link or image was made with it.
  var isUsed = false

  /// The label of a footnote that cmark took for a definition: `[^1]: https://...`.
  var footnoteLabel: String? {
    guard label.first == UInt8(ascii: "^") else { return nil }
    return FootnoteLabel(label.dropFirst())?.name
  }
}

/// The label of a footnote.
struct FootnoteLabel {
  /// In lower case, since cmark does not tell `[^A]` from `[^a]` either.
  let name: String

  /// The label, if the bytes are one or more of letters, digits and hyphens.
  init?(_ bytes: some Collection<UInt8>) {
    let isLabel = bytes.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
    guard isLabel, !bytes.isEmpty else { return nil }
    name = bytes.string.lowercased()
  }
}
