/// The rules for slugs and ids, the words that addresses are made of.
package enum Slug {
  /// What a slug is made of, for messages.
  package static let form = "lower-case letters and digits with single hyphens between them"

  /// Whether the text matches `[a-z0-9]+(-[a-z0-9]+)*`.
  package static func isID(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-") && text.utf8.count <= 120
  }

  /// Whether the text would stand where a listing has its own pages, or is the name of an edition's file.
  package static func isReserved(_ text: String) -> Bool {
    if text.hasPrefix("edition-"), Int(text.dropFirst(8)) != nil { return true }
    return ["page", "editions", "feed", "index"].contains(text) || (text.utf8.count == 4 && Int(text) != nil)
  }
}

/// The identity of a document: `letters/leeds-2024`.
package struct DocumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let collection: DocumentCollection
  package let slug: String

  package init(_ collection: DocumentCollection, _ slug: String) {
    self.collection = collection
    self.slug = slug
  }

  /// The id written as `letters/leeds-2024`, or nil.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let collection = DocumentCollection(rawValue: String(parts[0])),
      Slug.isID(String(parts[1]))
    else { return nil }
    self.init(collection, String(parts[1]))
  }

  package static func < (a: DocumentID, b: DocumentID) -> Bool {
    (a.collection, a.slug) < (b.collection, b.slug)
  }

  package var description: String { "\(collection.rawValue)/\(slug)" }

  /// The address of the document, which shows its latest edition.
  package var address: Address {
    (collection.address ?? .home).folder(slug)
  }
}

/// The identity of an edition: a document and a number counted from 1.
package struct EditionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let document: DocumentID
  package let number: Int

  package init(_ document: DocumentID, _ number: Int) {
    self.document = document
    self.number = number
  }

  package static func < (a: EditionID, b: EditionID) -> Bool {
    (a.document, a.number) < (b.document, b.number)
  }

  package var description: String { "\(document) edition \(number)" }

  /// The address of this edition, which shows it whatever comes later.
  package var address: Address {
    document.address.folder("editions").folder(String(number))
  }
}
