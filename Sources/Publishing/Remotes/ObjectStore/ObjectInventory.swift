import Escaping
import Model

/// What is known of the objects at a place in an object store, as it stands there itself.
///
/// Between two releases it is the manifest of what is there. While objects are written it says which may have the
/// bytes of either release, or be gone, so that a run that follows a killed one knows what to look at.
struct ObjectInventory: Equatable {
  /// Nil for the bytes of an object that was being written or deleted.
  let objects: [String: Digest?]

  /// Where it stands below the place of the site; no page links to it, and all of it is public.
  static let name = ".findings/inventory"
  private static let unknown = String(repeating: "-", count: 64)

  /// Where nothing is known to be.
  static let empty = ObjectInventory(objects: [:])

  init(objects: [String: Digest?]) {
    self.objects = objects
  }

  init(_ manifest: ReleaseManifest) {
    objects = Dictionary(uniqueKeysWithValues: manifest.files.map { ($0.path, $0.digest) })
  }

  // MARK: Format

  /// A manifest in which hyphens stand for a digest that nobody knows.
  func written() -> Bytes {
    var text = ""
    for (path, digest) in objects.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      text += "\(digest?.description ?? Self.unknown)  \(path)\n"
    }
    return Bytes(text.utf8)
  }

  /// Nil where the bytes are no inventory.
  init?(reading bytes: Bytes) {
    var objects: [String: Digest?] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let digest = Digest(hexadecimal: line.prefix(64))
      guard line.count > 66, digest != nil || line.prefix(64).elementsEqual(Self.unknown.utf8),
        line.dropFirst(64).prefix(2).elementsEqual("  ".utf8),
        let path = String(validating: line.dropFirst(66), as: UTF8.self)
      else { return nil }
      objects.updateValue(digest, forKey: path)
    }
    guard !objects.isEmpty else { return nil }
    self.objects = objects
  }
}
