extension Bytes {
  /// The byte before an address from the root of a site, `/letters/leeds-2024/`, on a page that several sites
  /// may show: each writes the address as it has it, and takes the mark away.
  ///
  /// No text holds it, since it is no part of UTF-8.
  package static let addressMark: UInt8 = 0xFF

  /// The byte before an address that is meant on the site of the archive, whatever site shows the page.
  package static let archiveAddressMark: UInt8 = 0xFE

  /// Whether an address in an attribute, written from an index on, is one from the root of a site.
  private func isSiteAddress(from start: Int) -> Bool {
    start < count && self[start] == UInt8(ascii: "/")
      && (start + 1 == count || self[start + 1] != UInt8(ascii: "/"))
  }

  /// Marks the address that was written from an index on, if it is one from the root of a site.
  package mutating func markAddress(from start: Int) {
    if isSiteAddress(from: start) { insert(Self.addressMark, at: start) }
  }
}
