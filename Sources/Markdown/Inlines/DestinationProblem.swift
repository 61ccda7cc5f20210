import Diagnostics
import Escaping

/// What may be wrong with the destination of a link or image.
enum DestinationProblem {
  case empty
  case scheme(String)
  case protocolRelative
  case invisible(Unicode.Scalar)

  /// The schemes that a destination may have; one without a scheme is relative to the document.
  private static let schemes = ["http", "https", "mailto", "tel"]

  static func all(of link: Link) -> [DestinationProblem] {
    var problems: [DestinationProblem] = []
    let destination = link.destination
    if destination.isEmpty { problems.append(.empty) }
    if let invisible = destination.unicodeScalars.first(where: \.isInvisible) {
      problems.append(.invisible(invisible))
    }
    if let scheme = scheme(of: destination), !schemes.contains(scheme) { problems.append(.scheme(scheme)) }
    // Browsers take a backslash in an address for a slash.
    let slashes = destination.utf8.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    if slashes.count > 1 || slashes.first == UInt8(ascii: "\\") { problems.append(.protocolRelative) }
    return problems
  }

  /// The scheme of a destination, in lower case (RFC 3986, section 3.1).
  ///
  /// Browsers drop white space and controls before they look for it, and so do we.
  private static func scheme(of destination: String) -> String? {
    let visible = destination.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    let name = visible.prefix { $0.isASCIILetterOrDigit || "+-.".utf8.contains($0) }
    guard let first = name.first, first.isASCIILetter,
      visible.dropFirst(name.count).first == UInt8(ascii: ":")
    else { return nil }
    return name.string.lowercased()
  }

  var rule: String {
    switch self {
    case .empty: "link-empty"
    case .scheme, .protocolRelative: "link-scheme"
    case .invisible: "invisible-character"
    }
  }

  func message(_ link: Link) -> Message {
    switch self {
    case .empty: "the \(link.isImage ? "image" : "link") has no address"
    case .scheme(let scheme): "the scheme \(quoting: scheme) of \(quoting: link.destination) is not allowed"
    case .protocolRelative: "the address \(quoting: link.destination) does not say its scheme"
    case .invisible(let scalar):
      "the address \(quoting: link.destination) holds the character \(scalar.codePoint)"
    }
  }

  var expected: Message {
    switch self {
    case .empty: "an address between the parentheses"
    case .scheme: "http, https, mailto, tel or an address within the site"
    case .protocolRelative: "https:// at its beginning"
    case .invisible: "an address of visible characters"
    }
  }
}
