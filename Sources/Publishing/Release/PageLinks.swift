import Escaping

/// The links of a page to other files of its site, as our templates write them: `href` and `src` with an address from
/// the root between quotation marks.
enum PageLinks {
  struct Link {
    /// The address without what stands behind `?` or `#`.
    let text: String

    /// Whether the site has a file at the address; one that ends in a slash is of a folder with a page.
    func isThere(among paths: Set<String>) -> Bool {
      let path = String(text.dropFirst())
      if path.isEmpty { return paths.contains("index.html") }
      return paths.contains(path.hasSuffix("/") ? path + "index.html" : path)
    }
  }

  /// Calls for each link in the order of the page.
  static func each(in page: Bytes, _ take: (Link) -> Void) {
    let page = page.span
    var index = 0
    while let start = nextAddress(in: page, from: index) {
      index = start
      while index < page.count, !isEnd(page[index]) { index += 1 }
      // `//host/` is elsewhere.
      if index > start + 1, page[start + 1] == UInt8(ascii: "/") { continue }
      var address = Bytes()
      for place in start..<index { address.append(page[place]) }
      take(Link(text: String(decoding: address, as: UTF8.self)))
    }
  }

  /// The place of the slash with which the next address from the root begins.
  private static func nextAddress(in page: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 2 < page.count {
      if page[index] == UInt8(ascii: "="), page[index + 1] == UInt8(ascii: "\""),
        page[index + 2] == UInt8(ascii: "/"), isLink(page, endingAt: index)
      {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  private static func isLink(_ page: Span<UInt8>, endingAt end: Int) -> Bool {
    has(" href", page, endingAt: end) || has(" src", page, endingAt: end)
  }

  private static func has(_ name: StaticString, _ page: Span<UInt8>, endingAt end: Int) -> Bool {
    let count = name.utf8CodeUnitCount
    guard end >= count else { return false }
    return name.withUTF8Buffer { name in
      for place in 0..<count where unsafe page[end - count + place] != name[place] { return false }
      return true
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }
}
