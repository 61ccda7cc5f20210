import Escaping
import FileSystem
import Model

/// A file of the site itself, named by the digest of its bytes so that it may be kept for ever.
struct Asset: Sendable {
  enum Kind { case styles, icon }

  let kind: Kind
  let address: Address
  let bytes: Bytes

  /// The styles, concatenated in the order of their names, and the icon where there is one.
  static func load(from path: String) throws -> [Asset] {
    let styles = try SiteFolder.texts(in: path + "/styles", endingIn: ".css").map(\.text).joined()
    var assets = [Asset(.styles, name: "site", ending: "css", bytes: Bytes(styles.utf8))]
    if FileSystem.kind(of: path + "/images/icon.svg") == .file,
      let icon = try FileSystem.read(path + "/images/icon.svg", limit: 1 << 20)
    {
      assets.append(Asset(.icon, name: "icon", ending: "svg", bytes: icon))
    }
    return assets
  }

  private init(_ kind: Kind, name: String, ending: String, bytes: Bytes) {
    self.kind = kind
    self.bytes = bytes
    address = Address.home.folder("assets").file("\(name)-\(Digest(of: bytes).name).\(ending)")
  }
}
