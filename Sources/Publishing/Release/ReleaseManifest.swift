private import Crypto
package import Escaping
import FileSystem

/// The files of a release and the digests of their bytes, by which a release is named and proven.
///
/// As a file it is what `sha256sum --check` reads: a line for each file, its digest in hexadecimal, two spaces and its
/// path, in the order of the bytes of the paths.
package struct ReleaseManifest: Equatable, Sendable {
  package struct File: Hashable, Sendable {
    package let path: String
    package let digest: FileDigest

    package init(path: String, digest: FileDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// In the order of the bytes of their paths.
  package let files: [File]

  package init(_ files: some Sequence<File>) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The name of the release: the first 128 bits of the digest of this manifest, in hexadecimal.
  package var id: String { FileDigest(of: [written()]).name }

  // MARK: Format

  package func written() -> Bytes {
    var bytes = Bytes()
    bytes.reserveCapacity(files.count * 110)
    for file in files {
      bytes.append(contentsOf: file.digest.hexadecimal)
      bytes.append("  ")
      bytes.append(contentsOf: file.path.utf8)
      bytes.append("\n")
    }
    return bytes
  }

  /// Nil where the bytes are no manifest.
  package init?(reading bytes: Bytes) {
    var files: [File] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.count > 66, line.dropFirst(64).prefix(2).allSatisfy({ $0 == UInt8(ascii: " ") }),
        let digest = FileDigest(hexadecimal: line.prefix(64)),
        let path = String(validating: line.dropFirst(66), as: UTF8.self)
      else { return nil }
      files.append(File(path: path, digest: digest))
    }
    self.init(files)
  }
}

/// A SHA-256 digest of the bytes of a file.
package struct FileDigest: Hashable, Sendable {
  private let bytes: [UInt8]

  /// The digest of parts that stand one after the other.
  package init(of parts: [Bytes]) {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    bytes = Array(hash.finalize())
  }

  /// The digest of the bytes of a file, which is read piece by piece.
  package init(ofFile path: String) throws {
    var hash = SHA256()
    try FileSystem.readPieces(of: path) { hash.update(data: $0) }
    bytes = Array(hash.finalize())
  }

  /// Nil where the text is not 64 hexadecimal digits.
  init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in text {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high { bytes.append(first << 4 | value) }
      high = high == nil ? value : nil
    }
    self.bytes = bytes
  }

  package var hexadecimal: Bytes {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// In 64 lower-case hexadecimal digits.
  package var text: String { String(decoding: hexadecimal, as: UTF8.self) }

  /// The first 128 bits in hexadecimal, for names.
  var name: String { String(text.prefix(32)) }
}
