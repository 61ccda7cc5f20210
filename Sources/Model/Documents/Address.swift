/// A place on the site: a path from its root, with a slash at the end where it is a page.
package struct Address: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as it stands in a link: `/letters/leeds-2024/`.
  package let path: String

  private init(path: String) {
    self.path = path
  }

  package static let home = Address(path: "/")

  package static func < (a: Address, b: Address) -> Bool { a.path < b.path }

  package var description: String { path }

  /// The page in a folder of that name below this page.
  package func folder(_ name: String) -> Address {
    precondition(path.hasSuffix("/"), "only a page has pages below it")
    return Address(path: path + name + "/")
  }

  /// The file of that name beside this page.
  package func file(_ name: String) -> Address {
    precondition(path.hasSuffix("/"), "only a page has files beside it")
    return Address(path: path + name)
  }

  /// The file of the output that answers at this address: `letters/leeds-2024/index.html`.
  package var outputPath: String {
    path.dropFirst() + (path.hasSuffix("/") ? "index.html" : "")
  }

  /// The folder of the output that holds the page, and what stands below it: `letters/leeds-2024`.
  package var outputFolder: String { String(path.dropFirst().dropLast()) }

  /// The names between the slashes.
  package var components: [Substring] { path.split(separator: "/") }

  /// The address written by an author as a path from the root, or nil.
  ///
  /// Names are made of letters, digits, hyphens, underscores and dots, begin with none of the last, and
  /// there are at most eight. A last name without a dot is a page and gains its slash; `index.html` is the
  /// page that it is the file of.
  package init?(written text: String) {
    guard text.hasPrefix("/"), !text.contains("//") else { return nil }
    if text.hasSuffix("/index.html") {
      self.init(written: String(text.dropLast("index.html".count)))
      return
    }
    let names = text.split(separator: "/")
    guard (1...8).contains(names.count), names.allSatisfy(Self.isName) else { return nil }
    let isPage = text.hasSuffix("/") || names.last?.contains(".") == false
    self.init(path: "/" + names.joined(separator: "/") + (isPage ? "/" : ""))
  }

  private static func isName(_ name: Substring) -> Bool {
    name.utf8.count <= 120 && name.utf8.first != UInt8(ascii: ".") && name.utf8.allSatisfy(isNameByte)
  }

  /// Whether the byte may stand in a name of an address.
  package static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
