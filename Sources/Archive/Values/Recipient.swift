package import Sealing

/// Somebody who may be given what is not public yet.
///
/// Recipients are no list that readers may know, and stand in no page.
package struct Recipient: Sendable {
  package let id: String
  package let name: String
  package let keys: [PublicKey]
  /// Whether sealed documents are encrypted to them; everybody here may be given packs.
  package let opensSealedContent: Bool
}
