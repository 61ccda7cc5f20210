import Escaping
import FileSystem
private import Foundation
package import Model

/// What a `record.json` says: every public edition with the digest of its text, and what was removed.
package struct WrittenRecord: Sendable {
  /// Public editions, withdrawn ones too.
  package let editions: [LedgerEntry.Edition]
  package let withdrawn: Set<EditionID>
  package let removed: [DocumentID]

  /// Reads the record of a tree.
  package init(ofTree path: String) throws {
    let path = path + "/record.json"
    guard let bytes = try FileSystem.read(path, limit: 1 << 30),
      let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.format == "findings-record-1"
    else { throw RecordError(path: path) }
    editions = file.editions.map {
      LedgerEntry.Edition(document: $0.document, edition: $0.edition, release: $0.release, digest: $0.digest)
    }
    withdrawn = Set(
      file.editions.filter { $0.withdrawn != nil }
        .compactMap { edition in
          DocumentID(edition.document).map { EditionID($0, edition.edition) }
        })
    removed = file.removed.compactMap { DocumentID($0.document) }
  }

  private struct File: Decodable {
    let format: String
    let editions: [Edition]
    let removed: [Removal]
  }

  private struct Edition: Decodable {
    struct Withdrawal: Decodable {}

    let document: String
    let edition: Int
    let release: String
    let digest: String
    let withdrawn: Withdrawal?
  }

  private struct Removal: Decodable {
    let document: String
  }
}

/// A tree without a record that can be read.
package struct RecordError: Error, CustomStringConvertible {
  let path: String

  package var description: String { "\(path) is no public record of findings" }
}
