package import Escaping
private import Foundation
package import Model
package import PublishingCalendar

/// A line of the receipts: that somebody was given a copy of an edition before its release.
package struct PackReceipt: ChainedEntry, Equatable {
  package let sequence: Int
  package let previous: String
  package let edition: EditionID
  /// `draft` or `final`.
  package let stage: String
  /// Whom it is for, in the words of whoever gave it.
  package let person: String
  /// The entry of `recipients.yml` to whose keys it was sealed; nil where it was not.
  package let sealedFor: String?
  package let made: Instant
  /// The digest of the public text, and that of the page that was given.
  package let text: Digest
  package let page: Digest

  package init(
    sequence: Int, previous: String, edition: EditionID, stage: String, person: String, sealedFor: String?,
    made: Instant, text: Digest, page: Digest
  ) {
    self.sequence = sequence
    self.previous = previous
    self.edition = edition
    self.stage = stage
    self.person = person
    self.sealedFor = sealedFor
    self.made = made
    self.text = text
    self.page = page
  }

  // MARK: Format

  package func line() -> Bytes {
    JSON.members([
      ("sequence", .number(sequence)), ("previous", .string(previous)),
      ("document", .string(edition.document.description)), ("edition", .number(edition.number)),
      ("stage", .string(stage)), ("for", .string(person)), ("sealed-for", .text(sealedFor)),
      ("made", .string(made.rfc3339)), ("text", .string(text.description)),
      ("page", .string(page.description)),
    ]).line()
  }

  package init(reading line: Bytes) throws {
    let written = try JSONDecoder().decode(Written.self, from: Data(line))
    guard let document = DocumentID(written.document), let made = Instant(rfc3339: written.made),
      let text = Digest(hexadecimal: Bytes(written.text.utf8)[...]),
      let page = Digest(hexadecimal: Bytes(written.page.utf8)[...])
    else { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no receipt")) }
    self.init(
      sequence: written.sequence, previous: written.previous,
      edition: EditionID(document, written.edition), stage: written.stage, person: written.person,
      sealedFor: written.sealedFor, made: made, text: text, page: page)
  }

  private struct Written: Decodable {
    let sequence: Int
    let previous: String
    let document: String
    let edition: Int
    let stage: String
    let person: String
    let sealedFor: String?
    let made: String
    let text: String
    let page: String

    enum CodingKeys: String, CodingKey {
      case sequence, previous, document, edition, stage, made, text, page
      case person = "for"
      case sealedFor = "sealed-for"
    }
  }
}
