import Escaping
import Model

/// How one site writes addresses: whole ones, and the links of its pages.
///
/// Pages are rendered with the addresses of the archive, each marked where it is written
/// (`Bytes.addressMark`). So what several sites show is rendered once, a text above all; each site puts what
/// it needs before the marked addresses when it writes a page, and no page can forget it.
struct SiteAddressing: Sendable {
  /// The address of the site without a slash at the end.
  let base: String
  /// The address of the archive without a slash at the end.
  private let archiveBase: String
  /// What the site has of its own, nil where that is everything.
  private let pages: ChannelPages?
  /// What stands before the path of a page of its own, and of one that the archive alone has.
  private let own: Bytes
  private let archive: Bytes

  /// Those of the archive.
  init(archive settings: ArchiveSettings) {
    base = settings.address
    archiveBase = settings.address
    pages = nil
    own = []
    archive = []
  }

  /// Those of a channel in a folder of the archive's site: links lead by path to either.
  init(_ channel: Channel, pages: ChannelPages, within settings: ArchiveSettings) {
    let folder = "/" + Self.folder(of: channel).dropLast()
    base = settings.address + folder
    archiveBase = settings.address
    self.pages = pages
    own = Bytes(folder.utf8)
    archive = []
  }

  /// Those of a channel on its own host: links to the archive are whole.
  init(_ channel: Channel, pages: ChannelPages, apartFrom settings: ArchiveSettings) {
    base = channel.address
    archiveBase = settings.address
    self.pages = pages
    own = []
    archive = Bytes(settings.address.utf8)
  }

  /// The folder of a channel in the site of the archive.
  static func folder(of channel: Channel) -> String { "channels/\(channel.id)/" }

  /// The whole address by which search engines should know a page: for a document that of the archive.
  func canonical(_ address: Address) -> String {
    (pages?.isOfDocument(address) == true ? archiveBase : base) + address.path
  }

  /// Whether the site itself answers at a path from its root.
  func has(_ path: String) -> Bool { pages?.contains(String(path.prefix { $0 != "#" })) ?? true }

  /// The paths of its pages that are no documents; nil where it has all of them.
  var pagesBesidesDocuments: [Set<String>]? { pages?.besidesDocuments }

  /// Whether the address is that of a picture on the page of a document that the channel has.
  func hasPicture(at address: Address) -> Bool { pages?.hasPicture(at: address) == true }

  /// The page with its marked addresses as the site writes them.
  func settled(_ page: Bytes) -> Bytes {
    var settled = Bytes()
    settled.reserveCapacity(page.count + 64 * (own.count + archive.count))
    var copied = 0
    while let mark = page.firstMark(from: copied) {
      settled.append(contentsOf: page[copied..<mark])
      copied = mark + 1
      guard let pages else { continue }
      let path = page[copied...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "#") }
      let isOwn = page[mark] == Bytes.addressMark && pages.contains(String(decoding: path, as: UTF8.self))
      settled.append(contentsOf: isOwn ? own : archive)
    }
    settled.append(contentsOf: page[copied...])
    return settled
  }
}

extension Bytes {
  /// The place of the first mark at or after an index; eight bytes are looked at at once.
  fileprivate func firstMark(from start: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count {
        if unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).holdsMark { break }
        index += 8
      }
      while index < bytes.count {
        if unsafe bytes[index] >= Bytes.archiveAddressMark { return index }
        index += 1
      }
      return nil
    }
  }
}

extension UInt64 {
  /// Whether one of the eight bytes is 0xFE or 0xFF; UTF-8 has neither.
  fileprivate var holdsMark: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let others = ~self & (ones &* 0xFE)
    return (others &- ones) & ~others & (ones << 7) != 0
  }
}
