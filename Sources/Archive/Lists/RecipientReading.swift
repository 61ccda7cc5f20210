import Diagnostics
import Sealing
import StrictYAML

extension Fields {
  /// The public keys of a recipient, one or a list of them.
  ///
  /// - Parameter seen: The keys of the entries before; one that stands there twice gives somebody the access of
  ///   somebody else.
  mutating func publicKeys(_ key: String, seen: inout Set<PublicKey>) -> [PublicKey] {
    require(key)
    return texts(key, orOne: true).compactMap { text, line -> PublicKey? in
      do throws(PublicKey.Problem) {
        let publicKey = try PublicKey(text)
        guard seen.insert(publicKey).inserted else {
          report.error("duplicate-key", line: line, "the key stands there twice")
          return nil
        }
        return publicKey
      } catch {
        report(error, line: line)
        return nil
      }
    }
  }

  private func report(_ problem: PublicKey.Problem, line: Int) {
    switch problem {
    case .secret:
      report.error(
        "public-key", line: line, "this is a secret key, and secret no longer",
        expected: "a new pair of keys, and its public key age1… here")
    case .other:
      report.error(
        "public-key", line: line, "this is no public key of age, or there is a slip in it",
        expected: "the line age1… that age-keygen prints")
    }
  }
}
