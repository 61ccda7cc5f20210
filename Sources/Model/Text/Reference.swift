import Diagnostics

/// What a link of an edition leads to.
package enum Reference: Hashable, Sendable {
  /// A document of the archive, public or not, and the part of it after `#`.
  case document(DocumentID, fragment: String?)
  /// An edition of a document at its own address.
  case edition(EditionID, fragment: String?)
  /// A file beside a document, written as its address: `plan.pdf` of `/letters/leeds-2024/plan.pdf`.
  case file(String, of: DocumentID)
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
  /// address, in any letter case and with any escapes that a browser would follow: in all of them a link to
  /// it must not show before the document is public.
  package init(_ destination: String, settings: ArchiveSettings) {
    let text = Self.path(of: destination[...], on: settings.address) ?? destination[...]
    if text.hasPrefix("#") {
      self = .fragment(String(text.dropFirst()))
    } else if text.hasPrefix("//") || Self.hasScheme(text) {
      self = .elsewhere
    } else {
      self.init(path: text)
    }
  }

  /// The path of a whole address on the site of the archive, nil where it is elsewhere.
  private static func path(of text: Substring, on site: String) -> Substring? {
    guard let start = text.firstRange(of: "://")?.upperBound,
      ["http", "https"].contains(text[..<start].dropLast(3).lowercased())
    else { return nil }
    let rest = text[start...]
    let authority = rest.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
    guard host(of: authority) == host(of: site.firstRange(of: "://").map { site[$0.upperBound...] } ?? "")
    else { return nil }
    let path = rest[authority.endIndex...]
    return path.isEmpty ? "/" : path
  }

  /// The name of a host without user, usual port and letter case.
  private static func host(of authority: Substring) -> String {
    var host = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    if host.hasSuffix(".") { host.removeLast() }
    return host
  }

  /// Whether the text begins with a scheme such as `https:`.
  private static func hasScheme(_ text: Substring) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return text.utf8[..<colon].allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
  }

  private init(path text: Substring) {
    let fragment = text.firstIndex(of: "#").map { String(text[text.index(after: $0)...]) }
    let path = text.prefix { $0 != "#" && $0 != "?" }
    let isFromRoot = path.hasPrefix("/")
    let written = path.split(separator: "/").filter { $0 != "." }
    let names = written.compactMap(\.removingPercentEncoding)
    if names.count < written.count || names.contains("..") || names.isEmpty && !isFromRoot {
      self = .unknown(String(text))
    } else if isFromRoot {
      self = Self.fromRoot(names, fragment: fragment) ?? .page(String(text))
    } else if names.count == 2, let document = DocumentID(names.joined(separator: "/")),
      !Slug.isReserved(document.slug)
    {
      self = .document(document, fragment: fragment)
    } else if names.count == 1, names[0].contains(".") {
      self = .attachment(name: names[0], fragment: fragment)
    } else {
      self = .unknown(String(text))
    }
  }

  /// What a path from the root names of a document, nil where it names none: `/letters/leeds-2024/`,
  /// `/letters/leeds-2024/editions/1/`, `/letters/leeds-2024/plan.pdf`, `/about/`.
  private static func fromRoot(_ names: [String], fragment: String?) -> Reference? {
    guard let first = names.first?.lowercased(), !GeneratedAddresses.sections.contains(first),
      !GeneratedAddresses.files.contains(first)
    else { return nil }
    let document: DocumentID
    let rest: ArraySlice<String>
    if let collection = DocumentCollection(rawValue: first) {
      guard names.count >= 2 else { return nil }
      let slug = names[1].lowercased()
      guard Slug.isID(slug), !Slug.isReserved(slug) else { return nil }
      document = DocumentID(collection, slug)
      rest = names.dropFirst(2)
    } else {
      guard Slug.isID(first) else { return nil }
      document = DocumentID(.pages, first)
      rest = names.dropFirst()
    }
    if rest.isEmpty || Array(rest) == ["index.html"] { return .document(document, fragment: fragment) }
    if rest.first == "editions", rest.count >= 2, let number = Int(rest[rest.startIndex + 1]) {
      return .edition(EditionID(document, number), fragment: fragment)
    }
    return .file(rest.joined(separator: "/"), of: document)
  }

  /// What was probably meant by a path that leads nowhere, nil where there is no guess.
  ///
  /// - Parameter documents: The ids that may be named.
  static func repair(of path: String, among documents: [String]) -> String? {
    let lowercased = path.lowercased()
    if lowercased.hasPrefix("www.") { return "https://" + path }
    if lowercased.contains("@"), !lowercased.contains("/") { return "mailto:" + path }
    let name = lowercased.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
    let plain = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard !plain.contains("/") else { return nearMiss(for: plain, among: documents) }
    return documents.first { $0.hasSuffix("/" + plain) }
  }

  /// Whether a page can show what it leads to: nothing is loaded from elsewhere.
  var isImage: Bool {
    guard case .attachment(let name, _) = self, let type = AttachmentType(name: name) else { return false }
    return [.png, .jpeg, .jpg, .webp].contains(type)
  }

  /// The reference as the text of a document means it: a file of its own is an attachment.
  package func written(in document: DocumentID) -> Reference {
    guard case .file(let name, document) = self, !name.contains("/"), AttachmentType(name: name) != nil
    else { return self }
    return .attachment(name: name, fragment: nil)
  }
}

extension Substring {
  /// The text with `%41` and the like decoded, nil where that is no UTF-8.
  fileprivate var removingPercentEncoding: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
    var bytes: [UInt8] = []
    var rest = utf8
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
