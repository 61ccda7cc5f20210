package import Escaping
private import Foundation
package import PublishingCalendar

/// A line of the ledger: something that happened to what the public sees.
package struct LedgerEntry: ChainedEntry, Equatable {
  package enum Kind: String, Codable, Sendable {
    /// The first: the ledger begins with all that is public.
    case founding
    case release
    /// Nothing changed, although the release of an edition that is not public has passed.
    case passing
    /// An older release was put back and stays until it is resumed.
    case rollback
    case resumption
  }

  /// A public edition and the digest of its text.
  package struct Edition: Hashable, Codable, Sendable {
    package let document: String
    package let edition: Int
    package let release: String
    package let digest: String

    package var id: String { "\(document) edition \(edition)" }
  }

  /// From 1 on.
  package let sequence: Int
  /// The digest of the line before, 64 zeros in the first.
  package let previous: String
  package let kind: Kind
  /// The release that the public sees from then on.
  package let release: String
  /// The instant whose archive it is.
  package let planned: Instant
  /// When readers began to see it; nil until they do.
  package var actual: Instant?
  /// Editions that became public: first ones, later ones, and those that were added by name after their date.
  package var published: [Edition] = []
  package var changed: [Edition] = []
  package var backfilled: [Edition] = []
  /// Editions that were withdrawn, and documents whose text was removed.
  package var withdrawn: [Edition] = []
  package var removed: [String] = []

  package init(sequence: Int, previous: String, kind: Kind, release: String, planned: Instant) {
    self.sequence = sequence
    self.previous = previous
    self.kind = kind
    self.release = release
    self.planned = planned
  }

  /// Every edition that became public with it.
  package var shown: [Edition] { published + changed + backfilled }

  // MARK: Format

  /// The line without its end: an object with the members in the order of the properties, empty ones left out.
  package func line() -> Bytes {
    JSON.members([
      ("sequence", .number(sequence)), ("previous", .string(previous)), ("kind", .string(kind.rawValue)),
      ("release", .string(release)), ("planned", .string(planned.rfc3339)),
      ("actual", .text(actual?.rfc3339)),
      ("published", Self.list(published)), ("changed", Self.list(changed)),
      ("backfilled", Self.list(backfilled)), ("withdrawn", Self.list(withdrawn)),
      ("removed", removed.isEmpty ? nil : .array(removed.map { .string($0) })),
    ]).line()
  }

  private static func list(_ editions: [Edition]) -> JSON? {
    guard !editions.isEmpty else { return nil }
    return .array(
      editions.map {
        .object([
          ("document", .string($0.document)), ("edition", .number($0.edition)),
          ("release", .string($0.release)), ("digest", .string($0.digest)),
        ])
      })
  }

  /// The entry of a line.
  package init(reading line: Bytes) throws {
    let written = try JSONDecoder().decode(Written.self, from: Data(line))
    guard let planned = Instant(rfc3339: written.planned),
      let actual = written.actual.map(Instant.init(rfc3339:)) ?? .some(nil)
    else { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no instant")) }
    self.init(
      sequence: written.sequence, previous: written.previous, kind: written.kind, release: written.release,
      planned: planned)
    self.actual = actual
    published = written.published ?? []
    changed = written.changed ?? []
    backfilled = written.backfilled ?? []
    withdrawn = written.withdrawn ?? []
    removed = written.removed ?? []
  }

  private struct Written: Decodable {
    let sequence: Int
    let previous: String
    let kind: Kind
    let release: String
    let planned: String
    let actual: String?
    let published: [Edition]?
    let changed: [Edition]?
    let backfilled: [Edition]?
    let withdrawn: [Edition]?
    let removed: [String]?
  }
}

extension Instant {
  /// The moment that RFC 3339 text names with its offset, nil where it names none.
  init?(rfc3339 text: String) {
    guard let written = WrittenTime(text), case .instant(let instant) = written else { return nil }
    self = instant
  }
}
