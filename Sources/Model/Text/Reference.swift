/// What a link of an edition leads to.
package enum Reference: Hashable, Sendable {
  /// A document of the archive, public or not, and the part of it after `#`.
  case document(DocumentID, fragment: String?)
  /// A file beside the edition.
  case attachment(name: String, fragment: String?)
  /// A place within the same page: the id after `#`.
  case fragment(String)
  /// A page that is generated, such as `/themes/neglect/`.
  case page(String)
  /// A place on another site, an e-mail address or a telephone number.
  case elsewhere
  /// A path that leads nowhere.
  case unknown(String)

  /// The meaning of a destination as it is written in an edition of that archive.
  ///
  /// A document may be written as its id, as its address from the root of the site, or as its whole
  /// address: in all three a link to it must not show before the document is public.
  package init(_ destination: String, settings: ArchiveSettings) {
    var text = Substring(destination)
    if !settings.address.isEmpty, text.lowercased().hasPrefix(settings.address.lowercased()) {
      let rest = text.dropFirst(settings.address.count)
      if rest.isEmpty || rest.first == "/" || rest.first == "#" || rest.first == "?" {
        text = rest.isEmpty ? "/" : rest
      }
    }
    if text.hasPrefix("#") {
      self = .fragment(String(text.dropFirst()))
    } else if text.hasPrefix("//") || Self.hasScheme(text) {
      self = .elsewhere
    } else {
      self.init(path: text)
    }
  }

  /// Whether the text begins with a scheme such as `https:`.
  private static func hasScheme(_ text: Substring) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return text.utf8[..<colon].allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
  }

  private init(path text: Substring) {
    let fragment = text.firstIndex(of: "#").map { String(text[text.index(after: $0)...]) }
    let path = text.prefix { $0 != "#" && $0 != "?" }
    let names = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    let isFromRoot = path.hasPrefix("/")
    if names.contains("..") || names.isEmpty && !isFromRoot {
      self = .unknown(String(text))
    } else if let document = Self.document(names, isFromRoot: isFromRoot) {
      self = .document(document, fragment: fragment)
    } else if isFromRoot {
      self = .page(String(text))
    } else if names.count == 1, let name = names[0].removingPercentEncoding, name.contains(".") {
      self = .attachment(name: name, fragment: fragment)
    } else {
      self = .unknown(String(text))
    }
  }

  /// The document that a path names: `letters/leeds-2024`, `/letters/leeds-2024/editions/1/`, `/about/`.
  private static func document(_ names: [String], isFromRoot: Bool) -> DocumentID? {
    guard let first = names.first else { return nil }
    if let collection = DocumentCollection(rawValue: first) {
      guard names.count >= 2, Slug.isID(names[1]), !Slug.isReserved(names[1]) else { return nil }
      let isEdition = names.count == 4 && names[2] == "editions"
      return names.count == 2 || isEdition ? DocumentID(collection, names[1]) : nil
    }
    guard isFromRoot, names.count == 1, Slug.isID(first), !Self.generated.contains(first) else { return nil }
    return DocumentID(.pages, first)
  }

  /// The pages below the root that are generated, and so are no documents.
  private static let generated: Set<String> = [
    "areas", "assets", "channels", "criteria", "data", "inspectorates", "practice", "priority-actions",
    "search", "themes",
  ]
}

extension String {
  /// The text with `%41` and the like decoded, nil where that is no UTF-8.
  fileprivate var removingPercentEncoding: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
