import Escaping
import ExternalPrograms
import Foundation
import Sealing
import TestSupport
import Testing

@Suite struct `What is encrypted with age` {
  private let folder: TemporaryFolder
  private let key: PublicKey
  private let identity: Identity

  init() throws {
    folder = try TemporaryFolder()
    let secret = "AGE-SECRET-KEY-1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4QX3S7F6"
    try folder.write(secret, to: "keys.txt")
    identity = try Identity(readingFrom: folder.path("keys.txt"))
    key = try PublicKey("age1w3tyke4gev25vaxxsvcgqu4484rf6ejpmavs57p6yz6lhy2sfs5swrvwyn")
  }

  @Test(arguments: [0, 1, 65_536, 3 << 20])
  func `comes back as it was`(size: Int) async throws {
    let bytes = Bytes(repeating: 7, count: size)
    let encrypted = try await Age.encrypt(bytes, for: [key])
    try folder.write(encrypted, to: "x.age")
    #expect(try await Age.decrypt(fileAt: folder.path("x.age"), with: identity) == bytes)
  }

  @Test func `is for each of the keys, and no other opens it`() async throws {
    let other = try PublicKey("age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm")
    try folder.write(try await Age.encrypt([1], for: [other, key]), to: "both.age")
    #expect(try await Age.decrypt(fileAt: folder.path("both.age"), with: identity) == [1])
    try folder.write(try await Age.encrypt([1], for: [other]), to: "other.age")
    #expect(await reason("other.age") == "age: no identity matched any of the recipients")
  }

  @Test func `does not open where it was changed, cut or is something else`() async throws {
    var encrypted = try await Age.encrypt(Bytes(repeating: 7, count: 100_000), for: [key])
    try folder.write(Bytes(encrypted.dropLast()), to: "cut.age")
    #expect(await reason("cut.age") == "age: failed to decrypt and authenticate payload chunk")
    encrypted[80_000] ^= 1
    try folder.write(encrypted, to: "changed.age")
    #expect(await reason("changed.age") == "age: failed to decrypt and authenticate payload chunk")
    try folder.write("Words.", to: "words.age")
    #expect(await reason("words.age")?.hasPrefix("age: failed to read header") == true)
    #expect(await reason("none.age")?.hasSuffix("No such file or directory") == true)
  }

  /// Why a file of the folder does not open; nil where it does.
  private func reason(_ name: String) async -> String? {
    do {
      _ = try await Age.decrypt(fileAt: folder.path(name), with: identity)
      return nil
    } catch {
      guard case .reason(let reason) = error else { return "\(error)" }
      return reason
    }
  }
}
