import Escaping
import FileSystem

/// The secret keys that open what is sealed, held in memory only and given to age by a pipe.
package struct Identity: Sendable {
  let bytes: Bytes

  /// How the line of a secret key begins, in lower case.
  static let keyPrefix = "age-secret-key-1"
  private static let sizeLimit = 64 << 10

  /// Reads the file once; it may be a pipe, such as `/dev/fd/3`.
  package init(readingFrom path: String) throws {
    guard let bytes = try FileSystem.readStream(path, limit: Self.sizeLimit) else {
      throw IdentityError(path: path, reason: "it is larger than 64 KiB")
    }
    if let reason = Self.problem(of: bytes) { throw IdentityError(path: path, reason: reason) }
    self.bytes = bytes
  }

  /// What is wrong with an identity file; nothing of it is quoted.
  ///
  /// Only plain keys pass: age would run a program of its own for an identity of a plug-in, and wait at a terminal for
  /// a passphrase that nobody types.
  private static func problem(of bytes: Bytes) -> String? {
    let lines = bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
      .filter { !$0.hasPrefix("#") && !$0.isEmpty }
    guard let first = lines.first else { return "it holds no key" }
    if first.hasPrefix("age-encryption.org/") || first.hasPrefix("-----begin age encrypted file") {
      return
        "it is protected by a passphrase, which nobody could type; decrypt it with age and give the result "
        + "through a pipe: --identity <(age --decrypt FILE)"
    }
    let areKeys = lines.allSatisfy { Bech32($0)?.prefix == String(keyPrefix.dropLast()) }
    return areKeys
      ? nil : "it is no list of secret keys of age; expected lines that begin with AGE-SECRET-KEY-1"
  }
}

/// Why no identity could be read from a file.
package struct IdentityError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  package var description: String { "--identity \(path): \(reason)" }
}
