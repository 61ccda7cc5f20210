import Embargo
import Escaping
import Model

/// How a pack, which stands alone, writes the addresses of the site.
struct PackAddresses {
  let packed: PackedEdition
  /// The pictures by their addresses on the site.
  let pictures: [String: Bytes]

  /// Whether a text shows the picture at an address of the site, and does not only link to it.
  static func shows(_ path: String, in text: HTMLText) -> Bool {
    text.bytes.contains(source + [Bytes.addressMark] + Bytes("\(path)\"".utf8))
  }

  private static let source = Bytes(" src=\"".utf8)

  /// The page with each marked address as a pack has it: a link to what readers find leads to the site, any other is no
  /// link, and a picture is part of the page.
  func settled(_ page: Bytes) -> Bytes {
    let link = Bytes(" href=\"".utf8)
    var settled = Bytes()
    settled.reserveCapacity(page.count)
    var copied = 0
    while let mark = page[copied...].firstIndex(where: { $0 >= Bytes.archiveAddressMark }) {
      settled += page[copied..<mark]
      let address = page[(mark + 1)...].prefix { $0 != UInt8(ascii: "\"") }
      let path = String(decoding: address, as: UTF8.self)
      copied = address.endIndex
      if settled.hasSuffix(Self.source) {
        settled += pictures[path] ?? []
      } else if packed.isReadable(path) {
        settled += Bytes(packed.archive.settings.address.utf8) + address
      } else if settled.hasSuffix(link) {
        settled.removeLast(link.count)
        copied += 1
      }
    }
    return settled + page[copied...]
  }
}

extension Bytes {
  fileprivate func hasSuffix(_ suffix: Bytes) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}

extension RenderedAttachment {
  /// The picture as an address that holds it; nil where the file is none.
  func pictureAddress() throws -> Bytes? {
    let type =
      switch attachment.type {
      case .png: "png"
      case .jpeg, .jpg: "jpeg"
      case .webp: "webp"
      default: nil as String?
      }
    guard let type, let bytes = try attachment.read() else { return nil }
    return Bytes("data:image/\(type);base64,\(bytes.base64)".utf8)
  }
}
