import Diagnostics
import Escaping
import FileSystem
import Model

/// The files of the site itself that pages load.
struct Assets: Sendable {
  /// The styles, concatenated in the order of their names.
  let styles: Asset
  let icon: Asset?
  /// What the search page runs; nil where a part of it is missing.
  let search: SearchAssets?
  /// The colours of a channel.
  var channelStyles: Asset?

  /// All of them that a site of its own has; search is the archive's alone.
  func all(for role: SiteRole) -> [Asset] {
    shared + [channelStyles].compactMap(\.self) + (role == .archive ? search?.all ?? [] : [])
  }

  /// Those that every site has.
  var shared: [Asset] { [styles, icon].compactMap(\.self) }

  /// Reads them from the folder of the site.
  static func load(from path: String) throws -> Assets {
    let styles = try SiteFolder.texts(in: path + "/styles", endingIn: ".css").map(\.text).joined()
    let icon = path + "/images/icon.svg"
    return Assets(
      styles: Asset(name: "site", ending: "css", bytes: Bytes(styles.utf8)),
      icon: FileSystem.kind(of: icon) == .file
        ? Asset(name: "icon", ending: "svg", bytes: try SiteFolder.bytes(of: icon)) : nil,
      search: try SearchAssets.load(from: path))
  }
}

/// A file named by the digest of its bytes, so that it may be kept for ever.
struct Asset: Sendable {
  let address: Address
  let bytes: Bytes

  init(name: String, ending: String, bytes: Bytes) {
    self.bytes = bytes
    address = Address.home.folder("assets").file("\(name)-\(Digest(of: bytes).name).\(ending)")
  }
}
