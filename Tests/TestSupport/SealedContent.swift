package import Archive
package import Sealing

/// A pair of keys for tests, from the test vectors of age.
package enum TestKeys {
  package static let secret = "AGE-SECRET-KEY-1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4QX3S7F6"
  package static let open = "age1w3tyke4gev25vaxxsvcgqu4484rf6ejpmavs57p6yz6lhy2sfs5swrvwyn"
  /// The public key of somebody else.
  package static let other = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"

  /// `recipients.yml` with the one who opens sealed documents.
  package static let recipients = File(
    "recipients.yml", "- {id: desk, name: Publishing desk, key: \(open), sealed-content: true}\n")
}

extension Content {
  /// The identity that opens what is sealed for `TestKeys.open`.
  package func identity() throws -> Identity {
    try folder.write(TestKeys.secret + "\n", to: "keys.txt")
    return try Identity(readingFrom: folder.path("keys.txt"))
  }

  /// The archive with the sealed documents that the identity opens.
  package func opened() async throws -> Archive {
    try await Archive.load(from: path, jobs: 2, identity: identity())
  }

  /// Seals files as they are, whatever their paths, with those texts.
  package func writeSealed(_ name: String, _ files: [(path: String, text: String)]) async throws {
    let packed = files.map { PackedFile(path: $0.path, mode: 0o644, bytes: Array($0.text.utf8)) }
    let sealed = try await Age.encrypt(
      Container.bytes(of: packed), for: [try PublicKey(TestKeys.open)])
    try write(File("sealed/\(name).age", bytes: sealed))
  }
}
