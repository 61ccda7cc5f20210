import Escaping

/// The public key of somebody who may open what is sealed: an X25519 key of age, `age1…`.
///
/// Keys of SSH, which age takes too, are none: their fingerprints would stand in every sealed file and tell who may
/// open it.
package struct PublicKey: Hashable, Sendable {
  /// The key as age writes it.
  package let text: String

  /// Why a text is no public key.
  package enum Problem: Error {
    /// It is a secret key, and a secret no longer.
    case secret
    /// It is another kind of key, or has a slip in it.
    case other
  }

  private static let length = 32

  package init(_ text: String) throws(Problem) {
    if text.lowercased().hasPrefix(Identity.keyPrefix) { throw .secret }
    guard let key = Bech32(text), key.prefix == "age", key.bytes.count == Self.length else { throw .other }
    self.text = text
  }
}
