import Escaping
import FileSystem
import TestSupport
import Testing

@testable import Sealing

@Suite struct `A key` {
  /// From the test vectors of age; the public key below is that of another.
  private static let secret = "AGE-SECRET-KEY-1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4QX3S7F6"
  private static let key = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"

  /// The vectors of BIP 173.
  @Test(arguments: [
    ("a12uel5l", "a", ""), ("?1ezyfcl", "?", ""),
    ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "abcdef", "00443214c74254b635cf84653a56d7c675be77df"),
    (
      "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "split",
      "c5f38b70305f519bf66d85fb6cf03058f3dde463ecd7918f2dc743918f2d"
    ),
  ])
  func `is read as BIP 173 says`(text: String, prefix: String, data: String) throws {
    let read = try #require(Bech32(text))
    #expect(read.prefix == prefix)
    let digits = read.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    #expect(digits.joined() == data)
  }

  @Test(arguments: [
    "", "1", "a12uel5", "a12uel5b", "pzry9x0s0muk", "1pzry9x0s0muk", "10a06t8", "A12UEL5L", "é12uel5l",
  ])
  func `is none where BIP 173 says so`(text: String) {
    #expect(Bech32(text) == nil)
  }

  @Test func `of age is a public key, and none with any one letter changed`() throws {
    #expect(try PublicKey(Self.key).text == Self.key)
    for place in Self.key.indices {
      for other in "qpzry9x8gf2tvdw0s3jn54khce6mua7l" where other != Self.key[place] {
        let changed = Self.key[..<place] + String(other) + Self.key[Self.key.index(after: place)...]
        #expect(throws: PublicKey.Problem.other) { _ = try PublicKey(String(changed)) }
      }
    }
  }

  @Test func `that is secret is told from every other`() {
    #expect(throws: PublicKey.Problem.secret) { _ = try PublicKey(Self.secret) }
    #expect(throws: PublicKey.Problem.other) { _ = try PublicKey("ssh-ed25519 AAAA") }
  }

  // MARK: Identities

  @Test func `is read from a file with remarks, once`() throws {
    let folder = try TemporaryFolder()
    let text = "# created: today\r\n\n\(Self.secret)\r\n"
    try folder.write(text, to: "keys.txt")
    #expect(try Identity(readingFrom: folder.path("keys.txt")).bytes == Bytes(text.utf8))
  }

  @Test(arguments: [
    ("", "it holds no key"),
    ("# a remark\n", "it holds no key"),
    ("age-encryption.org/v1\n-> scrypt", "protected by a passphrase"),
    ("-----BEGIN AGE ENCRYPTED FILE-----\n", "protected by a passphrase"),
    ("AGE-PLUGIN-YUBIKEY-1QQQQ\n", "no list of secret keys"),
    ("-----BEGIN OPENSSH PRIVATE KEY-----\n", "no list of secret keys"),
    (secret + "\nAGE-PLUGIN-YUBIKEY-1QQQQ\n", "no list of secret keys"),
    (String(secret.dropLast()), "no list of secret keys"),
    (key, "no list of secret keys"),
    (String(repeating: "#", count: 70_000), "larger than 64 KiB"),
  ])
  func `that cannot be used alone and unattended is refused, with nothing of it quoted`(
    text: String, reason: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "keys.txt")
    let error = #expect(throws: IdentityError.self) { _ = try Identity(readingFrom: folder.path("keys.txt")) }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.description.contains("QQQQ") == false)
  }
}
