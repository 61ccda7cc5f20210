private import Crypto
package import Escaping
import FileSystem

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  // Its bits in order; an array would be one more piece of memory for each of the many digests of a site.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  package init(of content: Bytes) { self.init(SHA256.hash(data: content)) }

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

  fileprivate init(_ hash: SHA256Digest) {
    for byte in hash { append(bits: 8, of: byte) }
  }

  /// The digest of those 32 bytes; nil where there are more or fewer.
  package init?(raw bytes: Bytes) {
    guard bytes.count == SHA256.byteCount else { return nil }
    for byte in bytes { append(bits: 8, of: byte) }
  }

  /// The digest of that many hexadecimal digits in lower case, nil where the text is none.
  package init?(hexadecimal text: ArraySlice<UInt8>) {
    guard text.count == 2 * SHA256.byteCount else { return nil }
    for digit in text {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): append(bits: 4, of: digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): append(bits: 4, of: digit - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
  }

  /// Puts bits behind the others, the first of which go.
  private mutating func append(bits count: Int, of value: UInt8) {
    let rest = UInt64.bitWidth - count
    first = first << count | second >> rest
    second = second << count | third >> rest
    third = third << count | fourth >> rest
    fourth = fourth << count | UInt64(value)
  }

  /// Takes so many bits at a time, from the first to the last.
  private func each(bits count: Int, _ take: (UInt8) -> Void) {
    for word in [first, second, third, fourth] {
      for shift in stride(from: UInt64.bitWidth - count, through: 0, by: -count) {
        take(UInt8(truncatingIfNeeded: word >> shift) & UInt8(truncatingIfNeeded: 1 << count - 1))
      }
    }
  }

  /// Its 32 bytes.
  package var raw: Bytes {
    var bytes = Bytes()
    bytes.reserveCapacity(SHA256.byteCount)
    each(bits: 8) { bytes.append($0) }
    return bytes
  }

  /// The digest in 64 lower-case hexadecimal digits.
  package var hexadecimal: Bytes {
    var digits = Bytes()
    digits.reserveCapacity(2 * SHA256.byteCount)
    each(bits: 4) { digits.append($0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") + $0 - 10) }
    return digits
  }

  /// The same as a text.
  package var description: String { String(decoding: hexadecimal, as: UTF8.self) }

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
