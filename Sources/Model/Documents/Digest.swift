private import Crypto
package import Escaping
import FileSystem

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  package init(of content: Bytes) {
    bytes = Array(SHA256.hash(data: content))
  }

  /// The digest of parts that stand one after the other.
  package init(ofParts parts: [Bytes]) {
    var builder = DigestBuilder()
    for part in parts { builder.append(part) }
    self = builder.digest
  }

  /// The digest of the bytes of a file, which is read piece by piece.
  package init(ofFile path: String) throws {
    var builder = DigestBuilder()
    try FileSystem.readPieces(of: path) { builder.append($0) }
    self = builder.digest
  }

  fileprivate init(_ hash: SHA256Digest) { bytes = Array(hash) }

  /// The digest of those 32 bytes; nil where there are more or fewer.
  package init?(raw bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Its 32 bytes.
  package var raw: [UInt8] { bytes }

  /// The digest of that many hexadecimal digits in lower case, nil where the text is none.
  package init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 2 * SHA256.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(SHA256.byteCount)
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

  /// The digest in 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 128 bits in hexadecimal, for the names of files.
  package var name: String { String(description.prefix(32)) }
}

/// The digest of bytes that come one after the other.
package struct DigestBuilder: Sendable {
  private var hash = SHA256()

  package init() {}

  package mutating func append(_ bytes: Bytes) { hash.update(data: bytes) }

  /// The digest of what came so far.
  package var digest: Digest { Digest(hash.finalize()) }
}
