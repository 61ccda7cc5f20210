private import Crypto
package import Escaping

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  package init(of content: Bytes) {
    bytes = Array(SHA256.hash(data: content))
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
